import workflow from '../../../templates/n8n/woocommerce-orders-to-a-courier.json';
import { order } from '../orders/order';
import type { NodeSpec } from '../../hosts/n8n';
import type { DemoEnvironment } from '../environment';
import type { Reporter } from '../reporter';
import { showDelivery } from './show-delivery';

const SETTING = /^=\{\{ \$\('Settings'\)\.first\(\)\.json\.settings\.(\w+) \}\}$/;

function nodeNamed(name: string) {
	const node = workflow.nodes.find((each) => each.name === name);
	if (!node) throw new Error(`The workflow has lost its node "${name}"`);
	return node;
}

/** What the workflow's node Settings holds, by the name of each setting. */
function settings(): ReadonlyMap<string, unknown> {
	const { assignments } = nodeNamed('Settings').parameters.assignments ?? {};
	return new Map(assignments?.map(({ id, value }) => [id, value]));
}

/** The workflow's own node, as a user would import it. It runs alone, so what it reads in Settings is filled in. */
function courierNode(): NodeSpec {
	const { type, name, parameters } = nodeNamed('Book courier');
	const values = settings();
	const fillIn = (_key: string, value: unknown) =>
		typeof value === 'string' ? (values.get(SETTING.exec(value)?.[1] ?? '') ?? value) : value;
	return { type, name, parameters: JSON.parse(JSON.stringify(parameters), fillIn), retryOnFail: true };
}

/** A shop's order through the real n8n engine. Returns the delivery's number. */
export async function bookOnN8n(environment: DemoEnvironment, reporter: Reporter, number: string): Promise<string> {
	const run = await reporter.timed('n8n engine', async () => await environment.n8n.run([order(number)], courierNode()));
	for (const request of environment.traffic()) reporter.line(request);
	if (run.error) throw run.error;
	const delivery = run.items[0]?.json ?? {};
	showDelivery(reporter, delivery);
	return String(delivery.id);
}
