import { isJsonObject, type JsonObject } from '../../../json';

/** The relay point a customer chose in the picker, in the format of the picker's callback. */
export interface RelayPoint {
	id: string;
	name?: string;
	street?: string;
	zip?: string;
	city?: string;
	country?: string;
	openingHours?: string;
	image?: string;
}

/** CU56: a page on which a customer picks a relay point; it then leads to the callback. */
export function relayPickerUrl(address: string, callback: string): string {
	return `https://app.cubyn.com/tools/relay-iframe/index.html?address=${encodeURIComponent(address)}&callback=${encodeURIComponent(callback)}`;
}

/** CU56: the address of the customer's return from the picker, or only its query. Undefined if it names no point. */
export function relayPointFrom(callback: string): RelayPoint | undefined {
	const query = new URLSearchParams(callback.slice(callback.indexOf('?') + 1).split('#')[0]);
	// The picker's own come last, behind what the callback held already.
	const param = (name: string) => query.getAll(name).at(-1)?.trim() || undefined;
	const id = param('id');
	if (id === undefined) return undefined;
	return {
		id,
		name: param('name'),
		street: param('street'),
		zip: param('zip'),
		city: param('city'),
		// The older document's picker returns none.
		country: param('country'),
		openingHours: param('openinghours'),
		image: param('image'),
	};
}

/** The point as an item. */
export const relayItem = (point: RelayPoint): JsonObject => {
	const item: unknown = { ...point };
	return isJsonObject(item) ? item : {};
};
