import { isJsonObject } from '../../json';
import type { OrderReading } from '../../delivery/request';
import { accessIn, joinNotes, noteIn } from '../access-fields';
import { buildReading, notAnOrder } from '../build-reading';
import { contactOf } from '../contact';
import { coordinatesIn } from '../entries';
import { readGoods } from '../goods';
import { currencyCode, toMoney } from '../money';
import { firstText, textAt, toNumber, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';
import { genericPlugins } from '../slots/table';
import { columnLines } from './columns';
import { FlatFields } from './fields';
import { METHOD, METHOD_ID, paymentOf, reasonsOf, statusOf } from './left-out-reasons';

export const title = 'Other Shop, Sheet or Form';

const ENDS = ['shipping_', 'shipping_address_', 'delivery_', 'dropoff_', 'recipient_', ''] as const;
const BILLING = ['billing_', 'billing_address_', 'customer_'] as const;

const named = (ends: readonly string[], ...names: readonly string[]) =>
	ends.flatMap((end) => names.map((name) => end + name));

const STREET = [
	'address_1',
	'address1',
	'address_line_1',
	'address_line1',
	'line1',
	'line_1',
	'street',
	'street_address',
	'address',
];
const STREET_2 = ['address_2', 'address2', 'address_line_2', 'address_line2', 'line2', 'line_2', 'street_2'];

/** Is there enough of an order to read, such as an address, or a name with a number? */
export function recognise(json: unknown): boolean {
	if (!isJsonObject(json)) return false;
	const fields = new FlatFields(json);
	return (
		fields.has(...named([...ENDS, ...BILLING], ...STREET)) ||
		(fields.has(...named(ENDS, 'name', 'first_name', 'last_name')) &&
			fields.has('reference', 'order_number', 'order_id', 'number', 'id'))
	);
}

const NUMBER = ['reference', 'order_reference', 'order_number', 'number', 'increment_id'];
const LINES = ['items', 'line_items', 'lines', 'order_items', 'products', 'order_rows'];

const lineReader = (currency: string | null) => ({
	sku: (line: unknown) => firstText(textAt(line, 'sku'), textAt(line, 'reference'), textAt(line, 'product_reference')),
	name: (line: unknown) =>
		firstText(...['name', 'title', 'product_name', 'productName'].map((key) => textAt(line, key))),
	quantity: (line: unknown) =>
		valueAt(line, 'quantity') ??
		valueAt(line, 'qty') ??
		valueAt(line, 'count') ??
		valueAt(line, 'amount') ??
		valueAt(line, 'product_quantity') ??
		valueAt(line, 'qty_ordered'),
	unitValue: (line: unknown) => toMoney(valueAt(line, 'price') ?? valueAt(line, 'unit_price'), currency),
	weightGrams: (line: unknown) =>
		toNumber(valueAt(line, 'grams') ?? valueAt(line, 'weight_grams') ?? valueAt(line, 'weight')),
});

/** Lines as a list of objects, or as columns. A sheet may have no lines: then the settings define the parcel. */
function goodsOf(fields: FlatFields, currency: string | null) {
	const list = LINES.map((name) => fields.value(name)).find(
		(value) => Array.isArray(value) && value.some(isJsonObject),
	);
	if (Array.isArray(list)) return readGoods(list, lineReader(currency));
	const columns = columnLines(fields);
	const read = readGoods(columns.lines, lineReader(currency));
	return { goods: read.goods, problems: [...columns.problems, ...read.problems] };
}

export function read(json: unknown, settings: ShopSettings): OrderReading {
	if (!recognise(json)) return notAnOrder(json, 'a shop, sheet or form with an address');
	const fields = new FlatFields(json);
	const added = fields.added();
	const ends = fields.has(...named(ENDS, ...STREET)) ? ENDS : BILLING;
	const all = [...new Set([...ends, ...ENDS, ...BILLING])];
	const currency = currencyCode(fields.value('currency', 'currency_code')) ?? settings.currency;
	const { goods, problems } = goodsOf(fields, currency);
	const person = (of: readonly string[]) => ({
		firstName: fields.text(...named(of, 'first_name', 'firstname', 'given_name')),
		lastName: fields.text(...named(of, 'last_name', 'lastname', 'surname', 'family_name')),
		name: fields.text(...named(of, 'name', 'full_name', 'recipient_name', 'contact_name')),
		company: fields.text(...named(of, 'company', 'company_name')),
	});
	return buildReading(
		{
			shop: 'generic',
			prefix: '',
			number: fields.text(...NUMBER, 'order_id', 'id'),
			orderId: fields.text('order_id', 'id', 'order_number', 'number', 'reference'),
			contact: contactOf(
				[person(ends), person(BILLING)],
				named(all, 'phone', 'telephone', 'phone_number', 'mobile', 'tel').map((name) => fields.text(name)),
				named(all, 'email', 'email_address').map((name) => fields.text(name)),
			),
			address: {
				lines: [fields.text(...named(ends, ...STREET)), fields.text(...named(ends, ...STREET_2))],
				houseNumber: fields.text(...named(ends, 'house_number', 'street_number')),
				postalCode: fields.text(...named(ends, 'postcode', 'postal_code', 'zip', 'zip_code', 'zipcode', 'post_code')),
				city: fields.text(...named(ends, 'city', 'town')),
				region: fields.text(...named(ends, 'state', 'region', 'province')),
				country: fields.text(...named(ends, 'country_code', 'country', 'country_id')),
				coordinates: coordinatesIn(added),
			},
			slot: { fields: added, plugins: genericPlugins },
			goods,
			note: joinNotes(
				fields.text(
					'note',
					'customer_note',
					'notes',
					'instructions',
					'delivery_instructions',
					'delivery_note',
					'comment',
					'comments',
					'remarks',
				),
				noteIn(added),
			),
			access: accessIn(added),
			method: { id: fields.text(...METHOD_ID), title: fields.text(...METHOD) },
			payment: paymentOf(fields),
			total: toMoney(fields.value('total', 'total_price', 'order_total', 'total_paid'), currency),
			status: statusOf(fields),
			reasons: reasonsOf(fields, added, settings),
			problems,
		},
		settings,
	);
}
