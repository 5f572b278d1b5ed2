import { DateTime } from 'luxon';

import { isJsonObject, type JsonObject } from '../json';

/** What a person knows a booking by. Whatever is no text is left out. */
export interface ChoiceLine {
	/** When it takes place, or was made. */
	at?: unknown;
	who?: unknown;
	reference?: unknown;
	status?: unknown;
}

const objectOrEmpty = (value: unknown) => (isJsonObject(value) ? value : {});
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A delivery, as every carrier's items have it. A short list has less. */
export function deliveryLine(item: JsonObject): ChoiceLine {
	const dropoff = objectOrEmpty(item.dropoff);
	const starts = [item.slotStart, dropoff.slotStart, objectOrEmpty(item.pickup).slotStart, item.createdAt];
	const isKnown = isText(item.status) && item.status !== 'unknown';
	return {
		at: starts.find(isText),
		who: dropoff.name,
		reference: item.reference,
		status: isKnown ? item.status : item.carrierStatus,
	};
}

/** Statuses and the like as words: "IN_TRANSIT" becomes "in transit". */
export const inWords = (code: unknown): string | undefined =>
	isText(code) ? code.toLowerCase().replaceAll('_', ' ') : undefined;

/** Milliseconds; for an entry without a date the earliest time there is, so that it comes last. */
export function timeOf({ at }: ChoiceLine): number {
	const ms = isText(at) ? Date.parse(at) : NaN;
	return Number.isNaN(ms) ? -Infinity : ms;
}

function dateText(at: unknown, zone: string): string | undefined {
	if (!isText(at)) return undefined;
	const time = DateTime.fromISO(at, { zone });
	return time.isValid ? time.toFormat('yyyy-MM-dd HH:mm') : at;
}

/** "2030-05-21 16:00, Ada Moreau, WC-1042, delivered". An item without a reference shows its ID. */
export function choiceText(line: ChoiceLine, id: string, zone: string): string {
	const reference = isText(line.reference) ? line.reference : id;
	return [dateText(line.at, zone), line.who, reference, inWords(line.status)].filter(isText).join(', ');
}
