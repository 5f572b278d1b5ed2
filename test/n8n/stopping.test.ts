import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { fillForm } from '../../sandbox/hosts/n8n';
import { n8nWithCarrier, nodeType } from './run-on-n8n';
import { orderForm, orders, createCykeStub } from './cyke-stub';
import { useInstantClock } from './instant-clock';

useInstantClock();

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

test('Stop lets the booking under way be accounted for, and begins no other', async () => {
	const carrier = createCykeStub();
	let stop: (value: unknown) => void = () => undefined;
	const stopped = new Promise((resolve) => {
		stop = resolve;
	});
	const { server, n8n } = await n8nWithCarrier(cyke, (request, nth) => {
		const reply = carrier.script(request, nth);
		// The third booking is made, but its response never arrives. A person presses Stop at that moment.
		if (request.method !== 'POST' || carrier.bookings.length !== 3) return reply;
		stop(undefined);
		return { status: 502, body: {} };
	});
	try {
		const parameters = { ...fillForm(createDelivery, orderForm), options: { itemsAtOnce: 1 } };
		const run = await n8n.runUntil(stopped, orders(20), { type: nodeType(cyke), parameters });
		expect(run.error?.message).toContain('cancelled');
		const after = () => server.requests.slice(server.requests.map(({ method }) => method).lastIndexOf('POST') + 1);
		const hasLookedUp = (reference: string) => after().some(({ query }) => query.client_order_reference === reference);
		// n8n does not wait for what it has stopped.
		for (let checks = 0; !hasLookedUp('WC-3') && checks < 3_000; checks += 1) await pause(20);
		await pause(300);
		expect(hasLookedUp('WC-3')).toBe(true);
		expect(carrier.bookings).toHaveLength(3);
		expect(hasLookedUp('WC-4')).toBe(false);
	} finally {
		await server.close();
	}
});
