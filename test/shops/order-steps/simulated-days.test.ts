import type { Steps } from '../../../shared/declare/action';
import type { Facts, Item } from '../../../shared/declare/facts';
import { failed, success } from '../../../shared/declare/failure';
import type { JsonObject } from '../../../shared/json';
import { connectionInfo } from '../../../shared/declare/connection';
import { carriers } from '../../../shared/registry';
import { connect } from '../../../shared/run/connect';
import { Dice } from '../../lab/seeded-random';
import { accounts } from './at-carrier';
import { DAY_MS, faulty, fine, HOUR_MS, liveDay, SimulatedShop } from './simulated-shop';

/** Any carrier that books deliveries will do: its answers are the simulation's. */
const carrier = carriers.find(({ shopOrder }) => shopOrder !== undefined && shopOrder.stateOf === undefined);
const reconcile = carrier?.actions.find(({ id }) => id === 'shopOrder.reconcile');
const START = Date.parse('2026-01-01T08:00:00Z');
/** Orders go back twice as far as bookings, so that no booking is of an order that is not given. */
const ORDER_DAYS = 8;
const BOOKING_DAYS = 4;

function factsAt(now: number): Facts {
	const access = carrier && connect(carrier, accounts[carrier.id] ?? {});
	if (!access?.ok) throw new Error('No carrier books shop orders');
	return { now, access: connectionInfo(access.value), needed: {}, files: {} };
}

const unused = async () => await Promise.reject(new Error('A reconciliation does not do that'));

function stepsFor({ bookings }: SimulatedShop): Steps {
	return {
		call: async (_action, { id }) => success(bookings.filter((booking) => booking.id === String(id))),
		find: async (action, values) => {
			const field = action.booking.foundBy === 'reference' ? action.booking.reference : '';
			return success(bookings.filter(({ reference, status }) => reference === values[field] && status !== 'cancelled'));
		},
		listSince: async (_action, _values, since) =>
			success(bookings.filter(({ createdAt }) => String(createdAt) >= since)),
		until: unused,
		prepare: unused,
		timeLeft: () => DAY_MS,
	};
}

async function findingsAt(shop: SimulatedShop, now: number): Promise<Item[]> {
	if (reconcile?.kind !== 'flow') throw new Error('No carrier books shop orders');
	const oldest = new Date(now - ORDER_DAYS * DAY_MS).toISOString();
	const orders: JsonObject[] = [...shop.orders.values()].filter(
		(order) => `${String(order.date_created_gmt)}Z` > oldest,
	);
	const result = await reconcile.run(
		{ order: orders, shop: 'woocommerce', orders_since: new Date(now - BOOKING_DAYS * DAY_MS).toISOString() },
		factsAt(now),
		stepsFor(shop),
	);
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

const wrongIn = (findings: readonly Item[]) =>
	findings
		.filter(({ needsAction }) => needsAction === true)
		.map(({ id, finding }) => `${String(id).replace(/-R\d$/, '')} ${String(finding)}`)
		.sort();

const plantedIn = ({ wrong }: SimulatedShop) =>
	[...wrong].map(([reference, planted]) => `${reference} ${planted}`).sort();

test('planted discrepancies of 1,000 days are all found each night, and none is invented', async () => {
	const dice = new Dice(14);
	const shop = new SimulatedShop();
	let number = 1_000;
	let found = 0;
	for (let day = 0; day < 1_000; day += 1) {
		const morning = START + day * DAY_MS;
		shop.runUntil(morning - 1);
		shop.forgetBefore(morning - 2 * ORDER_DAYS * DAY_MS);
		number = liveDay(shop, number, morning, dice);
		const night = morning + 18.5 * HOUR_MS;
		shop.runUntil(night);
		const findings = wrongIn(await findingsAt(shop, night));
		expect([day, findings]).toEqual([day, plantedIn(shop)]);
		found += findings.length;
	}
	expect(found).toBeGreaterThan(1_000);
});

test.each(Object.keys(faulty))('%s: is found alone, and no more once it is mended', async (name) => {
	const shop = new SimulatedShop();
	shop.place(1_000, START);
	shop.place(1_001, START);
	fine.delivered?.(shop, 1_000, START);
	faulty[name]?.(START + DAY_MS)(shop, 1_001, START);
	const night = START + 18.5 * HOUR_MS;
	shop.runUntil(night);
	const planted = plantedIn(shop);
	expect(planted).toHaveLength(1);
	expect(wrongIn(await findingsAt(shop, night))).toEqual(planted);
	shop.runUntil(START + DAY_MS);
	expect(wrongIn(await findingsAt(shop, START + DAY_MS))).toEqual([]);
});

test('a booking of an order that is older than those given is no orphan', async () => {
	const shop = new SimulatedShop();
	shop.place(1_000, START);
	fine.delivered?.(shop, 1_000, START);
	shop.book('WC-12', START, START + DAY_MS);
	const findings = await findingsAt(shop, START + HOUR_MS);
	expect(findings.at(-1)).toMatchObject({ id: 'WC-12', finding: 'not_checked' });
});

test('an order that nobody could look up is no finding', async () => {
	const shop = new SimulatedShop();
	shop.place(1_000, START);
	const steps = { ...stepsFor(shop), find: async () => failed('unavailable', 'No answer') };
	if (reconcile?.kind !== 'flow') throw new Error('No carrier books shop orders');
	expect(await reconcile.run({ order: [...shop.orders.values()] }, factsAt(START), steps)).toMatchObject({ ok: false });
});
