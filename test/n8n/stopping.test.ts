import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { fillForm } from '../../sandbox/hosts/n8n';
import { n8nWith, nodeType } from './run-on-n8n';
import { orderForm, orders, smallCyke } from './small-cyke';
import { useSwiftClock } from './swift-clock';

useSwiftClock();

const aWhile = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

test('Stop lets the booking under way be accounted for, and begins no other', async () => {
	const carrier = smallCyke();
	let stop: (value: unknown) => void = () => undefined;
	const stopped = new Promise((resolve) => {
		stop = resolve;
	});
	const { server, n8n } = await n8nWith(cyke, (request, nth) => {
		const told = carrier.script(request, nth);
		// The third booking is made, and its answer lost; somebody presses Stop at that moment.
		if (request.method !== 'POST' || carrier.bookings.length !== 3) return told;
		stop(undefined);
		return { status: 502, body: {} };
	});
	try {
		const parameters = { ...fillForm(createDelivery, orderForm), options: { itemsAtOnce: 1 } };
		const run = await n8n.runUntil(stopped, orders(20), { type: nodeType(cyke), parameters });
		expect(run.error?.message).toContain('cancelled');
		const after = () => server.arrived.slice(server.arrived.map(({ method }) => method).lastIndexOf('POST') + 1);
		const lookedUp = (reference: string) => after().some(({ query }) => query.client_order_reference === reference);
		// n8n does not wait for what it has stopped.
		for (let looks = 0; !lookedUp('WC-3') && looks < 3_000; looks += 1) await aWhile(20);
		await aWhile(300);
		expect(lookedUp('WC-3')).toBe(true);
		expect(carrier.bookings).toHaveLength(3);
		expect(lookedUp('WC-4')).toBe(false);
	} finally {
		await server.close();
	}
});
