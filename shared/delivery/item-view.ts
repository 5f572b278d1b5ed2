import { isJsonObject, without, type Json, type JsonObject } from '../json';

/** What a person looks for first: what happened, which booking it is, when and where, where to follow it, the price. */
const FIRST: readonly (string | RegExp)[] = [
	'outcome',
	'status',
	'orderStatus',
	'warnings',
	'reason',
	'reference',
	'publicReference',
	'id',
	/Id$|Number$/,
	'slotStart',
	'slotEnd',
	'expectedAt',
	'dropoff',
	'pickup',
	'trackingUrl',
	'price',
	'total',
];

/** The carrier's own object is long, so it comes last. */
const LAST = 'carrierData';

function rankOf(key: string): number {
	if (key === LAST) return FIRST.length + 1;
	const rank = FIRST.findIndex((first) => (typeof first === 'string' ? first === key : first.test(key)));
	return rank === -1 ? FIRST.length : rank;
}

/** Keys in the order that results are shown in, the same on every host. Others keep their order. */
export const inViewOrder = (keys: readonly string[]): string[] => [...keys].sort((a, b) => rankOf(a) - rankOf(b));

const picked = (item: JsonObject, keys: readonly string[]): JsonObject =>
	Object.fromEntries(inViewOrder(keys).map((key) => [key, item[key]]));

/** Everything, the most wanted first. */
export const orderedItem = (item: JsonObject): JsonObject => picked(item, Object.keys(item));

const isEmpty = (value: Json | undefined): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(isJsonObject(value) && Object.keys(value).length === 0);

function withoutEmpty(value: Json): Json {
	if (Array.isArray(value)) return value.map(withoutEmpty);
	if (!isJsonObject(value)) return value;
	const kept: Record<string, Json> = {};
	for (const [key, each] of Object.entries(value)) {
		const inner = each === undefined ? null : withoutEmpty(each);
		if (!isEmpty(inner)) kept[key] = inner;
	}
	return kept;
}

/** Without empty fields and without the carrier's own object. */
export function simpleItem(item: JsonObject): JsonObject {
	const simple = withoutEmpty(without(item, LAST));
	return isJsonObject(simple) ? orderedItem(simple) : {};
}

/** The chosen fields, also where they are empty, so that every item has the same columns. */
export const selectedItem = (item: JsonObject, keys: readonly string[]): JsonObject =>
	Object.fromEntries(keys.map((key) => [key, item[key] ?? null]));
