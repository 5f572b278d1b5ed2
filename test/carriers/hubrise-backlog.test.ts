import { deliveryUpdated } from '../../shared/carriers/hubrise/inbox-triggers';
import type { Item } from '../../shared/declare/facts';
import { pollInbox, type InboxState } from '../../shared/events/inbox';
import { pollInboxStateless } from '../../shared/events/inbox-stateless';
import { scriptedPorts, type ScriptedPorts } from '../core/scripted-ports';
import { access, carrier } from './hubrise-callbacks/fixtures';
import { HubriseStub } from './hubrise-callbacks/hubrise-stub';

const SECOND = 1_000;
const MINUTE = 60_000;
const START = Date.parse('2026-11-23T09:00:00Z');
const context = { carrier, trigger: deliveryUpdated, access };

/** Some couriers, whose positions come every twenty seconds, and who reach their next status now and then. */
class Couriers {
	readonly upstream: HubriseStub = new HubriseStub(() => this.ports.now());
	readonly ports: ScriptedPorts = scriptedPorts((request) => this.upstream.respond(request), START);
	private ticks = 0;

	constructor(private readonly count: number) {
		this.upstream.callback = { url: null, events: { delivery: ['create', 'update'] } };
		for (let each = 0; each < count; each += 1) this.upstream.placeOrder();
		for (let each = 0; each < count; each += 1) this.upstream.moveDelivery(each, false);
	}

	/** `statusEvery`: ticks between two changes of status. */
	ride(ms: number, statusEvery: number): void {
		for (let passed = 0; passed < ms; passed += 20 * SECOND) {
			this.ports.moveTo(this.ports.now() + 20 * SECOND);
			this.ticks += 1;
			for (let each = 0; each < this.count; each += 1) this.upstream.moveDelivery(each, this.ticks % statusEvery !== 0);
		}
	}

	get statuses(): string[] {
		return this.upstream.notices
			.filter(({ name, status, before }) => name === 'delivery.update' && status !== before)
			.map(({ order, status }) => `${order} ${status}`);
	}
}

const statusOf = ({ orderId, carrierStatus }: Item) => `${String(orderId)} ${String(carrierStatus)}`;
const isStatus = ({ change }: Item) => change === 'status';
const lagOf = (items: readonly Item[], now: number) =>
	now - Math.max(...items.map(({ eventAt }) => Date.parse(String(eventAt))));

test('on Zapier, three couriers and a poll each quarter of an hour never fall behind', async () => {
	const couriers = new Couriers(3);
	const seen = new Map<string, Item>();
	const poll = async () => {
		const limits = { reads: 25, deadline: couriers.ports.now() + 20 * SECOND, onlyKeys: false };
		const result = await pollInboxStateless(context, limits, couriers.ports);
		if (!result.ok) throw new Error(result.failure.message);
		const fresh = result.value.filter(({ eventId }) => !seen.has(String(eventId)));
		for (const item of fresh) seen.set(String(item.eventId), item);
		return fresh;
	};
	await poll();
	for (let quarter = 0; quarter < 8; quarter += 1) {
		couriers.ride(15 * MINUTE, 70);
		const now = couriers.ports.now();
		const fresh = await poll();
		for (const order of ['o1', 'o2', 'o3'])
			expect(
				lagOf(
					fresh.filter(({ orderId }) => orderId === order),
					now,
				),
			).toBeLessThan(MINUTE);
	}
	expect([...seen.values()].filter(isStatus).map(statusOf).sort()).toEqual(couriers.statuses.sort());
	const warnings = [...seen.values()].flatMap(({ warnings }) => (Array.isArray(warnings) ? warnings : []));
	expect(warnings).toContainEqual(expect.stringContaining('earlier changes of this delivery without a new status'));
});

test('on n8n, a backlog of an hour is caught up with in one poll, in order, with few reads', async () => {
	const couriers = new Couriers(3);
	let state: InboxState | undefined;
	const poll = async () => {
		const result = await pollInbox(context, state, couriers.ports.now() + MINUTE, couriers.ports);
		if (!result.ok) throw new Error(result.failure.message);
		({ state } = result.value);
		return result.value.items;
	};
	await poll();
	couriers.ride(60 * MINUTE, 50);
	const sentBefore = couriers.ports.sent.length;
	const items = await poll();
	expect(items.filter(isStatus).map(statusOf).sort()).toEqual(couriers.statuses.sort());
	const times = items.filter(({ orderId }) => orderId === 'o1').map(({ eventAt }) => Date.parse(String(eventAt)));
	expect(times).toEqual([...times].sort((a, b) => a - b));
	expect(couriers.upstream.notices.length).toBeGreaterThan(500);
	expect(couriers.ports.sent.length - sentBefore).toBeLessThan(120);
	expect(await poll()).toEqual([]);
});

test('a poll that keeps up reads every position', async () => {
	const couriers = new Couriers(1);
	let state: InboxState | undefined;
	let emitted = 0;
	for (let minute = 0; minute < 10; minute += 1) {
		const result = await pollInbox(context, state, couriers.ports.now() + MINUTE, couriers.ports);
		if (!result.ok) throw new Error(result.failure.message);
		({ state } = result.value);
		emitted += result.value.items.length;
		couriers.ride(MINUTE, 1_000);
	}
	expect(emitted).toBe(27);
});
