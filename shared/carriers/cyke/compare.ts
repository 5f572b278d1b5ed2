import type { Comparison } from '../../declare/booking';
import type { Item } from '../../declare/facts';
import { isJsonObject } from '../../declare/json';
import { inZone, millis } from '../../delivery/time';
import type { Task } from './task';

const PARIS = 'Europe/Paris';

function endOf(item: Item, end: 'dropoff' | 'pickup') {
	const found = item[end];
	return isJsonObject(found) ? found : {};
}

const plain = (text: unknown) => (typeof text === 'string' ? text.trim().toLowerCase() : '');
const clock = (moment: unknown) => (typeof moment === 'string' ? inZone(millis(moment), PARIS) : '');

function compareEnd(label: string, asked: Task | undefined, found: ReturnType<typeof endOf>): Comparison[] {
	if (!asked || asked.saved_address !== undefined) return [];
	return [
		{ label: `${label} Street`, asked: plain(asked.address), found: plain(found.street) },
		{ label: `${label} Postal Code`, asked: plain(asked.postal_code), found: plain(found.postalCode) },
		{ label: `${label} Slot Start`, asked: clock(asked.slot_starting_at), found: clock(found.slotStart) },
		{ label: `${label} Slot End`, asked: clock(asked.slot_ending_at), found: clock(found.slotEnd) },
	];
}

/** Where and when: what a shop would notice if an old booking stood in for a new one. */
export const compareBooking = (asked: { dropoff?: Task; pickup?: Task }, found: Item): Comparison[] => [
	...compareEnd('Drop-Off', asked.dropoff, endOf(found, 'dropoff')),
	...compareEnd('Pick-Up', asked.pickup, endOf(found, 'pickup')),
];
