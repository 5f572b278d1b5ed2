import type { ConnectionFacts } from '../../declare/facts';
import type { UsualTimes } from '../../declare/shop-order';
import { countryCode } from '../../delivery/country';
import { currencyCode } from '../money';
import type { ParcelRule } from '../parcels';
import type { ShopSettings } from '../settings';
import type { SlotSettings } from '../slots/settings';
import type { ParcelInput, ReadingInput } from './booking-form';
import { readOpening } from './opening-hours';

const USUAL_MINUTES = 60;

/** Values with commas between; null where there are none. */
export function textList(text: string | undefined): string[] | null {
	const list = (text ?? '')
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return list.length === 0 ? null : list;
}

function slotSettings(slot: ReadingInput['slot'], usual: UsualTimes | undefined): SlotSettings {
	const whenNone = slot?.when_none ?? (usual?.asapWithoutSlot === true ? 'asap' : 'problem');
	// Without usual times, only a user who wants orders booked without a slot gets times that nobody chose.
	const minutes = whenNone === 'asap' ? USUAL_MINUTES : null;
	const ready = slot?.ready_minutes ?? usual?.readyMinutes ?? minutes;
	return {
		fields:
			slot?.day_field === undefined && slot?.time_field === undefined
				? null
				: { day: slot.day_field ?? null, time: slot.time_field ?? null },
		dateFormat: slot?.date_format ?? null,
		whenNone:
			whenNone === 'asap'
				? { rule: 'asap', minutes: ready ?? USUAL_MINUTES }
				: { rule: whenNone === 'next_opening' ? 'next_opening' : 'none' },
		asapMinutes: ready,
		lengthMinutes: slot?.length_minutes ?? usual?.lengthMinutes ?? minutes,
		opening: slot?.opening === undefined ? null : (readOpening(slot.opening) ?? null),
	};
}

const parcelRule = (parcels: ParcelInput | undefined): ParcelRule => ({
	rule: parcels?.rule ?? 'one',
	type: parcels?.type ?? null,
	weightGrams: parcels?.weight_kg === undefined ? null : Math.round(parcels.weight_kg * 1000),
	volumeLitres: parcels?.volume_dm3 ?? null,
});

/** The user's choices on a form as the settings of a reading. */
export function settingsFrom(
	input: ReadingInput & { parcels?: ParcelInput },
	{ now, access }: ConnectionFacts,
	{ title, usualTimes: usual }: { title: string; usualTimes?: UsualTimes },
): ShopSettings {
	const { leave_out: leaveOut } = input;
	return {
		now,
		zone: input.time_zone ?? access.zone,
		carrier: title,
		prefix: input.reference_prefix ?? null,
		country: (input.home_country === undefined ? undefined : countryCode(input.home_country)) ?? access.country ?? null,
		currency: currencyCode(input.home_currency) ?? null,
		statuses: textList(leaveOut?.statuses),
		unpaid: leaveOut?.deliver_unpaid === true ? 'deliver' : 'leave_out',
		payOnDelivery: leaveOut?.deliver_pay_at_door === true ? 'deliver' : 'leave_out',
		methods: textList(leaveOut?.methods),
		pickupMethods: textList(leaveOut?.pickup_methods) ?? [],
		ownRiderMethods: textList(leaveOut?.other_riders) ?? [],
		again: input.overrides?.after_failed !== undefined,
		slot: slotSettings(input.slot, usual),
		parcels: parcelRule(input.parcels),
	};
}
