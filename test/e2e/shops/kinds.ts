import { order } from '../../../sandbox/demo/orders/order';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import { openPrestaShop } from './prestashop';
import type { OpenShop, OrderChanges, ShopKind, Slot } from './shop';
import { openShopify, withShopifyReads } from './shopify';

const compact = ({ day }: Slot) => day.replaceAll('-', '');
const times = ({ from, to }: Slot) => `${from} - ${to}`;

function wooChanges(id: string, { slot, address, state }: OrderChanges): object {
	const whole = order(id);
	const shipping = address && { address_1: address.street, postcode: address.postcode, city: address.city };
	const days = [
		{ key: 'jckwds_date_ymd', value: slot === undefined || slot === 'none' ? '' : compact(slot) },
		{ key: 'jckwds_timeslot', value: slot === undefined || slot === 'none' ? '' : times(slot) },
	];
	return {
		...(slot === undefined ? {} : { meta_data: slot === 'none' ? [] : days }),
		...(shipping ? { shipping: { ...whole.shipping, ...shipping } } : {}),
		...(state === undefined ? {} : { status: state === 'failed' ? 'on-hold' : 'cancelled' }),
	};
}

async function openWooCommerce(): Promise<OpenShop> {
	const shop = await startWooCommerce();
	return {
		...shop,
		credential: { type: 'wooCommerceApi', data: shop.credential },
		place: (id, changes = {}) => {
			const placed = { date_created_gmt: new Date().toISOString().slice(0, 19) };
			const whole = { ...order(id), status: 'processing', ...placed, ...wooChanges(id, changes) };
			shop.put(whole);
			return whole;
		},
		notesOf: (id) => shop.notes.filter((each) => each.order === id).map(({ note }) => note),
		atThisShop: (body) => body,
	};
}

async function openShopifyShop(): Promise<OpenShop> {
	const { shop, credential, ...server } = await openShopify();
	const failed = {
		tags: 'courier booked, courier trouble',
		fulfillment_status: 'fulfilled',
		line_items: [{ id: 1, name: 'Soap', sku: 'SOAP-1', quantity: 2, price: '12.00', fulfillment_status: 'fulfilled' }],
	};
	const states = { failed, cancelled: { cancelled_at: new Date().toISOString() } };
	const slotNotes = (slot: Slot) => [
		{ name: 'Delivery Date', value: slot.day },
		{ name: 'Delivery Time', value: times(slot) },
	];
	return {
		...server,
		credential: { type: 'shopifyAccessTokenApi', data: credential },
		place: (id, { slot, address, state } = {}) => {
			const { shipping_address: usual } = shop.place(id);
			const door = address && { address1: address.street, zip: address.postcode, city: address.city };
			return shop.place(id, {
				...(slot === undefined ? {} : { note_attributes: slot === 'none' ? [] : slotNotes(slot) }),
				...(door ? { shipping_address: { ...Object(usual), ...door, latitude: null, longitude: null } } : {}),
				...(state === undefined ? {} : states[state]),
			});
		},
		remove: (id) => shop.remove(id),
		notesOf: (id) => shop.notes.filter((each) => each.order === id).map(({ note }) => note),
		atThisShop: (body) => withShopifyReads(server.url, body),
	};
}

async function openPrestaShopShop(): Promise<OpenShop> {
	const { shop, credential, ...server } = await openPrestaShop();
	const states = { failed: { current_state: '9' }, cancelled: { current_state: '6' } };
	const slotFields = (slot: Slot) => ({ ddw_order_date: slot.day, ddw_order_time: times(slot) });
	return {
		...server,
		credential: { type: 'httpBasicAuth', data: credential },
		place: (id, { slot, address, state } = {}) => {
			const fields = slot === 'none' ? { ddw_order_date: '', ddw_order_time: '' } : slot && slotFields(slot);
			const door = address && { address1: address.street, postcode: address.postcode, city: address.city };
			return shop.place(id, { ...fields, ...(state === undefined ? {} : states[state]) }, door);
		},
		remove: (id) => shop.remove(id),
		notesOf: (id) => shop.notesOf(id),
		atThisShop: (body) => body,
	};
}

export const shopKinds: readonly ShopKind[] = [
	{ id: 'woocommerce', title: 'WooCommerce', prefix: 'WC', open: openWooCommerce },
	{ id: 'shopify', title: 'Shopify', prefix: 'SH', open: openShopifyShop },
	{ id: 'prestashop', title: 'PrestaShop', prefix: 'PS', open: openPrestaShopShop },
];
