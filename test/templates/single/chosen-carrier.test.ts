import { order } from '../../../sandbox/demo/orders/order';
import { useInstantClock } from '../../n8n/instant-clock';
import { workflowFile } from '../files';
import { withSettings } from '../settings';
import { ORDER, ShopWorkflow } from '../shop-workflow';
import { WooCommerceShop } from '../woocommerce-shop';

useInstantClock();

const file = workflowFile('single/woocommerce-orders-to-a-courier');

async function runFor(carrier: string) {
	const shop = new WooCommerceShop();
	const whole = { ...order('1042'), status: 'processing', id: 1042 };
	shop.add(structuredClone(whole));
	const flow = await ShopWorkflow.start(withSettings(file, { carrier }), shop);
	const { status, error } = await flow.run(ORDER, [whole]);
	const live = flow.live();
	await flow.sandbox.close();
	return { status, message: error?.message, live };
}

test.each(['Cyke', ' cyke '])('"%s" is Cyke', async (typed) => {
	expect(await runFor(typed)).toEqual({ status: 'success', message: undefined, live: ['WC-1042'] });
});

test('a carrier that does not exist stops the run, and nothing is booked', async () => {
	const { status, message, live } = await runFor('bike');
	expect([status, live]).toEqual(['error', []]);
	expect(message).toMatch(/must be cyke, cubyn, deliverit or hubrise/);
});
