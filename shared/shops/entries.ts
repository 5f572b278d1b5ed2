import { isJsonObject } from '../json';
import type { Coordinates } from '../delivery/request';
import { ENDS, fieldKey, type Entry, type OrderFields } from './order-fields';
import { firstText, listAt, textAt, toNumber, valueAt } from './read-json';

/** Entries of a list of {key, value} or {name, value}, or of an object that has each key as its own. */
export function entriesAt(json: unknown, ...path: readonly string[]): Entry[] {
	const value = valueAt(json, ...path);
	if (isJsonObject(value) && value.key === undefined && value.name === undefined)
		return Object.entries(value).map(([key, inner]) => ({ key, value: inner }));
	return listAt(json, ...path).flatMap((item) => {
		const key = firstText(textAt(item, 'key'), textAt(item, 'name'));
		return key === null ? [] : [{ key, value: valueAt(item, 'value') }];
	});
}

/** Apps that pack method, day, place and time into one property of a line. */
const PACKED: Readonly<Record<string, { prefix: string; separator: string }>> = {
	// "M=D;D=2026-11-25;L=77;T=14:00 - 16:00"
	bird_chime_slot_id: { prefix: 'bird_', separator: ';' },
	// "M=D&L=112097&D=2026-11-25T14:00:00Z"
	zapiet_id: { prefix: 'zapiet_', separator: '&' },
};

/** Zapiet writes the shop's wall clock with a Z. What has milliseconds was computed, and is UTC. */
const wallClock = (value: string) => value.replace(/(T\d{2}:\d{2}(?::\d{2})?)Z$/, '$1');

export const unpacked = (entries: readonly Entry[]): Entry[] =>
	entries.flatMap((entry) => {
		const key = fieldKey(entry.key);
		const packed = Object.hasOwn(PACKED, key) ? PACKED[key] : undefined;
		if (packed === undefined || typeof entry.value !== 'string') return [entry];
		const parts = entry.value.split(packed.separator).flatMap((part) => {
			const [name = '', ...value] = part.split('=');
			return value.length === 0 ? [] : [{ key: packed.prefix + name.trim(), value: wallClock(value.join('=')) }];
		});
		return [entry, ...parts];
	});

/** Shops write 0,0 for a missing position. A position off the globe is ignored as well. */
export function toCoordinates(latitude: unknown, longitude: unknown): Coordinates | null {
	const [lat, lon] = [toNumber(latitude), toNumber(longitude)];
	if (lat === null || lon === null || (lat === 0 && lon === 0)) return null;
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { latitude: lat, longitude: lon } : null;
}

const POSITIONS = [...ENDS, 'lpac_', 'geo_', 'wcfmmp_user_location_'].flatMap((end) => [
	[`${end}latitude`, `${end}longitude`] as const,
	[`${end}lat`, `${end}lng`] as const,
	[`${end}lat`, `${end}long`] as const,
	[`${end}lat`, `${end}lon`] as const,
]);

const POSITION_TEXTS = ENDS.flatMap((end) => ['coordinates', 'location', 'position', 'latlng'].map((key) => end + key));
/** "48.8566, 2.3522": both with decimals, so that no other list of two numbers is one. */
const PAIR = /^\(?(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\)?$/;

/** Where checkout maps leave the position that the customer chose. */
export function coordinatesIn(fields: OrderFields): Coordinates | null {
	for (const [latitude, longitude] of POSITIONS) {
		const found = toCoordinates(fields.text(latitude), fields.text(longitude));
		if (found !== null) return found;
	}
	for (const key of POSITION_TEXTS) {
		const [, latitude, longitude] = PAIR.exec(fields.text(key) ?? '') ?? [];
		const found = toCoordinates(latitude, longitude);
		if (found !== null) return found;
	}
	return null;
}
