import fc from '../fast-check';

import { benches, json, sampleAccess } from '../../bench/carriers';
import { memoryPorts } from '../../bench/ports';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { connectionInfo } from '../../shared/declare/connection';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { poll } from '../../shared/events/poll';
import type { PollState } from '../../shared/events/poll-state';
import { carriers } from '../../shared/registry';

interface Quick {
	carrier: Carrier;
	trigger: PollTrigger & { closedRow: NonNullable<PollTrigger['closedRow']> };
}

const quick: Quick[] = carriers.flatMap((carrier) =>
	carrier.triggers.flatMap((trigger): Quick[] =>
		trigger.kind === 'poll' && trigger.closedRow
			? [{ carrier, trigger: { ...trigger, closedRow: trigger.closedRow } }]
			: [],
	),
);

/** A response of the list that holds one row, and the row. */
interface Listed {
	row: JsonObject;
	bodyWith(row: JsonObject): Json;
}

function listedIn(body: Json | undefined): Listed[] {
	if (Array.isArray(body)) return body.filter(isJsonObject).map((row) => ({ row, bodyWith: (other) => [other] }));
	if (!isJsonObject(body)) return [];
	return Object.entries(body).flatMap(([key, rows]) =>
		Array.isArray(rows)
			? rows
					.filter(isJsonObject)
					.map((row) => ({ row, bodyWith: (other: JsonObject): Json => ({ ...body, [key]: [other] }) }))
			: [],
	);
}

const samplesOf = (list: Action) =>
	list.samples.flatMap((sample) => (sample.response?.status === 200 ? listedIn(sample.response.body as Json) : []));

/** What carriers write where something else is expected, and what they usually write. */
const value = fc.constantFrom<Json>(
	null,
	'',
	0,
	1,
	true,
	'1',
	'N/A',
	'14:05',
	'99:99',
	'delivered',
	'cancelled',
	'failed',
	'saved',
	' delivered ',
	'DELIVERED',
	'CREATED',
	'SUCCEEDED',
	'RECIPIENT_RETURN',
	false,
	4_711,
	'4711',
	1.5,
	'2030-05-21T10:00:00.000+02:00',
	'2030-05-21T10:00:00Z',
	'2030-02-30T10:00:00Z',
	'2030-05-21 10:00:00',
	{ date: '2030-05-21 10:00:00.000000', timezone: 'Europe/Berlin' },
	{ date: '2030-03-31 02:30:00.000000', timezone: 'Europe/Berlin' },
	{},
	[],
);

describe('Rows that a poll recognises without reading them', () => {
	test.each(quick.map(({ carrier, trigger }) => [`${carrier.title}: ${trigger.title}`, { carrier, trigger }] as const))(
		'%s: what is compared is what the reading gives',
		(_, { carrier, trigger }) => {
			const access = connectionInfo(sampleAccess(carrier));
			const facts = { now: Date.parse('2030-05-21T12:00:00Z'), access, needed: {}, files: {} };
			const { list } = trigger;
			if (list.kind !== 'call') throw new Error('A list is one call');
			const reading = list.readings[200];
			const samples = samplesOf(list);
			let recognised = 0;
			fc.assert(
				fc.property(
					fc.constantFrom(...samples),
					fc.array(fc.tuple(fc.nat(), value), { maxLength: 4 }),
					({ row, bodyWith }, changes) => {
						const keys = Object.keys(row);
						const changed = Object.fromEntries(changes.map(([at, each]) => [keys[at % keys.length] ?? '', each]));
						const odd: JsonObject = { ...row, ...changed };
						const closed = trigger.closedRow(odd, access.zone);
						if (!closed) return;
						recognised += 1;
						const result = reading?.(json(bodyWith(odd)), {}, facts);
						const [item] = result?.ok ? result.value : [];
						if (!item) throw new Error('A row that cannot be read was recognised');
						expect([trigger.key(closed), trigger.createdAt(closed), trigger.fingerprint(closed)]).toEqual([
							trigger.key(item),
							trigger.createdAt(item),
							trigger.fingerprint(item),
						]);
						if (trigger.emits === 'changed')
							expect([trigger.isClosed(closed), trigger.isClosed(item)]).toEqual([true, true]);
					},
				),
				{ numRuns: 1_500 },
			);
			expect(recognised).toBeGreaterThan(20);
		},
	);

	const benched = benches().filter(({ bench }) => bench.poll?.trigger.closedRow);
	test.each(benched.map(({ carrier, bench }) => [carrier.title, { carrier, bench }] as const))(
		'%s: a poll emits and remembers the same as one that reads every row',
		async (_, { carrier, bench: { poll: ofCarrier } }) => {
			if (!ofCarrier) throw new Error('It polls');
			const { now, answers } = ofCarrier;
			const historyOf = async (trigger: PollTrigger) => {
				let state: PollState | undefined;
				const seen: unknown[] = [];
				for (const [step, count] of [120, 180, 180, 260].entries()) {
					const ports = memoryPorts(answers(count), now + step * 60_000);
					const result = await poll({ carrier, trigger, access: sampleAccess(carrier) }, state, Infinity, ports);
					if (!result.ok) throw new Error(result.failure.message);
					({ state } = result.value);
					seen.push(result.value);
				}
				return seen;
			};
			let recognised = 0;
			const { closedRow } = ofCarrier.trigger;
			const counting: PollTrigger = {
				...ofCarrier.trigger,
				closedRow: (row, zone) => {
					const item = closedRow?.(row, zone);
					recognised += item ? 1 : 0;
					return item;
				},
			};
			expect(await historyOf(counting)).toEqual(await historyOf({ ...ofCarrier.trigger, closedRow: undefined }));
			expect(recognised).toBeGreaterThan(100);
		},
	);
});
