import { isJsonObject } from '../json';
import type { OrderReading } from '../delivery/request';
import * as generic from './generic/read';
import { update as updateGeneric } from './generic/update';
import * as prestashop from './prestashop/read';
import { orderRequest as prestashopOrderRequest, update as updatePrestashop } from './prestashop/update';
import { valueAt } from './read-json';
import type { ShopSettings } from './settings';
import type { Shop } from './shop';
import * as shopify from './shopify/read';
import { orderRequest as shopifyOrderRequest, update as updateShopify } from './shopify/update';
import * as woocommerce from './woocommerce/read';
import { orderRequest as woocommerceOrderRequest, update as updateWoocommerce } from './woocommerce/update';

/** Reads anything with an address. */
const otherShop: Shop = {
	id: 'generic',
	title: generic.title,
	prefix: '',
	recognise: generic.recognise,
	read: generic.read,
	update: updateGeneric,
};

/** Every kind of shop, the most recognisable first. */
export const shops: readonly Shop[] = [
	{
		id: 'woocommerce',
		title: woocommerce.title,
		prefix: woocommerce.prefix,
		orderRequest: woocommerceOrderRequest,
		recognise: woocommerce.recognise,
		read: woocommerce.read,
		update: updateWoocommerce,
	},
	{
		id: 'shopify',
		title: shopify.title,
		prefix: shopify.prefix,
		orderRequest: shopifyOrderRequest,
		recognise: shopify.recognise,
		read: shopify.read,
		update: updateShopify,
	},
	{
		id: 'prestashop',
		title: prestashop.title,
		prefix: prestashop.prefix,
		orderRequest: prestashopOrderRequest,
		recognise: prestashop.recognise,
		read: prestashop.read,
		update: updatePrestashop,
	},
	otherShop,
];

/** n8n's own webhook step puts headers and query next to the body. */
export const bodyOf = (json: unknown): unknown =>
	isJsonObject(valueAt(json, 'headers')) && isJsonObject(valueAt(json, 'body')) ? valueAt(json, 'body') : json;

/** The shop an order comes from. The generic reader is used if no shop matches. */
export function recognise(json: unknown, kinds: readonly Shop[] = shops): Shop {
	const order = bodyOf(json);
	return kinds.find((shop) => shop.recognise(order)) ?? otherShop;
}

/** The shop that the user chose, or the one that the order comes from. */
export const shopOf = (json: unknown, chosen: string | null, kinds: readonly Shop[] = shops): Shop =>
	kinds.find(({ id }) => id === chosen) ?? recognise(json, kinds);

/** Reads an order of any shop, or of the one that the user chose. */
export const readOrder = (
	json: unknown,
	settings: ShopSettings,
	chosen: string | null = null,
	kinds: readonly Shop[] = shops,
): OrderReading => shopOf(json, chosen, kinds).read(bodyOf(json), settings);
