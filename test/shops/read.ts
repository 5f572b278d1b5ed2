import type { DeliveryRequest, OrderReading } from '../../shared/delivery/request';
import { defaultSettings, type ShopSettings } from '../../shared/shops/settings';
import { readOrder } from '../../shared/shops/shops';

export const now = Date.parse('2026-11-24T10:00:00+01:00');

export const settings = (changes: Partial<ShopSettings> = {}): ShopSettings => ({
	...defaultSettings({ now, zone: 'Europe/Paris' }),
	...changes,
});

export const read = (order: unknown, changes: Partial<ShopSettings> = {}, shop: string | null = null): OrderReading =>
	readOrder(order, settings(changes), shop);

export function delivered(order: unknown, changes: Partial<ShopSettings> = {}): DeliveryRequest {
	const reading = read(order, changes);
	if (reading.outcome === 'deliver') return reading.request;
	throw new Error(JSON.stringify(reading.outcome === 'left_out' ? reading.reasons : reading.problems));
}

/** The outcome in one word a reason or problem. */
export function outcome(order: unknown, changes: Partial<ShopSettings> = {}): string {
	const reading = read(order, changes);
	if (reading.outcome === 'deliver') return 'deliver';
	if (reading.outcome === 'left_out') return `left out: ${reading.reasons.map(({ code }) => code).join(', ')}`;
	return `problems: ${reading.problems.map(({ field }) => field).join(', ')}`;
}
