import type { OrderProblem, OrderReading } from '../../delivery/request';
import { accessIn, joinNotes, noteIn } from '../access-fields';
import { buildReading, notAnOrder } from '../build-reading';
import { contactOf } from '../contact';
import { coordinatesIn, entriesAt, toCoordinates, unpacked } from '../entries';
import { noLines, readGoods } from '../goods';
import { splitProblems } from '../methods';
import { currencyCode, toMoney } from '../money';
import { OrderFields } from '../order-fields';
import { firstText, listAt, numberAt, textAt, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';
import { shopifyPlugins } from '../slots/table';
import { isHidden, methodOf, methodsOf, placesOf } from './address';
import { restShape } from './rest-shape';
import { paymentOf, physicalLines, quantityOf, reasonsOf, typeProblems } from './left-out-reasons';

/** Of references, where the user chose none. */
export const prefix = 'SH';

export const title = 'Shopify';

const MARKS = ['financial_status', 'admin_graphql_api_id', 'displayFinancialStatus'];

/** Other shops have an address of this name as well. Shopify's has a `zip`. */
const hasOwnAddress = (order: unknown) =>
	['shipping_address', 'shippingAddress', 'billing_address', 'billingAddress'].some(
		(key) => valueAt(order, key, 'zip') !== undefined,
	);

/** REST wraps an answer in `order`, GraphQL in `data`. Two orders of one name are none: which one is meant is not known. */
function wrapped(json: unknown): unknown {
	const data = valueAt(json, 'data') ?? json;
	const orders = valueAt(data, 'orders');
	const list = valueAt(orders, 'nodes') ?? valueAt(orders, 'edges') ?? orders;
	if (list !== undefined)
		return Array.isArray(list) && list.length === 1 ? (valueAt(list, 'node') ?? list[0]) : undefined;
	return valueAt(data, 'order') ?? valueAt(data, 'node') ?? data;
}

export const orderIn = (json: unknown): unknown => restShape(wrapped(json));

export const recognise = (json: unknown): boolean => {
	const order = wrapped(json);
	return (
		(MARKS.some((key) => valueAt(order, key) !== undefined) ||
			textAt(order, 'id')?.startsWith('gid://shopify/') === true ||
			hasOwnAddress(order)) &&
		(valueAt(order, 'line_items') !== undefined || valueAt(order, 'lineItems') !== undefined)
	);
};

/** Apps write to the cart's attributes, or to the properties of each line. */
const fieldsOf = (order: unknown): OrderFields =>
	new OrderFields(
		unpacked([
			...entriesAt(order, 'note_attributes'),
			...listAt(order, 'line_items').flatMap((line) => [
				...entriesAt(line, 'properties'),
				...entriesAt(line, 'note_attributes'),
			]),
			...entriesAt(order, 'metafields'),
		]),
	);

/** gid://shopify/Order/450789469 */
const numericId = (id: string | null) => id?.replace(/^gid:\/\/shopify\/\w+\//, '') ?? null;

const money = (json: unknown, key: string, currency: string | null) =>
	toMoney(valueAt(json, key), currency) ??
	toMoney(
		valueAt(json, `${key}_set`, 'shop_money', 'amount') ??
			valueAt(json, 'original_unit_price_set', 'shop_money', 'amount'),
		currency,
	);

/** REST has grams; GraphQL a measurement with its unit. */
function gramsOf(line: unknown): number | null {
	const grams = numberAt(line, 'grams');
	return grams === null || grams <= 0 ? null : grams;
}

const HIDDEN: OrderProblem = {
	field: 'place',
	found: null,
	message:
		"Shopify hides the customer's name and street from this connection. Allow its app to read customers' data; some plans of Shopify do not.",
};

export function read(json: unknown, settings: ShopSettings): OrderReading {
	if (!recognise(json)) return notAnOrder(json, title);
	const order = orderIn(json);
	const fields = fieldsOf(order);
	const { address, people } = placesOf(order, settings);
	const currency =
		currencyCode(valueAt(order, 'currency')) ?? currencyCode(valueAt(order, 'currency_code')) ?? settings.currency;
	const lines = physicalLines(order, settings);
	const { goods, problems } = readGoods(lines, {
		sku: (line) => textAt(line, 'sku'),
		name: (line) => firstText(textAt(line, 'name'), textAt(line, 'title')),
		quantity: (line) => quantityOf(order, line),
		unitValue: (line) => money(line, 'price', currency),
		weightGrams: gramsOf,
	});
	return buildReading(
		{
			shop: 'shopify',
			prefix,
			number: firstText(textAt(order, 'name'), textAt(order, 'order_number'))?.replace(/^#\s*/, '') ?? null,
			orderId: numericId(firstText(textAt(order, 'id'), textAt(order, 'admin_graphql_api_id'))),
			contact: contactOf(
				people.map((one) => ({
					firstName: textAt(one, 'first_name'),
					lastName: textAt(one, 'last_name'),
					name: firstText(textAt(one, 'name'), textAt(one, 'display_name')),
					company: textAt(one, 'company'),
				})),
				[
					textAt(address, 'phone'),
					textAt(order, 'shipping_address', 'phone'),
					textAt(order, 'phone'),
					...people.map((one) => textAt(one, 'phone')),
					...listAt(order, 'shipping_lines').map((line) => textAt(line, 'phone')),
					fields.text('phone', 'phone_number', 'delivery_phone'),
				],
				[textAt(order, 'email'), textAt(order, 'contact_email'), textAt(order, 'customer', 'email')],
			),
			address: {
				lines: [textAt(address, 'address1'), textAt(address, 'address2')],
				houseNumber: null,
				postalCode: textAt(address, 'zip'),
				city: textAt(address, 'city'),
				region: firstText(textAt(address, 'province_code'), textAt(address, 'province')),
				country: firstText(textAt(address, 'country_code'), textAt(address, 'country')),
				coordinates:
					toCoordinates(valueAt(address, 'latitude'), valueAt(address, 'longitude')) ?? coordinatesIn(fields),
			},
			slot: { fields, plugins: shopifyPlugins },
			goods,
			note: joinNotes(textAt(order, 'note'), noteIn(fields)),
			access: accessIn(fields),
			method: methodOf(order),
			payment: paymentOf(order),
			total: money(order, 'total_price', currency),
			status: textAt(order, 'financial_status')?.toLowerCase() ?? null,
			reasons: reasonsOf(order, fields, settings),
			problems: [
				...splitProblems(methodsOf(order), settings),
				...typeProblems(order),
				...(isHidden(order) && textAt(address, 'address1') === null ? [HIDDEN] : []),
				...(lines.length === 0 ? [noLines(valueAt(order, 'line_items'))] : problems),
			],
		},
		settings,
	);
}
