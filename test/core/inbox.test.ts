import { getOrder } from '../../shared/carriers/hubrise/actions/order-reads';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { orderStatusChanged } from '../../shared/carriers/hubrise/inbox-triggers';
import type { Item } from '../../shared/declare/facts';
import type { InboxTrigger } from '../../shared/declare/trigger';
import { pollInboxStateless } from '../../shared/events/inbox-stateless';
import { pollInbox, type InboxState } from '../../shared/events/inbox';
import { connect } from '../../shared/run/connect';
import { BRIDGE, HubriseHarness } from '../carriers/hubrise-harness';

const orderIdOf = (entry: Item): string => String(entry.orderId);

/** Every event has to be completed by reading its order. */
const trigger: InboxTrigger = {
	...orderStatusChanged,
	read: (entry) => {
		const event = {
			knownBy: 'id',
			id: String(entry.id),
			type: 'order.update',
			order: { subject: orderIdOf(entry) },
		} as const;
		return {
			...event,
			content: 'unread',
			fills: [
				{
					action: getOrder,
					input: { order_id: orderIdOf(entry) },
					toEvent: (order) => ({ ...event, content: 'item', item: { ...order, eventId: event.id } }),
				},
			],
		};
	},
};

/** Two orders change. One of them is unreadable while `broken` is true. */
async function twoOrders() {
	const harness = new HubriseHarness();
	const access = connect(hubrise, BRIDGE);
	if (!access.ok) throw new Error(access.failure.message);
	const [bad, good] = [harness.sandbox.hubrise.placeOrder().id, harness.sandbox.hubrise.placeOrder().id];
	const state = { broken: true };
	const { send } = harness.ports.transport;
	harness.ports.transport.send = async (request, ...rest) =>
		state.broken && request.method === 'GET' && request.url.endsWith(`/orders/${bad}`)
			? { response: { status: 200, headers: {}, text: '<html>' } }
			: await send(request, ...rest);
	return { harness, work: { carrier: hubrise, trigger, access: access.value }, bad, good, state };
}

const change = ({ harness, bad, good }: Awaited<ReturnType<typeof twoOrders>>, status: 'accepted' | 'completed') => {
	for (const id of [bad, good]) harness.sandbox.hubrise.setOrderStatus(id, status);
};

test('an event that can never be read is given up after five polls, and what comes after it is emitted', async () => {
	const setup = await twoOrders();
	const { harness, work, bad, good } = setup;
	let inboxState: InboxState | undefined;
	const poll = async () => {
		await harness.ports.sleep(60_000);
		const result = await pollInbox(work, inboxState, harness.ports.now() + 20_000, harness.ports);
		if (!result.ok) throw new Error(result.failure.message);
		inboxState = result.value.state;
		return result.value.items.map(({ id, warnings }) => (warnings ? 'unread' : id));
	};
	await poll();
	change(setup, 'accepted');
	const emitted = [];
	for (let polls = 0; polls < 4; polls += 1) emitted.push(await poll());
	expect(emitted).toEqual([[good], [], [], []]);
	// Handed on as the list shows it, with a warning: it may matter all the same.
	expect(await poll()).toEqual(['unread']);
	setup.state.broken = false;
	change(setup, 'completed');
	expect((await poll()).sort()).toEqual([bad, good].sort());
});

test('the same without a state of our own', async () => {
	const setup = await twoOrders();
	const { harness, work, bad, good } = setup;
	const poll = async () => {
		await harness.ports.sleep(60_000);
		const result = await pollInboxStateless(
			work,
			{ reads: 50, deadline: harness.ports.now() + 20_000, onlyKeys: false },
			harness.ports,
		);
		if (!result.ok) throw new Error(result.failure.message);
		return result.value.map(({ id, warnings }) => (warnings ? 'unread' : id));
	};
	await poll();
	change(setup, 'accepted');
	for (let polls = 0; polls < 4; polls += 1) expect(await poll()).toEqual([good]);
	expect((await poll()).sort()).toEqual([good, 'unread'].sort());
	setup.state.broken = false;
	change(setup, 'completed');
	expect((await poll()).sort()).toEqual([bad, good, good, 'unread'].sort());
});

test('an event that the carrier always fails to show holds the later ones of its order up for an hour at most', async () => {
	const setup = await twoOrders();
	const { harness, work, bad } = setup;
	const { send } = harness.ports.transport;
	let reads = 0;
	harness.ports.transport.send = async (request, ...rest) => {
		if (request.method !== 'GET' || !request.url.endsWith(`/orders/${bad}`)) return await send(request, ...rest);
		reads += 1;
		return { response: { status: 503, headers: {}, text: '' } };
	};
	setup.state.broken = false;
	let inboxState: InboxState | undefined;
	const emitted: string[] = [];
	const startedAt = harness.ports.now();
	while (harness.ports.now() < startedAt + 100 * 60_000 && !emitted.includes('unread')) {
		await harness.ports.sleep(60_000);
		const result = await pollInbox(work, inboxState, harness.ports.now() + 20_000, harness.ports);
		if (!result.ok) continue;
		if (!inboxState) change(setup, 'accepted');
		inboxState = result.value.state;
		emitted.push(...result.value.items.map(({ id, warnings }) => (warnings ? 'unread' : String(id))));
	}
	expect(emitted).toContain('unread');
	expect(reads).toBeGreaterThanOrEqual(60);
});

test('an event that may be read later is waited for, however often it was requested', async () => {
	const setup = await twoOrders();
	const { harness, work, bad, good } = setup;
	const { send } = harness.ports.transport;
	let unavailable = true;
	harness.ports.transport.send = async (request, ...rest) =>
		unavailable && request.method === 'GET' && request.url.endsWith(`/orders/${bad}`)
			? { response: { status: 503, headers: {}, text: '' } }
			: await send(request, ...rest);
	setup.state.broken = false;
	let inboxState: InboxState | undefined;
	const emitted: unknown[] = [];
	const poll = async () => {
		await harness.ports.sleep(60_000);
		const result = await pollInbox(work, inboxState, harness.ports.now() + 20_000, harness.ports);
		if (!result.ok) throw new Error(result.failure.message);
		inboxState = result.value.state;
		emitted.push(...result.value.items.map(({ id }) => id));
	};
	await poll();
	change(setup, 'accepted');
	for (let polls = 0; polls < 8; polls += 1) await poll();
	unavailable = false;
	await poll();
	expect(emitted).toEqual([good, bad]);
});
