import { isJsonObject } from '../../json';
import type { OrderProblem, OrderReading } from '../../delivery/request';
import { buildReading, notAnOrder, type AddressParts } from '../build-reading';
import { contactOf } from '../contact';
import { toCoordinates } from '../entries';
import { noLines, readGoods } from '../goods';
import { currencyCode, toMoney } from '../money';
import { OrderFields, type Entry } from '../order-fields';
import { firstText, numberAt, quote, textAt, valueAt } from '../read-json';
import type { ShopSettings } from '../settings';
import { prestashopPlugins } from '../slots/table';
import { bundleOf, nameOf, orderIn, ordersIn, rowsOf, type Bundle } from './bundle';
import { isVirtual, methodOf, paymentOf, reasonsOf } from './left-out-reasons';

/** Of references, where the user chose none. */
export const prefix = 'PS';

export const title = 'PrestaShop';

export const recognise = (json: unknown): boolean => orderIn(json) !== undefined;

/** PrestaShop's own dates are of its papers, and no wish: delivery_date is when the delivery slip was made. */
const OWN = new Set(['delivery_date', 'invoice_date', 'date_add', 'date_upd', 'delivery_number', 'gift_message']);

/** Modules add their fields to the order itself, or join a resource of their own. */
const entriesOf = (json: unknown, order: unknown): Entry[] =>
	[order, json].flatMap((place) =>
		isJsonObject(place)
			? Object.entries(place).flatMap(([key, value]) =>
					OWN.has(key)
						? []
						: isJsonObject(value) && !/^(associations|orders?|address|customer|carrier|country|currency)/.test(key)
							? fieldsOf(value)
							: [{ key, value }],
				)
			: [],
	);

const fieldsOf = (value: object): Entry[] =>
	Object.entries(value).map(([key, inner]: [string, unknown]) => ({ key, value: inner }));

const countryOf = (address: unknown, country: unknown) =>
	firstText(
		textAt(country, 'iso_code'),
		textAt(address, 'iso_code'),
		textAt(address, 'country_iso'),
		nameOf(valueAt(address, 'country')),
	);

function joinProblem(
	label: string,
	field: string,
	ids: { wanted: string | null; given: string | null },
): OrderProblem[] {
	const { wanted, given } = ids;
	if (wanted === null || given === null || wanted === given) return [];
	return [
		{
			field,
			found: given,
			message: `${label} ${quote(given)} was joined to an order that belongs to ${label.toLowerCase()} ${quote(wanted)}. Join the ones of the same order.`,
		},
	];
}

/** The webservice returns an order with the ids of its parts. Each part needs its own request. */
function joinProblems({ order, address, country, customer }: Bundle, settings: ShopSettings): OrderProblem[] {
	const id = textAt(order, 'id_address_delivery');
	if (address === undefined) {
		return [
			{
				field: 'place',
				found: id,
				message: `The order names its address by number (${quote(id)}) only. Read addresses/${id ?? '…'} before this step and join it.`,
			},
		];
	}
	const number = textAt(address, 'id_country');
	const nameless = settings.country === null && number !== null && countryOf(address, country) === null;
	return [
		...(nameless
			? [
					{
						field: 'place.country',
						found: number,
						message: `The address names its country by number (${quote(number)}) only. Join countries/${number}, or choose the country of the shop.`,
					},
				]
			: []),
		...joinProblem('Address', 'place', { wanted: id, given: textAt(address, 'id') }),
		...joinProblem('Customer', 'contact.email', {
			wanted: textAt(order, 'id_customer'),
			given: textAt(customer, 'id'),
		}),
		...joinProblem('Country', 'place.country', { wanted: textAt(address, 'id_country'), given: textAt(country, 'id') }),
	];
}

const messagesOf = (messages: readonly unknown[]) =>
	messages.map((one) => textAt(one, 'message')).filter((text) => text !== null);

function addressOf(address: unknown, country: unknown): AddressParts {
	return {
		lines: [textAt(address, 'address1'), textAt(address, 'address2')],
		houseNumber: null,
		postalCode: textAt(address, 'postcode'),
		city: textAt(address, 'city'),
		region: null,
		country: countryOf(address, country),
		coordinates: toCoordinates(valueAt(address, 'latitude'), valueAt(address, 'longitude')),
	};
}

export function read(json: unknown, settings: ShopSettings): OrderReading {
	const count = ordersIn(json);
	if (count > 1) {
		return {
			outcome: 'problems',
			problems: [
				{
					field: 'order',
					found: `${count} orders`,
					message: `This item holds ${count} orders. Split them, so that each is an item.`,
				},
			],
			request: null,
		};
	}
	const bundle = bundleOf(json);
	const { order, address, country, customer, products } = bundle;
	if (order === undefined) return notAnOrder(json, title);
	const currency = currencyCode(valueAt(bundle.currency, 'iso_code')) ?? settings.currency;
	const rows = rowsOf(order).filter((row) => !isVirtual(row, products));
	const productOf = (row: unknown) =>
		products.find((one) => textAt(one, 'id') !== null && textAt(one, 'id') === textAt(row, 'product_id'));
	const { goods, problems } = readGoods(rows, {
		sku: (row) => firstText(textAt(row, 'product_reference'), textAt(row, 'product_ean13')),
		name: (row) => nameOf(valueAt(row, 'product_name')),
		quantity: (row) => valueAt(row, 'product_quantity'),
		unitValue: (row) => toMoney(valueAt(row, 'unit_price_tax_incl') ?? valueAt(row, 'product_price'), currency),
		weightGrams: (row) => {
			const kilograms = numberAt(row, 'product_weight') ?? numberAt(productOf(row), 'weight');
			return kilograms === null || kilograms <= 0 ? numberAt(row, 'grams') : Math.round(kilograms * 1000);
		},
	});
	const person = (one: unknown) => ({
		firstName: textAt(one, 'firstname'),
		lastName: textAt(one, 'lastname'),
		name: null,
		company: textAt(one, 'company'),
	});
	return buildReading(
		{
			shop: 'prestashop',
			prefix,
			number: textAt(order, 'id'),
			orderId: textAt(order, 'id'),
			contact: contactOf(
				[person(address), person(customer)],
				[textAt(address, 'phone_mobile'), textAt(address, 'phone'), textAt(customer, 'phone')],
				[textAt(customer, 'email'), textAt(address, 'email')],
			),
			address: address === undefined ? null : addressOf(address, country),
			slot: { fields: new OrderFields(entriesOf(json, order)), plugins: prestashopPlugins },
			goods,
			note:
				[textAt(address, 'other'), ...messagesOf(bundle.messages)].filter((text) => text !== null).join('\n') || null,
			access: [],
			method: methodOf(bundle),
			payment: paymentOf(bundle),
			total: toMoney(valueAt(order, 'total_paid'), currency),
			status: textAt(order, 'current_state'),
			reasons: reasonsOf(bundle, settings),
			problems: [
				...joinProblems(bundle, settings),
				...(rows.length === 0 ? [noLines(valueAt(order, 'associations', 'order_rows'))] : problems),
			],
		},
		settings,
	);
}
