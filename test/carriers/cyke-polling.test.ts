import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { deliveryStatusChanged, newDelivery } from '../../shared/carriers/cyke/triggers';
import type { JsonObject } from '../../shared/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { pollStateless } from '../../shared/events/poll-stateless';
import { response, scriptedPorts } from '../core/scripted-ports';
import { accessOf } from '../core/samples';

const NOW = Date.parse('2030-05-20T18:00:00+02:00');
const line = (
	id: number,
	createdAt: string,
	slotEnd: string,
	status: string,
	slot: 'v1' | 'v2' = 'v2',
): JsonObject => ({
	id,
	created_at: `2030-05-${createdAt}:00.000+02:00`,
	status,
	[slot === 'v2' ? 'slot_ending_at' : 'complete_before']: `2030-05-${slotEnd}:00.000+02:00`,
	price_cents: null,
});

/** The items for a host that stores no state of ours. The host drops the ones it knows. */
async function pollStatelessly(
	trigger: PollTrigger,
	lines: readonly JsonObject[],
	closed: number,
	onlyKeys = false,
): Promise<unknown[]> {
	const ports = scriptedPorts(({ url }) => {
		const id = /\/deliveries\/(\d+)$/.exec(url)?.[1];
		if (id === undefined) return response(200, [...lines]);
		return response(200, { ...deliveryV2, ...lines.find((each) => each.id === Number(id)) });
	}, NOW);
	const polled = await pollStateless(
		{ carrier: cyke, trigger, access: accessOf(cyke) },
		{ closed, reads: 25, deadline: Infinity, onlyKeys },
		ports,
	);
	if (!polled.ok) throw new Error(polled.failure.message);
	return polled.value.map((item) => `${String(item.id)} ${String(item.carrierStatus)}`);
}

const sameDay = [
	line(11, '18T09:00', '18T12:00', 'delivered'),
	line(12, '19T09:00', '19T12:00', 'delivered'),
	line(13, '20T09:00', '20T12:00', 'delivered'),
];

test.each(['v1', 'v2'] as const)(
	'a delivery that was booked long ahead is among those that ended last (%s)',
	async (slot) => {
		const subscription = line(1, '02T10:00', '20T17:00', 'delivered', slot);
		expect(await pollStatelessly(deliveryStatusChanged, [subscription, ...sameDay], 2)).toEqual([
			'1 delivered',
			'13 delivered',
		]);
	},
);

test('one that is still under way is always there, and what is new goes by when it was booked', async () => {
	const ahead = line(1, '02T10:00', '28T17:00', 'saved');
	expect(await pollStatelessly(deliveryStatusChanged, [ahead, ...sameDay], 1)).toEqual(['13 delivered', '1 saved']);
	expect(
		await pollStatelessly(newDelivery, [ahead, line(2, '03T10:00', '20T17:00', 'delivered'), ...sameDay], 2),
	).toEqual(['13 delivered', '12 delivered']);
});

test('many that were cancelled ahead of their time do not crowd out what ends today', async () => {
	const cancelled = [1, 2, 3].map((id) => line(id, `20T17:0${id}`, '28T17:00', 'cancelled'));
	expect(await pollStatelessly(deliveryStatusChanged, [...cancelled, ...sameDay], 2)).toEqual([
		'3 cancelled',
		'2 cancelled',
		'13 delivered',
		'12 delivered',
	]);
	// Their time comes, and none of them is news then.
	expect(await pollStatelessly(deliveryStatusChanged, [...cancelled, ...sameDay], 1, true)).toEqual([
		'3 cancelled',
		'2 cancelled',
		'1 cancelled',
		'13 delivered',
	]);
});
