import { millis, toMoment } from '../../delivery/time';
import { firstText, flagAt, textAt } from '../../shops/read-json';
import type { ShopSettings } from '../../shops/settings';
import type { Wish } from '../../shops/slots/rules';

/** The merchant's confirmed time comes before the time that the customer wished (W2). */
const timeOf = (order: unknown) =>
	firstText(
		textAt(order, 'confirmed_time'),
		textAt(order, 'confirmedAt'),
		textAt(order, 'expected_time'),
		textAt(order, 'expectedAt'),
	);

/**
 * When a HubRise order is wanted. Null where the order leaves it open. A time that is over means now: the order was read
 * late, or its till writes "now" as a time.
 */
export function wishOf(order: unknown, { now, zone }: Pick<ShopSettings, 'now' | 'zone'>): Wish | null {
	const text = timeOf(order);
	const at = text === null ? undefined : toMoment(text, zone);
	const asap = flagAt(order, 'asap');
	if (text === null || at === undefined)
		return asap === false ? null : { kind: 'asap', day: null, text: text ?? 'as soon as possible' };
	if (asap === true || millis(at) <= now) return { kind: 'asap', day: null, text };
	return { kind: 'window', start: at, end: null, text };
}
