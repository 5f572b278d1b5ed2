import type { IDataObject } from 'n8n-workflow';

import { tomorrow } from '../../sandbox/demo/orders/order';
import { PrestaShop } from './prestashop-shop';
import type { ShopStandIn } from './shop-workflow';
import { ShopifyShop } from './shopify-shop';
import { WooCommerceShop } from './woocommerce-shop';

export interface StandIn extends ShopStandIn {
	mails: string[];
	readonly notes: readonly { order: string; note: string }[];
	/** A paid order of this moment, wanted tomorrow afternoon, as its API gives it. Given again, it is changed. */
	place(id: string, changes?: IDataObject, address?: IDataObject): IDataObject;
	/** As if the order was never there. */
	remove(id: string): void;
	/** The order stands where people look for what needs them. */
	isAside(id: string): boolean;
}

/** A shop as the workflows around its orders see it. */
export interface ShopCase {
	id: string;
	prefix: string;
	open(): StandIn;
	/** Changes of an order, and of its address where that is apart: to Denmark. */
	danish: readonly [changes: IDataObject, address?: IDataObject];
	cancelled: IDataObject;
	/** Wanted at another time of tomorrow. */
	later(): IDataObject;
	withoutSlot: IDataObject;
	/** After a delivery that failed on its way. */
	failed: IDataObject;
	/** Steps that read all orders. */
	all: readonly string[];
	/** Steps that read the parts of an order to book. */
	reads: readonly string[];
	/** Steps that read an order whose key is known. */
	readsFound: readonly string[];
}

const freja = { first_name: 'Freja', last_name: 'Holm', company: '', city: 'Odense C' };

const prestashopReads = ['Read the order', ...['address', 'country', 'customer', 'carrier'].map((part) => `Read its ${part}`)];

export const shopCases: readonly ShopCase[] = [
	{
		id: 'woocommerce',
		prefix: 'WC',
		open: () => new WooCommerceShop(),
		danish: [
			{
				billing: { phone: '+45 12 34 56 78', email: 'freja@example.com' },
				shipping: { ...freja, address_1: 'Vestergade 10', postcode: '5000', country: 'DK' },
			},
		],
		cancelled: { status: 'cancelled' },
		later: () => ({
			meta_data: [
				{ key: 'jckwds_date_ymd', value: tomorrow().toFormat('yyyyMMdd') },
				{ key: 'jckwds_timeslot', value: '16:00 - 18:00' },
			],
		}),
		withoutSlot: { meta_data: [] },
		failed: { status: 'on-hold', date_paid: '2026-01-01T00:00:00' },
		all: ['All orders'],
		reads: [],
		readsFound: ['Read the order'],
	},
	{
		id: 'shopify',
		prefix: 'SH',
		open: () => new ShopifyShop(),
		danish: [
			{ shipping_address: { ...freja, address1: 'Vestergade 10', zip: '5000', country_code: 'DK', phone: '+4512345678' } },
		],
		cancelled: { cancelled_at: '2026-01-01T00:00:00Z' },
		later: () => ({
			note_attributes: [
				{ name: 'Delivery Date', value: tomorrow().toFormat('yyyy-MM-dd') },
				{ name: 'Delivery Time', value: '16:00 - 18:00' },
			],
		}),
		withoutSlot: { note_attributes: [] },
		failed: {
			tags: 'courier booked, courier trouble',
			fulfillment_status: 'fulfilled',
			line_items: [{ id: 1, name: 'Soap', sku: 'SOAP-1', quantity: 2, price: '12.00', fulfillment_status: 'fulfilled' }],
		},
		all: ['All orders'],
		reads: [],
		readsFound: ['Read the order'],
	},
	{
		id: 'prestashop',
		prefix: 'PS',
		open: () => new PrestaShop(),
		danish: [
			{},
			{ id_country: '20', firstname: 'Freja', lastname: 'Holm', address1: 'Vestergade 10', postcode: '5000', city: 'Odense C', phone_mobile: '+45 12 34 56 78' },
		],
		cancelled: { current_state: '6' },
		later: () => ({ ddw_order_date: tomorrow().toFormat('yyyy-MM-dd'), ddw_order_time: '16:00 - 18:00' }),
		withoutSlot: { ddw_order_date: '', ddw_order_time: '' },
		failed: { current_state: '9' },
		all: ['All orders', 'All carriers'],
		reads: prestashopReads,
		readsFound: prestashopReads,
	},
];
