import { isJsonObject, type JsonObject } from '../../json';
import type { AccessDetail, Money, OrderReading, Payment } from '../../delivery/request';
import { buildReading, notAnOrder } from '../../shops/build-reading';
import { contactOf } from '../../shops/contact';
import { toCoordinates } from '../../shops/entries';
import { readGoods } from '../../shops/goods';
import { perPiece } from '../../shops/money';
import { firstText, flagAt, listAt, objectAt, textAt, valueAt } from '../../shops/read-json';
import type { MappedOrder } from '../../shops/order-steps/order-fields';
import type { ShopSettings } from '../../shops/settings';
import type { Shop } from '../../shops/shop';
import { readMoney } from './money';
import { orderStatuses } from './order';
import { reasonsOf } from './left-out-reasons';
import { wishOf } from './shop-order-slot';
import { orderRequest, update } from './shop-order-update';

const title = 'HubRise';

const PREFIX = 'HR';

/**
 * An order as HubRise answers it, as its event carries it, or as this carrier's own actions and triggers emit it.
 * Fields have HubRise's name first, then the item's.
 */
export const orderIn = (json: unknown): unknown =>
	valueAt(json, 'resource_type') === 'order' && isJsonObject(valueAt(json, 'new_state'))
		? { ...objectAt(json, 'new_state'), id: firstText(textAt(json, 'new_state', 'id'), textAt(json, 'order_id')) }
		: json;

const isStatus = (status: string | null) => orderStatuses.some(({ value }) => value === status);

function recognise(json: unknown): boolean {
	const order = orderIn(json);
	const isOwnItem = textAt(order, 'carrier') === 'hubrise' && isStatus(textAt(order, 'orderStatus'));
	return (
		isOwnItem ||
		(isStatus(textAt(order, 'status')) &&
			valueAt(order, 'location_id') !== undefined &&
			valueAt(order, 'service_type') !== undefined)
	);
}

/** Money as HubRise writes it, or as an item holds it. */
function moneyIn(written: unknown, item: unknown): Money | null {
	const read = typeof written === 'string' ? readMoney(written) : null;
	if (read !== null) return read;
	const amount = valueAt(item, 'minorUnits');
	const currency = textAt(item, 'currency');
	return typeof amount === 'number' && currency !== null ? { amount, currency } : null;
}

const lineTotal = (line: unknown) =>
	moneyIn(valueAt(line, 'subtotal'), {
		minorUnits: valueAt(line, 'subtotalMinorUnits'),
		currency: valueAt(line, 'priceCurrency'),
	});

const listed = (order: unknown, key: string) => listAt(order, key).filter((entry) => flagAt(entry, 'deleted') !== true);

const goodsOf = (order: unknown) =>
	readGoods(listed(order, 'items'), {
		sku: (line) => firstText(textAt(line, 'sku_ref'), textAt(line, 'ref')),
		name: (line) =>
			[textAt(line, 'product_name'), textAt(line, 'sku_name')].filter((part) => part !== null).join(' ') ||
			textAt(line, 'name'),
		quantity: (line) => valueAt(line, 'quantity'),
		// Options are part of the price of a dish, and of the line's total only.
		unitValue: (line, quantity) =>
			perPiece(lineTotal(line), quantity) ??
			moneyIn(valueAt(line, 'price'), {
				minorUnits: valueAt(line, 'priceMinorUnits'),
				currency: valueAt(line, 'priceCurrency'),
			}),
		weightGrams: () => null,
	});

const CASH = /^(csh|cash)$|\b(cash|esp[eè]ces|bargeld|barzahlung|contanti?|efectivo|kontanter?)\b/i;

const isCash = (payment: unknown) =>
	[textAt(payment, 'name'), textAt(payment, 'ref')].some((text) => CASH.test(text ?? '')) &&
	!/^0+(?:\.0+)?(?:\s|$)/.test(textAt(payment, 'amount') ?? '');

/** O10 calls an order without a payment unpaid, but many tills never send payments. */
function paymentOf(order: unknown): { payment: Payment; said: string | null } {
	const payments = listed(order, 'payments');
	const cash = payments.find(isCash);
	const one = cash ?? payments[0];
	return {
		payment: cash !== undefined ? 'pay_on_delivery' : payments.length > 0 ? 'paid' : 'unknown',
		said: firstText(textAt(one, 'name'), textAt(one, 'ref')),
	};
}

function accessOf(customer: unknown): AccessDetail[] {
	const code = firstText(textAt(customer, 'phone_access_code'), textAt(customer, 'phoneAccessCode'));
	return code === null ? [] : [{ kind: 'phone_code', text: code }];
}

function read(json: unknown, settings: ShopSettings): OrderReading {
	if (!recognise(json)) return notAnOrder(json, title);
	const order = orderIn(json);
	const customer = objectAt(order, 'customer');
	const { goods, problems } = goodsOf(order);
	const { payment, said } = paymentOf(order);
	const id = textAt(order, 'id');
	return buildReading(
		{
			shop: 'hubrise',
			prefix: PREFIX,
			// The only number that is unique in every shop: `ref` may repeat, and `private_ref` belongs to one app.
			number: id,
			orderId: id,
			contact: contactOf(
				[
					{
						firstName: textAt(customer, 'first_name'),
						lastName: textAt(customer, 'last_name'),
						name: textAt(customer, 'name'),
						company: firstText(textAt(customer, 'company_name'), textAt(customer, 'company')),
					},
				],
				[textAt(customer, 'phone')],
				[textAt(customer, 'email')],
			),
			address: {
				lines: [
					firstText(textAt(customer, 'address_1'), textAt(customer, 'street')),
					firstText(textAt(customer, 'address_2'), textAt(customer, 'street2')),
				],
				houseNumber: null,
				postalCode: firstText(textAt(customer, 'postal_code'), textAt(customer, 'postalCode')),
				city: textAt(customer, 'city'),
				region: textAt(customer, 'state'),
				country: textAt(customer, 'country'),
				coordinates: toCoordinates(valueAt(customer, 'latitude'), valueAt(customer, 'longitude')),
			},
			slot: { wish: wishOf(order, settings), source: 'HubRise' },
			goods,
			note: firstText(
				textAt(customer, 'delivery_notes'),
				textAt(customer, 'instructions'),
				textAt(order, 'customer_notes'),
				textAt(order, 'customerNotes'),
			),
			access: accessOf(customer),
			method: {
				id: firstText(textAt(order, 'service_type'), textAt(order, 'serviceType')),
				title: firstText(textAt(order, 'service_type_ref'), textAt(order, 'serviceTypeCode')),
			},
			payment,
			total: moneyIn(valueAt(order, 'total'), valueAt(order, 'total')),
			status: firstText(textAt(order, 'orderStatus'), textAt(order, 'status')),
			reasons: reasonsOf(order, { payment, said }, settings),
			problems,
		},
		settings,
	);
}

/** Only an order that its courier is awaited for has no other service type than this. */
const DELIVERY = 'delivery';

/** Mapped fields as HubRise's own order. Times and codes come among the added fields, under HubRise's names. */
const fromFields = ({ shipping, items = [], added = [], ...fields }: MappedOrder): JsonObject => ({
	...Object.fromEntries(
		added.flatMap(({ key, value }) => (key === undefined || value === undefined ? [] : [[key, value]])),
	),
	id: fields.order_key ?? fields.order_number,
	location_id: '',
	status: fields.status,
	service_type: fields.shipping_method_code ?? fields.shipping_method ?? DELIVERY,
	total: fields.total,
	items: items.map(({ name, sku, quantity, price }) => ({ product_name: name, sku_ref: sku, quantity, price })),
	customer: {
		...shipping,
		address_1: shipping?.street,
		address_2: shipping?.street_2,
		company_name: shipping?.company,
		email: fields.email,
		latitude: fields.latitude,
		longitude: fields.longitude,
		delivery_notes: fields.customer_note,
		phone_access_code: added.find(({ key }) => key === 'phone_access_code')?.value,
	},
});

/** An order hub is a shop too: its orders are what a courier is booked for. */
export const hubriseOrders: Shop = {
	id: 'hubrise',
	title,
	prefix: PREFIX,
	recognise,
	// A meal is cooked when it is ordered, and its order names one time without an end.
	usualTimes: { asapWithoutSlot: false, readyMinutes: 30, lengthMinutes: 90 },
	fromFields,
	read,
	orderRequest,
	update: (order, news) => update(orderIn(order), news),
};
