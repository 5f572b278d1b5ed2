import { isJsonObject } from '../../json';
import { listAt, toText, valueAt } from '../read-json';

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

/** Out of its wrappers, however often it is wrapped. */
function unwrapped(value: unknown, resource: Resource, depth = 0): unknown {
	if (Array.isArray(value)) return unwrapped(value[0], resource, depth);
	if (!isJsonObject(value) || depth > 5) return isJsonObject(value) ? value : undefined;
	const key = ['prestashop', ...NAMES[resource]].find(
		(name) => isJsonObject(value[name]) || Array.isArray(value[name]),
	);
	return key === undefined ? value : unwrapped(value[key], resource, depth + 1);
}

const isOrder = (value: unknown) =>
	valueAt(value, 'id_address_delivery') !== undefined ||
	(valueAt(value, 'id_carrier') !== undefined && valueAt(value, 'current_state') !== undefined);

/** The order alone or inside the webservice's wrappers. */
export function orderIn(json: unknown): unknown {
	const order = unwrapped(json, 'order');
	return isOrder(order) ? order : isOrder(json) ? json : undefined;
}

/** How many orders one answer holds. */
export const ordersIn = (json: unknown): number => {
	const root = valueAt(json, 'prestashop') ?? json;
	const list = valueAt(root, 'orders');
	return Array.isArray(list) ? list.length : 1;
};

const placesOf = (json: unknown, order: unknown) => [json, valueAt(json, 'prestashop'), order];

function joined(json: unknown, order: unknown, resource: Resource): unknown {
	for (const place of placesOf(json, order)) {
		for (const name of NAMES[resource]) {
			const value = valueAt(place, name);
			if (isJsonObject(value) || Array.isArray(value)) return unwrapped(value, resource);
		}
	}
	return undefined;
}

function joinedList(json: unknown, order: unknown, resource: Resource): readonly unknown[] {
	for (const place of placesOf(json, order)) {
		for (const name of NAMES[resource]) {
			const value = valueAt(place, name);
			const inner = isJsonObject(value)
				? (NAMES[resource].map((key) => value[key]).find((one) => one !== undefined) ?? value)
				: value;
			if (Array.isArray(inner)) return inner.map((one) => unwrapped(one, resource));
			if (isJsonObject(inner)) return [inner];
		}
	}
	return [];
}

export function bundleOf(json: unknown): Bundle {
	const order = orderIn(json);
	return {
		order,
		address: joined(json, order, 'address'),
		country: joined(json, order, 'country'),
		state: joined(json, order, 'state'),
		customer: joined(json, order, 'customer'),
		carrier: joined(json, order, 'carrier'),
		currency: joined(json, order, 'currency'),
		products: joinedList(json, order, 'product'),
		messages: joinedList(json, order, 'message'),
	};
}

/** Lines of an order: a list, one object for one line, or XML's list within an object. */
export function rowsOf(order: unknown): readonly unknown[] {
	const rows = valueAt(order, 'associations', 'order_rows');
	if (isJsonObject(rows)) {
		if (rows.order_row !== undefined) return listAt(rows, 'order_row');
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
