import type { OrderReading } from '../../delivery/request';
import { accessIn, joinNotes, noteIn } from '../access-fields';
import { buildReading, notAnOrder, type AddressParts } from '../build-reading';
import { contactOf, type Person } from '../contact';
import { coordinatesIn, entriesAt } from '../entries';
import { noLines, readGoods } from '../goods';
import { splitProblems } from '../methods';
import { currencyCode, perPiece, toMoney } from '../money';
import { OrderFields, type Entry } from '../order-fields';
import { firstText, listAt, numberAt, objectAt, textAt, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';
import { woocommercePlugins } from '../slots/table';
import { methodOf, methodsOf, paymentOf, physicalLines, reasonsOf, statusOf } from './left-out-reasons';

/** Of references, where the user chose none. */
export const prefix = 'WC';

export const title = 'WooCommerce';

/** WooCommerce's first call of a saved webhook contains only `webhook_id=12`. */
export const isPing = (json: unknown): boolean =>
	textAt(json, 'webhook_id') !== null &&
	valueAt(json, 'line_items') === undefined &&
	valueAt(json, 'billing') === undefined;

export const recognise = (json: unknown): boolean =>
	isPing(json) ||
	(valueAt(json, 'billing') !== undefined &&
		(valueAt(json, 'line_items') !== undefined || valueAt(json, 'shipping_lines') !== undefined) &&
		valueAt(json, 'financial_status') === undefined);

/** Fields that a shop adds to the block checkout: `_wc_shipping/shop-name/door-code`, and `_wc_other/…` for the order. */
const BLOCK_FIELD = /^_?wc_(shipping|billing|other)\/[^/]+\/(.+)$/;

function plainEntry({ key, value }: Entry): Entry {
	const [, end, name] = BLOCK_FIELD.exec(key) ?? [];
	return { key: name === undefined ? key : end === 'other' ? name : `${end}_${name}`, value };
}

/** Plug-ins write to the order, to its shipping line, to its lines, and Iconic to a field of its own. */
function fieldsOf(order: unknown): OrderFields {
	const iconic = objectAt(order, 'iconic_delivery_meta');
	return new OrderFields([
		...entriesAt(order, 'meta_data').map(plainEntry),
		...listAt(order, 'shipping_lines').flatMap((line) => entriesAt(line, 'meta_data')),
		...listAt(order, 'line_items').flatMap((line) => entriesAt(line, 'meta_data')),
		...Object.entries({
			jckwds_date: iconic.date,
			jckwds_timeslot: iconic.timeslot,
			jckwds_timestamp: iconic.timestamp,
		}).map(([key, value]) => ({ key, value })),
	]);
}

const personOf = (block: unknown): Person => ({
	firstName: textAt(block, 'first_name'),
	lastName: textAt(block, 'last_name'),
	name: textAt(block, 'name'),
	company: textAt(block, 'company'),
});

type End = 'shipping' | 'billing';

/** Some checkouts keep street and number in fields of their own, and leave the first line empty. */
const streetOf = (block: unknown, end: End, fields: OrderFields) =>
	firstText(textAt(block, 'address_1'), fields.text(`${end}_street_name`));

const hasStreet = (block: unknown, end: End, fields: OrderFields) =>
	streetOf(block, end, fields) !== null || textAt(block, 'address_2') !== null;

/** Checkouts of the Netherlands and Brazil ask for the number in a field of its own. */
function houseNumberOf(block: unknown, end: End, fields: OrderFields): string | null {
	const number = firstText(
		textAt(block, 'house_number'),
		textAt(block, 'number'),
		fields.text(`${end}_house_number`, `${end}_number`),
	);
	const suffix = fields.text(`${end}_house_number_suffix`, `${end}_house_number_addition`);
	return number === null || suffix === null ? number : `${number} ${suffix}`;
}

function addressOf(block: unknown, end: End, fields: OrderFields): AddressParts {
	return {
		lines: [streetOf(block, end, fields), textAt(block, 'address_2')],
		houseNumber: houseNumberOf(block, end, fields),
		postalCode: textAt(block, 'postcode'),
		city: textAt(block, 'city'),
		region: textAt(block, 'state'),
		country: textAt(block, 'country'),
		coordinates: coordinatesIn(fields),
	};
}

export function read(json: unknown, settings: ShopSettings): OrderReading {
	if (isPing(json))
		return {
			outcome: 'left_out',
			reasons: [{ code: 'ping', message: 'This is the test call of a saved webhook, and no order.' }],
			request: null,
		};
	if (!recognise(json)) return notAnOrder(json, title);
	const shipping = objectAt(json, 'shipping');
	const billing = objectAt(json, 'billing');
	const fields = fieldsOf(json);
	const end =
		hasStreet(shipping, 'shipping', fields) || !hasStreet(billing, 'billing', fields) ? 'shipping' : 'billing';
	const currency = currencyCode(valueAt(json, 'currency')) ?? settings.currency;
	const lines = physicalLines(json);
	const { goods, problems } = readGoods(lines, {
		sku: (line) => textAt(line, 'sku'),
		name: (line) => firstText(textAt(line, 'name'), textAt(line, 'parent_name')),
		quantity: (line) => valueAt(line, 'quantity'),
		unitValue: (line, quantity) =>
			perPiece(toMoney(valueAt(line, 'total'), currency), quantity) ?? toMoney(valueAt(line, 'price'), currency),
		// The API has no weights; fields that a user mapped may.
		weightGrams: (line) => numberAt(line, 'grams'),
	});
	const people = end === 'shipping' ? [shipping, billing] : [billing, shipping];
	return buildReading(
		{
			shop: 'woocommerce',
			prefix,
			number: textAt(json, 'number'),
			orderId: textAt(json, 'id'),
			contact: contactOf(
				people.map(personOf),
				[
					textAt(shipping, 'phone'),
					fields.text('shipping_phone'),
					textAt(billing, 'phone'),
					fields.text('billing_phone'),
				],
				[textAt(billing, 'email'), textAt(shipping, 'email')],
			),
			address: addressOf(end === 'shipping' ? shipping : billing, end, fields),
			slot: { fields, plugins: woocommercePlugins },
			goods,
			note: joinNotes(textAt(json, 'customer_note'), noteIn(fields)),
			access: accessIn(fields),
			method: methodOf(json),
			payment: paymentOf(json),
			total: toMoney(valueAt(json, 'total'), currency),
			status: statusOf(json),
			reasons: reasonsOf(json, fields, settings),
			problems: [
				...splitProblems(methodsOf(json), settings),
				...(lines.length === 0 ? [noLines(valueAt(json, 'line_items'))] : problems),
			],
		},
		settings,
	);
}
