import type { Slot } from '../../shared/delivery/request';
import { OrderFields } from '../../shared/shops/order-fields';
import { readSlot, type SlotReading } from '../../shared/shops/slots/read-slot';
import type { SlotSettings } from '../../shared/shops/slots/settings';
import { woocommercePlugins } from '../../shared/shops/slots/table';

export const zone = 'Europe/Paris';
export const now = Date.parse('2026-11-24T10:00:00+01:00');
export const plain: SlotSettings = {
	fields: null,
	dateFormat: null,
	whenNone: { rule: 'none' },
	asapMinutes: null,
	lengthMinutes: null,
	opening: null,
};

export const read = (
	fields: Record<string, unknown>,
	settings: Partial<SlotSettings> = {},
	more: { plugins?: typeof woocommercePlugins; zone?: string } = {},
): SlotReading =>
	readSlot(new OrderFields(Object.entries(fields).map(([key, value]) => ({ key, value }))), {
		plugins: more.plugins ?? woocommercePlugins,
		settings: { ...plain, ...settings },
		zone: more.zone ?? zone,
		now,
	});

export function shown(reading: SlotReading): string {
	if ('problem' in reading) return `problem: ${reading.problem.message}`;
	const { slot } = reading;
	if (slot.kind === 'window') return `${short(slot.start)} > ${slot.end === null ? '?' : short(slot.end)}`;
	return slot.kind === 'none' ? 'none' : `${slot.kind} ${slot.day ?? '?'}`;
}

export const short = (iso: string) => iso.replace(/:00\.000/, '').replace(/^2026-/, '');

export const slotOf = (reading: SlotReading): Slot => {
	if ('problem' in reading) throw new Error(reading.problem.message);
	return reading.slot;
};

export const iconic = (timeslot: string) => ({
	jckwds_date: '25/11/2026',
	jckwds_date_ymd: '20261125',
	jckwds_timeslot: timeslot,
});
export const afternoon = '11-25T14:00+01:00 > 11-25T16:00+01:00';
