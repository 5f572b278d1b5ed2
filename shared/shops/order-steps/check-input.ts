import type { Problem } from '../../declare/failure';
import { readOpening } from './opening-hours';

/** An item without any field is what a step hands over that found no order. */
export const isNothing = (value: unknown): boolean =>
	value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

interface OrderDraft {
	order?: unknown;
	fields?: unknown;
	slot?: { opening?: string };
}

/** An order is there, and the opening hours can be read. The order itself is judged when the step runs. */
export function checkOrderInput({ order, fields, slot }: OrderDraft): Problem[] {
	const opening = slot?.opening;
	return [
		...(isNothing(order) && isNothing(fields) ? [{ path: ['order'], message: 'is missing' }] : []),
		...(opening !== undefined && readOpening(opening) === undefined
			? [
					{
						path: ['slot', 'opening'],
						message: `must be hours such as Mon-Fri 09:00-18:00, Sat 10:00-14:00, not "${opening.slice(0, 60)}"`,
					},
				]
			: []),
	];
}
