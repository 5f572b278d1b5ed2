import workflow from '../../../templates/n8n/woocommerce-order-to-cyke.json';
import { order } from '../orders/order';
import type { NodeSpec } from '../../hosts/n8n';
import type { DemoEnvironment } from '../environment';
import type { Reporter } from '../reporter';
import { showDelivery } from './show-delivery';

/** The workflow's own node, as a user would import it. */
function courierNode(): NodeSpec {
	const node = workflow.nodes.find(({ name }) => name === 'Book courier');
	if (!node) throw new Error('The workflow has lost its node "Book courier"');
	return {
		type: node.type,
		name: node.name,
		parameters: JSON.parse(JSON.stringify(node.parameters)),
		retryOnFail: true,
	};
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
