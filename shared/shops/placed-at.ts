import { toMoment } from '../delivery/time';
import { firstText, textAt } from './read-json';

const local = ['created_at', 'createdAt', 'date_created', 'date_add', 'placed_at', 'order_date', 'processed_at'];

/** When an order was placed, ISO 8601, as any shop writes it. Null where it has no such time. */
export function placedAt(order: unknown, zone: string): string | null {
	// WooCommerce's own field has no offset and is UTC.
	const utc = textAt(order, 'date_created_gmt');
	const text =
		utc === null
			? firstText(...local.map((key) => textAt(order, key)), textAt(order, 'order', 'date_add'))
			: `${utc.replace(/Z$/, '')}Z`;
	return (text === null ? undefined : toMoment(text, zone)) ?? null;
}
