import { isJsonObject, type JsonObject } from '../../../declare/json';

/** What a customer's choice in the picker tells, as it reaches the callback. */
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

/** CU56: the address of the customer's return from the picker, or its query alone; undefined where it names no point. */
export function relayPointFrom(callback: string): RelayPoint | undefined {
	const query = new URLSearchParams(callback.slice(callback.indexOf('?') + 1).split('#')[0]);
	// The picker's own come last, behind what the callback held already.
	const told = (name: string) => query.getAll(name).at(-1)?.trim() || undefined;
	const id = told('id');
	if (id === undefined) return undefined;
	return {
		id,
		name: told('name'),
		street: told('street'),
		zip: told('zip'),
		city: told('city'),
		// The older document's picker tells none.
		country: told('country'),
		openingHours: told('openinghours'),
		image: told('image'),
	};
}

/** The point as an item. */
export const relayItem = (point: RelayPoint): JsonObject => {
	const item: unknown = { ...point };
	return isJsonObject(item) ? item : {};
};
