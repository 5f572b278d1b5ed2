import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { credentialsOf, signIn, wholeAnswer, type ShopCredential } from './http';
import { fieldsStep, ORDER_DAYS, setting } from './pieces';
import { chain } from './shop-links';
import type { AllOrders, ShopParts, ShopStep } from './shop-parts';
import { retried } from './shop-steps';

const credential: ShopCredential = { type: 'httpBasicAuth', name: 'PrestaShop account', isGeneric: true };

/** Carriers do not list bookings further back. */
const DAYS = 31;
/** More than two looks, so that one which fails misses nothing. */
const MINUTES = 40;

/** A resource of PrestaShop's webservice, in JSON. A list that is empty comes as `[]`. */
const look = (
	name: string,
	resource: string,
	query: Readonly<Record<string, string>>,
	options: INodeParameters = {},
): ShopStep => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	version: 4.2,
	settings: { ...credentialsOf(credential), onError: 'continueErrorOutput' },
	parameters: {
		url: `${setting('shopAddress')}/api/${resource}`,
		...signIn(credential),
		sendQuery: true,
		queryParameters: {
			parameters: Object.entries({ output_format: 'JSON', display: 'full', ...query }).map(([key, value]) => ({
				name: key,
				value,
			})),
		},
		options,
	},
});

/** Since when, in the shop's own time. `date` makes the webservice read the times. */
const since = (field: 'date_add' | 'date_upd', ago: string) => ({
	[`filter[${field}]`]: `=[{{ $now.minus({ ${ago} }).setZone($('Settings').first().json.settings.timeZone).toFormat('yyyy-MM-dd HH:mm:ss') }},{{ $now.plus({ days: 2 }).toFormat('yyyy-MM-dd HH:mm:ss') }}]`,
	date: '1',
});

const each = (name: string): ShopStep => ({
	name,
	type: 'n8n-nodes-base.splitOut',
	parameters: { fieldToSplitOut: 'orders', options: {} },
});

const order = "$('Read the order').item.json.body.orders?.[0]";

/** One resource of the order by its number; an address or customer that is gone is an empty list. */
const part = (name: string, resource: string, id: string) =>
	look(name, resource, { 'filter[id]': `=[{{ ${id} }}]` }, wholeAnswer);

const join = (parts: Readonly<Record<string, string>>): ShopStep => ({
	name: 'The whole order',
	type: 'n8n-nodes-base.set',
	version: 3.4,
	parameters: {
		assignments: {
			assignments: Object.entries(parts).map(([name, value]) => ({
				id: name,
				name,
				value: `={{ ${value} ?? {} }}`,
				type: 'object',
			})),
		},
		options: {},
	},
});

const bodyOf = (step: string, resource: string) => `$('${step}').item.json.body.${resource}?.[0]`;

const sample = {
	order: {
		id: 3801,
		reference: 'XKBKNABJK',
		id_address_delivery: '11',
		id_customer: '5',
		id_carrier: '3',
		id_lang: '1',
		id_shop: '1',
		current_state: '2',
		module: 'ps_checkout',
		payment: 'Card',
		valid: '1',
		total_paid: '24.000000',
		date_add: '2030-05-20 09:00:00',
		date_upd: '2030-05-20 09:01:00',
		ddw_order_date: '2030-05-21',
		ddw_order_time: '16:00 - 18:00',
		associations: {
			order_rows: [
				{
					id: '1',
					product_id: '7',
					product_name: 'Soap',
					product_reference: 'SOAP-1',
					product_quantity: '2',
					unit_price_tax_incl: '12.000000',
				},
			],
		},
	},
	address: {
		id: 11,
		id_country: '8',
		firstname: 'Inès',
		lastname: 'Haddad',
		company: '',
		address1: '41 rue de Lancry',
		address2: '',
		postcode: '75010',
		city: 'Paris',
		other: 'Second door on the left',
		phone: '',
		phone_mobile: '06 12 34 56 78',
	},
	country: { id: 8, iso_code: 'FR' },
	customer: { id: 5, firstname: 'Inès', lastname: 'Haddad', email: 'ines@example.com' },
	carrier: { id: 3, id_reference: '2', name: 'Bike courier', external_module_name: '' },
} satisfies IDataObject;

/** Only its carrier says whether an order is collected: an edited carrier has another number. A list is never empty for n8n, as it comes whole. */
const allSteps: readonly ShopStep[] = [
	look('All orders', 'orders', since('date_add', `days: ${ORDER_DAYS}`), wholeAnswer),
	look('All carriers', 'carriers', {}, wholeAnswer),
	fieldsStep(
		'Put together',
		[0, 0],
		[
			[
				'orders',
				'array',
				"={{ ($('All orders').first().json.body.orders ?? []).map((order) => ({ order, carrier: $json.body.carriers?.find(({ id }) => id == order.id_carrier) })) }}",
			],
		],
		false,
	),
];

const rowsOf = (resource: string, row: IDataObject[string]) => [{ statusCode: 200, body: { [resource]: [row] } }];

const all: AllOrders = {
	steps: allSteps.map(retried),
	links: chain(allSteps, 'Compare with bookings'),
};

export const prestashop: ShopParts = {
	file: 'prestashop-orders-to-a-courier',
	title: 'PrestaShop',
	shop: 'prestashop',
	prefix: 'PS',
	finding: { key: "$json.body?.orders?.[0]?.id ?? ''" },
	orderNumber: '{{ $json.order.id }}',
	customer:
		'{{ $json.address.firstname }} {{ $json.address.lastname }}, {{ $json.address.address1 }}, {{ $json.address.phone_mobile || $json.address.phone }}',
	// The order was shipped, and the failure may have put it aside.
	bookingAgain: {
		leaveOutFields: {
			statuses:
				"={{ [$('Settings').first().json.settings.statesToDeliver, 4, $('Settings').first().json.settings.stateAside].join(',') }}",
			methods: setting('deliveryMethods'),
		},
	},
	orderField: 'order?.id_address_delivery',
	credential,
	wholeAnswers: true,
	settings: {
		timeZone: 'Europe/Paris',
		statesToDeliver: '2,3,11',
		statesCalledOff: '6,7',
		deliveryMethods: '',
		stateAside: '9',
	},
	reading: {
		leaveOutFields: { statuses: setting('statesToDeliver'), methods: setting('deliveryMethods') },
	},
	updateFields: { status_trouble: setting('stateAside') },
	booking: { additionalFields: { time_zone: setting('timeZone') } },
	trigger: { name: 'Sample order', type: 'n8n-nodes-base.manualTrigger' },
	changed: [
		look('Orders that changed', 'orders', since('date_upd', `minutes: ${MINUTES}`)),
		each('Each changed order'),
	],
	list: [
		look('Orders to deliver', 'orders', {
			'filter[current_state]':
				"=[{{ ($('Settings').first().json.settings.statesToDeliver + ',' + $('Settings').first().json.settings.statesCalledOff).split(',').join('|') }}]",
			...since('date_upd', `days: ${DAYS}`),
		}),
		each('Each order'),
	],
	read: [
		part('Read the order', 'orders', '$json.orderKey ?? $json.id'),
		part('Read its address', 'addresses', `${order}?.id_address_delivery`),
		part('Read its country', 'countries', '$json.body.addresses?.[0]?.id_country'),
		part('Read its customer', 'customers', `${order}?.id_customer`),
		part('Read its carrier', 'carriers', `${order}?.id_carrier`),
		join({
			order,
			address: bodyOf('Read its address', 'addresses'),
			country: bodyOf('Read its country', 'countries'),
			customer: bodyOf('Read its customer', 'customers'),
			carrier: bodyOf('Read its carrier', 'carriers'),
		}),
	],
	notice: `PrestaShop has no webhooks. *Every quarter of an hour* reads the orders that changed, compares the orders of the last ${DAYS} days with the bookings,`,
	setUp: [
		'1. In PrestaShop, under Advanced Parameters, Webservice: make a key that may read orders, addresses, countries, customers and carriers, read and change order_carriers, and read and add customer_threads, customer_messages and order_histories. In n8n, make a Basic Auth credential with that key as the user and no password.',
		'2. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address and time zone of your shop, a usual package, and who gets mails. deliveryMethods names the carriers in PrestaShop whose orders go out this way; empty means all but the first, which is for orders that customers collect.',
		'3. stateAside is the state of an order that cannot be booked, or that its courier gave up: a person puts it right and back. It must not be one of statesToDeliver. Best is a state of your own, such as "Courier: to check".',
		'4. Choose the Basic Auth credential in each step that reads or updates the shop.',
		"5. Choose your carrier's credential in *Book courier*, *Cancel courier* and *Compare with bookings*, and in its trigger. Switch that trigger on and the others off.",
		'6. Choose a mail credential in *Ask about the time*, *The courier still comes* and *Report by mail*.',
		'PrestaShop has no delivery slots of its own. If your carrier needs one and no module adds it to the order, set Slot in *Book courier*.',
	].join('\n'),
	credentialHelp: 'It is a Basic Auth credential with a key of the webservice as the user and no password.',
	rights:
		'The key may read orders, addresses, countries, customers and carriers, read and change order_carriers, and read and add customer_threads, customer_messages and order_histories.',
	setUpUpdate:
		'stateAside is the state of an order that its courier could not deliver: a person puts it right and back. It must not be one of statesToDeliver.',
	setUpSettings:
		'Beside these: the time zone of your shop, statesToDeliver with the numbers of the states whose orders are to be delivered, and deliveryMethods with the carriers in PrestaShop whose orders go out this way; empty means all but the first, which is for orders that customers collect.',
	sample,
	all,
	wholeOrder: 'The whole order',
	answers: ({ order, address, country, customer, carrier }) => ({
		'All orders': rowsOf('orders', order),
		'All carriers': rowsOf('carriers', carrier),
		'Orders to deliver': [{ orders: [order] }],
		'Read the order': rowsOf('orders', order),
		'Read its address': rowsOf('addresses', address),
		'Read its country': rowsOf('countries', country),
		'Read its customer': rowsOf('customers', customer),
		'Read its carrier': rowsOf('carriers', carrier),
	}),
};
