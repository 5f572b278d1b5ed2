import workflow from '../../../templates/n8n/woocommerce-order-to-cyke.json';
import { order } from '../orders/order';
import type { NodeSpec } from '../../hosts/n8n';
import type { Stage } from '../stage';
import type { Teller } from '../tell';
import { showDelivery } from './show';

/** The workflow's own node, as a user would import it. */
function courierNode(): NodeSpec {
	const node = workflow.nodes.find(({ name }) => name === 'Book courier');
	if (!node) throw new Error('The workflow has lost its node "Book courier"');
	return { type: node.type, name: node.name, parameters: JSON.parse(JSON.stringify(node.parameters)), retryOnFail: true };
}

/** A shop's order through the real n8n engine. Returns the delivery's number. */
export async function bookOnN8n(stage: Stage, teller: Teller, number: string): Promise<string> {
	const run = await teller.timed('n8n engine', async () => await stage.n8n.run([order(number)], courierNode()));
	for (const request of stage.traffic()) teller.line(request);
	if (run.error) throw run.error;
	const delivery = run.items[0]?.json ?? {};
	showDelivery(teller, delivery);
	return String(delivery.id);
}
