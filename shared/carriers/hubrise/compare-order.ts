import type { Comparison } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { isJsonObject, type Json, type JsonObject } from '../../json';
import { millis } from '../../delivery/time';
import { personBody, type PersonInput } from './customer-fields';
import type { ElementsInput } from './order-elements';

interface OrderRequest extends ElementsInput {
	status: string;
	service_type: string;
	ref?: string;
	expected_time?: string;
	customer?: PersonInput;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const isoTime = (value: Json | undefined): string =>
	typeof value === 'string' && value !== '' ? new Date(millis(value)).toISOString() : '';

const compareText = (label: string, requested: string | undefined, found: Json | undefined): Comparison[] =>
	requested === undefined ? [] : [{ label, requested, found: textOf(found) }];

/** "2 x Margherita Large, 1 x Water": the same for every way HubRise writes a quantity. */
const describeItems = (items: readonly { name: string; quantity: string }[]): string =>
	items.map(({ name, quantity }) => `${Number(quantity)} x ${name}`).join(', ');

const requestedItems = ({ items = [] }: ElementsInput): string =>
	describeItems(
		items.map(({ product_name, sku_name, quantity }) => ({
			name: [product_name, sku_name].filter((part) => part !== undefined).join(' '),
			quantity,
		})),
	);

const foundItems = ({ items }: Item): string =>
	describeItems(
		(Array.isArray(items) ? items : []).map((item) => ({
			name: textOf(objectOf(item).name),
			quantity: textOf(objectOf(item).quantity),
		})),
	);

/** Whether the order with the reference is the requested one. */
export function compareOrder(request: OrderRequest, found: Item): Comparison[] {
	const { customer = {} } = request;
	const person = objectOf(found.customer);
	const name = [customer.first_name, customer.last_name].filter((part) => part !== undefined).join(' ');
	const phone = customer.phone === undefined ? undefined : textOf(personBody(customer).phone);
	return [
		// It may have moved on; at its end it may be last month's, with the same number.
		...(found.closed === true ? compareText('Status', request.status, found.orderStatus) : []),
		...compareText('Service Type', request.service_type, found.serviceType),
		...compareText('Public Reference', request.ref, found.publicReference),
		...compareText('Expected Time', request.expected_time && isoTime(request.expected_time), isoTime(found.expectedAt)),
		...compareText('Customer Name', name === '' ? undefined : name, person.name),
		...compareText('Customer Phone', phone, person.phone),
		...compareText('Customer Street', customer.address_1, person.street),
		...compareText('Customer Postal Code', customer.postal_code, person.postalCode),
		...(request.items === undefined
			? []
			: [{ label: 'Items', requested: requestedItems(request), found: foundItems(found) }]),
	];
}
