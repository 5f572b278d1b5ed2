import type { Link } from './canvas';
import { carrierTriggers } from './carrier-steps';
import type { ShopParts, ShopStep } from './shop-parts';

/** Each step to the next and to `last`; what fails, to the owner. */
export const chain = (steps: readonly ShopStep[], last: string): Link[] =>
	steps.flatMap(({ name, settings }, index): Link[] => [
		[name, steps[index + 1]?.name ?? last],
		...(settings?.onError === undefined ? [] : [[name, 'Report by mail', 1] as const]),
	]);

/** A refused request goes the way of one that failed. */
export const refusalLinks: readonly Link[] = [
	['Update the shop', 'Did the shop refuse it'],
	['Did the shop refuse it', 'Update again later'],
	['Did the shop refuse it', 'Report by mail'],
	['Ask the shop', 'Did the shop answer'],
	['Did the shop answer', 'Ask again later', 0],
	['Did the shop answer', 'Report by mail', 0],
	['Did the shop answer', 'Prepare answer', 1],
];

/** From step to step: orders, bookings and updates of the shop. */
export function linksOf({ trigger, list, changed = [], read, refusal }: ShopParts): Link[] {
	const triggers = [trigger.name, 'Every quarter of an hour', ...carrierTriggers([0, 3]).map(({ name }) => name)];
	const prepares = ['Prepare cancelled', 'Prepare booked', 'Prepare trouble', 'Prepare news', 'Prepare answer'];
	const firstRead = read[0]?.name ?? 'Book courier';
	return [
		...triggers.map((name): Link => [name, 'Settings']),
		['Settings', 'What came'],
		['What came', 'Book courier', 0],
		['What came', 'Prepare news', 1],
		...[changed[0], list[0]].flatMap((step): Link[] => (step ? [['What came', step.name, 2]] : [])),
		...chain(changed, firstRead),
		...chain(list, 'Compare with bookings'),
		['Compare with bookings', 'To book or to cancel'],
		['Compare with bookings', 'One mail is enough', 1],
		['One mail is enough', 'Report by mail'],
		['To book or to cancel', firstRead],
		...chain(read, 'Book courier'),
		['Book courier', 'Left out or booked'],
		['Book courier', 'Prepare trouble', 1],
		['Left out or booked', 'Is the order over', 0],
		['Left out or booked', 'Prepare booked', 1],
		['Left out or booked', 'Another time proposed', 1],
		['Another time proposed', 'Ask about the time'],
		['Is the order over', 'Cancel courier', 0],
		['Cancel courier', 'Prepare cancelled'],
		['Cancel courier', 'Was none booked', 1],
		['Was none booked', 'Report by mail', 1],
		...prepares.flatMap((name): Link[] => [
			[name, 'Send or ask'],
			[name, 'Report by mail', 1],
		]),
		['Send or ask', 'Update the shop', 0],
		['Send or ask', 'Ask the shop', 1],
		['Update the shop', 'Update again later', 1],
		['Update the shop', 'Report by mail', 1],
		['Update again later', 'Update the shop'],
		...(refusal === undefined ? [['Ask the shop', 'Prepare answer'] as const] : refusalLinks),
		['Ask the shop', 'Ask again later', 1],
		['Ask the shop', 'Report by mail', 1],
		['Ask again later', 'Ask the shop'],
	];
}
