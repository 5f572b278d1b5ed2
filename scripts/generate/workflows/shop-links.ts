import type { Link } from './canvas';
import { carrierTriggers } from './carrier-steps';
import type { ShopParts, ShopStep } from './shop-parts';

/** Each step to the next and to `last`; what fails, to the owner. */
export const chain = (steps: readonly ShopStep[], last: string): Link[] =>
	steps.flatMap(({ name, settings }, index): Link[] => [
		[name, steps[index + 1]?.name ?? last],
		...(settings?.onError === undefined ? [] : [[name, 'Tell the owner', 1] as const]),
	]);

/** A refused request goes the way of one that failed. */
export const refusalLinks: readonly Link[] = [
	['Tell the shop', 'Did the shop refuse it'],
	['Did the shop refuse it', 'Tell again later'],
	['Did the shop refuse it', 'Tell the owner'],
	['Ask the shop', 'Did the shop answer'],
	['Did the shop answer', 'Ask again later', 0],
	['Did the shop answer', 'Tell the owner', 0],
	['Did the shop answer', 'Prepare answer', 1],
];

/** Whether each look sees orders that were called off, and so cancels again by itself. */
export const looksAtCalledOff = ({ changed }: ShopParts): boolean => changed !== undefined;

/** From step to step: orders, bookings and updates of the shop. */
export function linksOf(parts: ShopParts): Link[] {
	const { trigger, list, changed = [], read, refusal } = parts;
	const triggers = [trigger.name, 'Every quarter of an hour', ...carrierTriggers([0, 3]).map(({ name }) => name)];
	const prepares = [
		'Prepare cancelled',
		'Prepare not cancelled',
		'Prepare booked',
		'Prepare trouble',
		'Prepare news',
		'Prepare answer',
	];
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
		['One mail is enough', 'Tell the owner'],
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
		['Cancel courier', 'Why not cancelled', 1],
		['Why not cancelled', 'Prepare not cancelled', 1],
		['Why not cancelled', 'Tell the owner', 2],
		...(looksAtCalledOff(parts)
			? []
			: ([
					['Why not cancelled', 'Cancel again later', 2],
					['Cancel again later', 'Cancel courier'],
				] as const)),
		['Tell the shop', 'Does he still come'],
		['Does he still come', 'The courier still comes'],
		...prepares.flatMap((name): Link[] => [
			[name, 'To send or to ask'],
			[name, 'Tell the owner', 1],
		]),
		['To send or to ask', 'Tell the shop', 0],
		['To send or to ask', 'Ask the shop', 1],
		['Tell the shop', 'Tell again later', 1],
		['Tell the shop', 'Tell the owner', 1],
		['Tell again later', 'Tell the shop'],
		...(refusal === undefined ? [['Ask the shop', 'Prepare answer'] as const] : refusalLinks),
		['Ask the shop', 'Ask again later', 1],
		['Ask the shop', 'Tell the owner', 1],
		['Ask again later', 'Ask the shop'],
	];
}
