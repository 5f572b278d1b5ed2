import type { Link } from './canvas';
import { carrierTriggers } from './carrier-steps';
import type { ShopParts, ShopStep } from './shop-parts';
import { updateLinks } from './shop-update';

/** Each step to the next and to `last`; what fails, to the owner. */
export const chain = (steps: readonly ShopStep[], last: string): Link[] =>
	steps.flatMap(({ name, settings }, index): Link[] => [
		[name, steps[index + 1]?.name ?? last],
		...(settings?.onError === undefined ? [] : [[name, 'Report by mail', 1] as const]),
	]);

/** Whether each look sees orders that were called off, and so cancels again by itself. */
export const looksAtCalledOff = ({ changed }: ShopParts): boolean => changed !== undefined;

/** From step to step: orders, bookings and updates of the shop. */
export function linksOf(parts: ShopParts): Link[] {
	const { trigger, list, changed = [], read } = parts;
	const triggers = [trigger.name, 'Every quarter of an hour', ...carrierTriggers([0, 3]).map(({ name }) => name)];
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
		['Cancel courier', 'Why not cancelled', 1],
		['Why not cancelled', 'Prepare not cancelled', 1],
		['Why not cancelled', 'Report by mail', 2],
		...(looksAtCalledOff(parts)
			? []
			: ([
					['Why not cancelled', 'Cancel again later', 2],
					['Cancel again later', 'Cancel courier'],
				] as const)),
		['Update the shop', 'Does he still come'],
		['Does he still come', 'The courier still comes'],
		...updateLinks(parts, [
			'Prepare cancelled',
			'Prepare not cancelled',
			'Prepare booked',
			'Prepare trouble',
			'Prepare news',
		]),
		...['Update the shop', 'Ask the shop'].map((name): Link => [name, 'Report by mail', 1]),
	];
}
