import type { AccessDetail, Coordinates } from '../delivery/request';
import { fieldKey, type Entry, type OrderFields } from './order-fields';
import { firstText, listAt, textAt, toNumber, valueAt } from './read-json';

/** Entries of a list of {key, value} or {name, value}. */
export const entriesAt = (json: unknown, ...path: readonly string[]): Entry[] =>
	listAt(json, ...path).flatMap((item) => {
		const key = firstText(textAt(item, 'key'), textAt(item, 'name'));
		return key === null ? [] : [{ key, value: valueAt(item, 'value') }];
	});

const PACKED = 'birdchimeslotid';

/** Bird packs method, day, place and time into one property of a line: "M=D;D=2026-11-25;L=77;T=14:00 - 16:00". */
export const unpacked = (entries: readonly Entry[]): Entry[] =>
	entries.flatMap((entry) => {
		if (fieldKey(entry.key) !== PACKED || typeof entry.value !== 'string') return [entry];
		const parts = entry.value.split(';').flatMap((part) => {
			const [key = '', ...value] = part.split('=');
			return value.length === 0 ? [] : [{ key: `bird_${key.trim()}`, value: value.join('=') }];
		});
		return [entry, ...parts];
	});

const ENDS = ['', 'shipping_', 'delivery_', 'dropoff_', 'billing_'];

const ACCESS: readonly { kind: AccessDetail['kind']; keys: readonly string[] }[] = [
	{
		kind: 'door_code',
		keys: [
			'door_code',
			'access_code',
			'gate_code',
			'entry_code',
			'digicode',
			'code_porte',
			"code_d'accès",
			'dørkode',
			'türcode',
		],
	},
	{ kind: 'phone_code', keys: ['phone_access_code', 'phone_code'] },
	{ kind: 'intercom', keys: ['intercom', 'interphone', 'buzzer', 'bell_name', 'doorbell'] },
	{ kind: 'building', keys: ['building', 'bâtiment', 'batiment', 'block'] },
	{ kind: 'floor', keys: ['floor', 'étage', 'etage', 'sal', 'stockwerk'] },
	{ kind: 'apartment', keys: ['apartment', 'appartement', 'flat', 'door', 'lejlighed'] },
];

const ACCESS_FIELDS = ACCESS.map(({ kind, keys }) => ({
	kind,
	keys: ENDS.flatMap((end) => keys.map((key) => end + key)),
}));

export const accessIn = (fields: OrderFields): AccessDetail[] =>
	ACCESS_FIELDS.flatMap(({ kind, keys }) => {
		const text = fields.text(...keys);
		return text === null ? [] : [{ kind, text }];
	});

const NOTES = [
	'delivery_instructions',
	'delivery_note',
	'delivery_notes',
	'shipping_instructions',
	'order_notes',
	'instructions_de_livraison',
	'leveringsinstruktioner',
];

export const noteIn = (fields: OrderFields): string | null => fields.text(...NOTES);

/** Shops write 0,0 for a missing position. A position off the globe is ignored as well. */
export function toCoordinates(latitude: unknown, longitude: unknown): Coordinates | null {
	const [lat, lon] = [toNumber(latitude), toNumber(longitude)];
	if (lat === null || lon === null || (lat === 0 && lon === 0)) return null;
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { latitude: lat, longitude: lon } : null;
}

const POSITIONS = [...ENDS, 'lpac_', 'geo_'].flatMap((end) => [
	[`${end}latitude`, `${end}longitude`] as const,
	[`${end}lat`, `${end}lng`] as const,
	[`${end}lat`, `${end}long`] as const,
	[`${end}lat`, `${end}lon`] as const,
]);

/** Where checkout maps leave the position that the customer chose. */
export function coordinatesIn(fields: OrderFields): Coordinates | null {
	for (const [latitude, longitude] of POSITIONS) {
		const found = toCoordinates(fields.text(latitude), fields.text(longitude));
		if (found !== null) return found;
	}
	return null;
}
