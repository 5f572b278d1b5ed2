import fc from '../fast-check';

import { readPollState, storedPoll } from '../../nodes/adapter/read-poll-state';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { newOrder, orderStatusChanged } from '../../shared/carriers/deliverit/triggers';
import type { PollTrigger } from '../../shared/declare/trigger';
import { poll } from '../../shared/events/poll';
import type { PollState } from '../../shared/events/poll-state';
import { shortKey } from '../../shared/events/short-key';
import { packSeen, unpackSeen } from '../../shared/events/stored-seen';
import { accessOf } from '../core/samples';
import { ScriptedDeliverit, listed, orders } from '../carriers/scripted-deliverit';

const NOW = Date.parse('2020-11-09T12:00:00+01:00');
const ORDERS = 400;
/** DI2: twenty characters. */
const tokenOf = (nth: number) => `F64u3fbxNdaoTy${100_000 + nth}`;

/** Orders of the last day: all of them delivered but the last ten. */
const rows = Array.from({ length: ORDERS }, (_, nth) => {
	const made = new Date(NOW - (ORDERS - nth) * 180_000 + 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
	return listed({
		canceUrl: `http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/${tokenOf(nth)}`,
		created_at: { date: `${made}.000000`, timezone_type: 3, timezone: 'Europe/Berlin' },
		...(nth < ORDERS - 10 ? { driverArrive: '12:00', driverLeft: '12:02', done: '12:20' } : {}),
	});
});

async function pollOnce(trigger: PollTrigger, state: PollState | undefined, listedRows = rows) {
	const { ports } = new ScriptedDeliverit({ '/api/v1/order/': orders(...listedRows) }, NOW);
	const result = await poll({ carrier: deliverit, trigger, access: accessOf(deliverit) }, state, Infinity, ports);
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}

/** As n8n writes it to its database and reads it again. */
const throughStore = (trigger: PollTrigger, state: PollState) =>
	readPollState(JSON.parse(JSON.stringify(storedPoll('event', state))), 'event', trigger);

test('what is stored is what was seen, whatever the keys', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), fc.constantFrom('done', '', '__proto__')),
			(seen) => {
				expect(unpackSeen(JSON.parse(JSON.stringify(packSeen(seen))))).toEqual({ ...seen });
			},
		),
	);
});

test('short keys differ where the keys do', () => {
	const keys = Array.from({ length: 200_000 }, (_, nth) => tokenOf(nth));
	expect(new Set(keys.map(shortKey)).size).toBe(keys.length);
	expect(keys.every((key) => /^[\w-]{8}$/.test(shortKey(key)))).toBe(true);
});

test.each([newOrder, orderStatusChanged])(
	'$title: a day of 400 orders takes 4 KB, and none is forgotten',
	async (trigger) => {
		const { state } = await pollOnce(trigger, undefined);
		expect(Object.keys(state.seen)).toHaveLength(ORDERS);
		expect(JSON.stringify(storedPoll('event', state)).length).toBeLessThan(4_096);
		expect((await pollOnce(trigger, throughStore(trigger, state))).items).toEqual([]);
		const [, ...others] = rows;
		const without = throughStore(trigger, (await pollOnce(trigger, undefined, others)).state);
		expect((await pollOnce(trigger, without)).items.map(({ id }) => id)).toEqual([tokenOf(0)]);
	},
);

test('the state of version 0.1 goes on: nothing comes again, and a change is seen', async () => {
	const seen = Object.fromEntries(rows.map((_, nth) => [tokenOf(nth), nth < ORDERS - 10 ? 'done' : 'booked']));
	const older = { of: 'event', state: { since: NOW - 180_000, from: NOW - ORDERS * 180_000, seen } };
	const state = readPollState(older, 'event', orderStatusChanged);
	expect((await pollOnce(orderStatusChanged, state)).items).toEqual([]);
	const changed = rows.map((row, nth) => (nth === ORDERS - 1 ? { ...row, driverArrive: '12:00' } : row));
	expect((await pollOnce(orderStatusChanged, state, changed)).items).toMatchObject([
		{ id: tokenOf(ORDERS - 1), status: 'at_pickup' },
	]);
});
