import { getOrder } from '../../shared/carriers/hubrise/actions/order-reads';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { orderStatusChanged } from '../../shared/carriers/hubrise/inbox-triggers';
import type { Item } from '../../shared/declare/facts';
import type { InboxTrigger } from '../../shared/declare/trigger';
import { inboxSnapshot } from '../../shared/events/inbox-snapshot';
import { lookInto, type InboxState } from '../../shared/events/inbox';
import { connect } from '../../shared/run/connect';
import { BRIDGE, Road } from '../carriers/hubrise-road';

const orderOf = (line: Item): string => String(line.orderId);

/** Every event has to be completed by reading its order. */
const trigger: InboxTrigger = {
	...orderStatusChanged,
	read: (line) => {
		const known = { id: String(line.id), type: 'order.update', subject: orderOf(line) };
		return { ...known, fills: [{ action: getOrder, input: { order_id: orderOf(line) }, told: (order) => ({ ...known, item: { ...order, eventId: known.id } }) }] };
	},
};

/** Two orders change; one of them is one that nobody can read, for as long as `broken` says. */
async function twoOrders() {
	const road = new Road();
	const access = connect(hubrise, BRIDGE);
	if (!access.ok) throw new Error(access.failure.message);
	const [bad, good] = [road.sandbox.hubrise.placeOrder().id, road.sandbox.hubrise.placeOrder().id];
	const state = { broken: true };
	const { send } = road.ports.transport;
	road.ports.transport.send = async (request, ...rest) =>
		state.broken && request.method === 'GET' && request.url.endsWith(`/orders/${bad}`) ? { answer: { status: 200, headers: {}, text: '<html>' } } : await send(request, ...rest);
	return { road, work: { carrier: hubrise, trigger, access: access.value }, bad, good, state };
}

const change = ({ road, bad, good }: Awaited<ReturnType<typeof twoOrders>>, status: 'accepted' | 'completed') => {
	for (const id of [bad, good]) road.sandbox.hubrise.setOrderStatus(id, status);
};

test('an event that can never be read is given up after five looks, and what comes after it is told', async () => {
	const story = await twoOrders();
	const { road, work, bad, good } = story;
	let kept: InboxState | undefined;
	const look = async () => {
		await road.ports.sleep(60_000);
		const seen = await lookInto(work, kept, road.ports.now() + 20_000, road.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		kept = seen.value.state;
		return seen.value.items.map(({ id }) => id);
	};
	await look();
	change(story, 'accepted');
	const told = [];
	for (let looks = 0; looks < 4; looks += 1) told.push(await look());
	expect(told).toEqual([[good], [], [], []]);
	await look();
	story.state.broken = false;
	change(story, 'completed');
	expect((await look()).sort()).toEqual([bad, good].sort());
});

test('the same without a state of our own', async () => {
	const story = await twoOrders();
	const { road, work, bad, good } = story;
	const look = async () => {
		await road.ports.sleep(60_000);
		const seen = await inboxSnapshot(work, { reads: 50, deadline: road.ports.now() + 20_000, onlyKeys: false }, road.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		return seen.value.map(({ id }) => id);
	};
	await look();
	change(story, 'accepted');
	for (let looks = 0; looks < 5; looks += 1) expect(await look()).toEqual([good]);
	story.state.broken = false;
	change(story, 'completed');
	expect((await look()).sort()).toEqual([bad, good, good].sort());
});

test('an event that may be read later is waited for, however often it was asked for', async () => {
	const story = await twoOrders();
	const { road, work, bad, good } = story;
	const { send } = road.ports.transport;
	let away = true;
	road.ports.transport.send = async (request, ...rest) => (away && request.method === 'GET' && request.url.endsWith(`/orders/${bad}`) ? { answer: { status: 503, headers: {}, text: '' } } : await send(request, ...rest));
	story.state.broken = false;
	let kept: InboxState | undefined;
	const told: unknown[] = [];
	const look = async () => {
		await road.ports.sleep(60_000);
		const seen = await lookInto(work, kept, road.ports.now() + 20_000, road.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		kept = seen.value.state;
		told.push(...seen.value.items.map(({ id }) => id));
	};
	await look();
	change(story, 'accepted');
	for (let looks = 0; looks < 8; looks += 1) await look();
	away = false;
	await look();
	expect(told).toEqual([good, bad]);
});
