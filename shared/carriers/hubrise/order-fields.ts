import type { Draft } from '../../declare/facts';
import { choice, email, exact, group, lines, longText, moment, phone, text } from '../../declare/field';
import type { Problem } from '../../declare/failure';
import type { JsonObject } from '../../declare/json';
import { countryCode } from '../../delivery/country';
import { amountField } from './delivery-fields';
import { writeMoney } from './money';
import { orderStatuses } from './order';

export const orderStatusField = (help: string) => choice(orderStatuses, { label: 'Status', help, common: true });

const ownNumber = 'Your own order number, which no other app of HubRise sees. It finds the order again, so that none is made twice.';

export const privateRefField = (more?: string) =>
	text({ label: 'Reference', placeholder: 'WC-1042', help: more === undefined ? ownNumber : `${ownNumber} ${more}`, common: true }, { max: 255 });

export const serviceTypes = [
	{ value: 'delivery', label: 'Delivery', help: 'Brought to the customer: only such an order can have a delivery' },
	{ value: 'collection', label: 'Collection', help: 'Collected by the customer' },
	{ value: 'eat_in', label: 'Eat In', help: 'Eaten on the spot' },
] as const;

const amountLine = (singular: string, plural: string, help: string) =>
	lines(
		{
			name: text({ label: 'Name', placeholder: singular }),
			amount: amountField('Amount'),
			ref: text({ label: 'Code', help: 'By which software knows it.' }).optional(),
		},
		{ label: plural, line: singular, help },
	).optional();

export const orderLines = {
	items: lines(
		{
			product_name: text({ label: 'Product Name', placeholder: 'Margherita' }),
			price: amountField('Price', 'Of one piece.'),
			quantity: exact({ label: 'Quantity', placeholder: '1', help: 'May have decimals, for goods by weight.' }, { min: 0 }).default('1'),
			sku_name: text({ label: 'SKU Name', placeholder: 'Large', help: 'Which of several sizes or kinds.' }).optional(),
			sku_ref: text({ label: 'SKU Code', placeholder: 'MAR-L', help: 'By which the till knows it.' }).optional(),
		},
		{ label: 'Items', line: 'Item', help: 'What was ordered.' },
	).optional(),
	discounts: amountLine('Discount', 'Discounts', 'Taken off the total.'),
	charges: amountLine('Charge', 'Charges', 'Added to the total, such as a delivery fee.'),
	payments: amountLine('Payment', 'Payments', 'How the order is paid.'),
};

type Amount = { name: string; amount: string; ref?: string };
export interface Lines {
	items?: { product_name: string; price: string; quantity: string; sku_name?: string; sku_ref?: string }[];
	discounts?: Amount[];
	charges?: Amount[];
	payments?: Amount[];
}

/** HubRise's amounts carry their currency; the form asks for it once. */
export function linesBody({ items, discounts, charges, payments }: Lines, currency: string): JsonObject {
	const amounts = (given: Amount[] | undefined) => given?.map(({ name, amount, ref }) => ({ name, ref, amount: writeMoney(amount, currency) }));
	return {
		items: items?.map(({ price, ...item }) => ({ ...item, price: writeMoney(price, currency) })),
		discounts: amounts(discounts),
		charges: amounts(charges),
		payments: amounts(payments),
	};
}

export const hasAmounts = ({ items, discounts, charges, payments }: Draft<Lines>): boolean => [items, discounts, charges, payments].some((given) => given !== undefined && given.length > 0);

export const customerField = () =>
	group(
		{
			first_name: text({ label: 'First Name', placeholder: 'Ada', common: true }).optional(),
			last_name: text({ label: 'Last Name', placeholder: 'Moreau', common: true }).optional(),
			company_name: text({ label: 'Company' }).optional(),
			phone: phone({ label: 'Phone', placeholder: '+33612345678', help: 'With its country code.', common: true }).optional(),
			phone_access_code: text({ label: 'Phone Access Code', help: 'What to type after calling that number.' }).optional(),
			email: email({ label: 'Email', placeholder: 'name@email.com' }).optional(),
			address_1: text({ label: 'Street', placeholder: '12 rue des Petits Champs', common: true }).optional(),
			address_2: text({ label: 'Street, Second Line', placeholder: '3rd floor' }).optional(),
			postal_code: text({ label: 'Postal Code', placeholder: '75002', common: true }).optional(),
			city: text({ label: 'City', placeholder: 'Paris', common: true }).optional(),
			state: text({ label: 'State' }).optional(),
			country: text({ label: 'Country', placeholder: 'FR', help: 'As its code or by its name.' }).optional(),
			latitude: exact({ label: 'Latitude', placeholder: '48.868', help: 'In decimal degrees.' }, { min: -90, max: 90 }).optional(),
			longitude: exact({ label: 'Longitude', placeholder: '2.338', help: 'In decimal degrees.' }, { min: -180, max: 180 }).optional(),
			delivery_notes: longText({ label: 'Delivery Notes', help: 'For the courier: door codes, floor and the like.' }).optional(),
		},
		{ label: 'Customer', help: 'Who ordered, and where it goes.', common: true },
	).optional();

export const confirmedField = () => moment({ label: 'Confirmed Time', help: 'When the business says the order will be there.' }).optional();
export const sellerNotesField = () => longText({ label: 'Seller Notes', help: 'From the business to the customer.' }).optional();
export const collectionCodeField = () => text({ label: 'Collection Code', placeholder: 'A17', help: 'What a courier or customer says at the counter.' }).optional();

interface Place {
	address_1?: string;
	country?: string;
}

/** HubRise's countries have two letters. */
export const customerBody = (customer: (Place & JsonObject) | undefined): JsonObject | undefined =>
	customer && { ...customer, country: customer.country === undefined ? undefined : countryCode(customer.country) };

/** An address that a courier could ride to, where one is to. */
export const checkCustomer = (serviceType: string | undefined, customer: Draft<Place> | undefined): Problem[] => {
	if (customer === undefined) return [];
	const lacking = serviceType === 'delivery' && customer.address_1 === undefined;
	const unknown = customer.country !== undefined && countryCode(customer.country) === undefined;
	return [
		...(lacking ? [{ path: ['customer', 'address_1'], message: 'is missing: an order to be delivered needs an address' }] : []),
		...(unknown ? [{ path: ['customer', 'country'], message: `must be a country, such as FR or France, not "${customer.country}"` }] : []),
	];
};
