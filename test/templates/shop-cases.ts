import type { IDataObject } from 'n8n-workflow';

import { shopify } from '../../scripts/generate/workflows/shopify';
import { order, tomorrow } from '../../sandbox/demo/orders/order';
import type { ShopStandIn } from './shop-workflow';
import { ShopifyShop } from './shopify-shop';
import { WooCommerceShop } from './woocommerce-shop';

interface StandIn extends ShopStandIn {
	mails: string[];
	notes: { order: string; note: string }[];
	orders: Map<string, IDataObject>;
}

/** A shop as the workflows around its orders see it. */
export interface ShopCase {
	id: string;
	prefix: string;
	open(): StandIn;
	/** An order of the shop, wanted tomorrow afternoon, as its API gives it. */
	add(shop: StandIn, id: string, changes?: IDataObject): IDataObject;
	cancelled: IDataObject;
	withoutSlot: IDataObject;
}

const now = () => new Date().toISOString();

export const shopCases: readonly ShopCase[] = [
	{
		id: 'woocommerce',
		prefix: 'WC',
		open: () => new WooCommerceShop(),
		add: (shop, id, changes = {}) => {
			const whole = { ...order(id), status: 'processing', date_created_gmt: now().slice(0, 19), ...changes };
			shop.orders.set(id, structuredClone(whole));
			return whole;
		},
		cancelled: { status: 'cancelled' },
		withoutSlot: { meta_data: [] },
	},
	{
		id: 'shopify',
		prefix: 'SH',
		open: () => new ShopifyShop(),
		add: (shop, id, changes = {}) => {
			const whole = {
				...shopify.sample,
				admin_graphql_api_id: `gid://shopify/Order/${id}`,
				note_attributes: [
					{ name: 'Delivery Date', value: tomorrow().toFormat('yyyy-MM-dd') },
					{ name: 'Delivery Time', value: '14:00 - 16:00' },
				],
				created_at: now(),
				...changes,
				id: Number(id),
				name: `#${id}`,
			};
			shop.orders.set(id, structuredClone(whole));
			return whole;
		},
		cancelled: { cancelled_at: '2026-01-01T00:00:00Z' },
		withoutSlot: { note_attributes: [] },
	},
];
