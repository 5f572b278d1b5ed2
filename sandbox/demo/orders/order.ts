import { DateTime } from 'luxon';

import received from './woocommerce-order.json';

/** The slot of the demo: tomorrow afternoon in Paris, whenever it is run. */
export const tomorrow = () => DateTime.now().setZone('Europe/Paris').plus({ days: 1 });

/** The body of WooCommerce's `order.created`, with another number and a slot that lies ahead. */
export function order(number: string) {
	const day = tomorrow();
	const dates: Record<string, string> = {
		jckwds_date: day.toFormat('dd/MM/yyyy'),
		jckwds_date_ymd: day.toFormat('yyyyMMdd'),
		jckwds_timestamp: String(day.startOf('day').set({ hour: 14 }).toSeconds()),
	};
	return {
		...received,
		id: Number(number),
		number,
		meta_data: received.meta_data.map((meta) => ({ ...meta, value: dates[meta.key] ?? meta.value })),
	};
}
