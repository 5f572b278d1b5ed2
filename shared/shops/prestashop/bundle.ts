import { isJsonObject } from '../../json';
import { listAt, textAt, toText, valueAt } from '../read-json';

/** Responses of the webservice for one order. Parts that were not joined are undefined. */
export interface Bundle {
	order: unknown;
	address: unknown;
	country: unknown;
	state: unknown;
	customer: unknown;
	carrier: unknown;
	currency: unknown;
	products: readonly unknown[];
	messages: readonly unknown[];
}

/**
 * One resource and its list: the webservice answers `{address: {…}}`, `{addresses: [{…}]}`, and in XML `{prestashop:
 * {address: {…}}}`.
 */
const NAMES = {
	order: ['order', 'orders'],
	address: ['address', 'addresses', 'address_delivery', 'delivery_address', 'shipping_address'],
	country: ['country', 'countries'],
	state: ['order_state', 'order_states', 'current_state_details'],
	customer: ['customer', 'customers'],
	carrier: ['carrier', 'carriers'],
	currency: ['currency', 'currencies'],
	product: ['product', 'products'],
	message: ['message', 'messages', 'customer_message', 'customer_messages'],
} as const;

type Resource = keyof typeof NAMES;

/** Deeper than any answer; JSON made to be deep is cut. */
const DEEPEST = 8;

/** All that is in the wrappers, however often it is wrapped. */
function unwrapped(value: unknown, resource: Resource, depth = 0): readonly unknown[] {
	if (Array.isArray(value) && depth <= DEEPEST) return value.flatMap((one) => unwrapped(one, resource, depth + 1));
	if (!isJsonObject(value)) return [];
	const key = ['prestashop', ...NAMES[resource]].find(
		(name) => isJsonObject(value[name]) || Array.isArray(value[name]),
	);
	return key === undefined || depth > DEEPEST ? [value] : unwrapped(value[key], resource, depth + 1);
}

const isOrder = (value: unknown) =>
	valueAt(value, 'id_address_delivery') !== undefined ||
	(valueAt(value, 'id_carrier') !== undefined && valueAt(value, 'current_state') !== undefined);

/** The order alone or inside the webservice's wrappers. */
export function orderIn(json: unknown): unknown {
	const [order] = unwrapped(json, 'order');
	return isOrder(order) ? order : isOrder(json) ? json : undefined;
}

/** How many orders one answer holds. */
export const ordersIn = (json: unknown): number => {
	const root = valueAt(json, 'prestashop') ?? json;
	const list = valueAt(root, 'orders');
	return Array.isArray(list) ? list.length : 1;
};

const placesOf = (json: unknown, order: unknown) => [json, valueAt(json, 'prestashop'), order];

/** Of a whole list, such as all carriers of the shop, the one with the number that the order names. */
function joined(json: unknown, order: unknown, resource: Resource, id: string | null): unknown {
	const list = joinedList(json, order, resource);
	return list.find((one) => id !== null && textAt(one, 'id') === id) ?? (list.length === 1 ? list[0] : undefined);
}

function joinedList(json: unknown, order: unknown, resource: Resource): readonly unknown[] {
	for (const place of placesOf(json, order)) {
		for (const name of NAMES[resource]) {
			const value = valueAt(place, name);
			if (isJsonObject(value) || Array.isArray(value)) return unwrapped(value, resource);
		}
	}
	return [];
}

export function bundleOf(json: unknown): Bundle {
	const order = orderIn(json);
	const part = (resource: Resource, key: string, owner = order) => joined(json, order, resource, textAt(owner, key));
	const address = part('address', 'id_address_delivery');
	return {
		order,
		address,
		country: part('country', 'id_country', address),
		state: part('state', 'current_state'),
		customer: part('customer', 'id_customer'),
		carrier: part('carrier', 'id_carrier'),
		currency: part('currency', 'id_currency'),
		products: joinedList(json, order, 'product'),
		messages: joinedList(json, order, 'message'),
	};
}

/** Lines of an order: a list, one object for one line, or XML's list within an object. */
export function rowsOf(order: unknown): readonly unknown[] {
	const inner = valueAt(order, 'associations', 'order_rows', 'order_row');
	if (inner !== undefined) return listAt({ inner }, 'inner');
	const rows = valueAt(order, 'associations', 'order_rows');
	if (isJsonObject(rows)) {
		const values = Object.values(rows);
		if (values.length > 0 && values.every(isJsonObject)) return values;
		return values.length === 0 ? [] : [rows];
	}
	return listAt(order, 'associations', 'order_rows');
}

/** Names come in one language or in all of them: `[{id, value}]`, and in XML `{language: [{_: …}]}`. */
export function nameOf(value: unknown): string | null {
	const all = valueAt(value, 'language') ?? value;
	return toText(Array.isArray(all) ? all[0] : all);
}
