import type { JsonObject } from '../json';
import type { UsualTimes } from '../declare/shop-order';
import type { OrderReading } from '../delivery/request';
import type { MappedOrder } from './order-steps/order-fields';
import type { ShopSettings } from './settings';
import type { DeliveryNews, ShopRequest, ShopUpdate, UpdateSettings } from './update';

/**
 * A kind of shop, as data: hosts list shops, recognise an order, read it and write back. All of it is pure and total.
 */
export interface Shop {
	id: string;
	title: string;
	/** Is this JSON an order of this shop, or its webhook's ping? */
	recognise: (json: unknown) => boolean;
	/** For a kind of shop whose orders are wanted at once. They come before the carrier's. */
	usualTimes?: UsualTimes;
	/** The order as this kind's API answers it, from fields that a user mapped one by one. */
	fromFields?: (fields: MappedOrder) => JsonObject;
	/** Stands before the order number in a reference, where the user chose nothing else. */
	prefix: string;
	/** Reads an order by the number that references carry; a kind of shop without such a call has none. */
	orderRequest?: (number: string, settings: UpdateSettings) => ShopRequest;
	read: (json: unknown, settings: ShopSettings) => OrderReading;
	/** Builds the shop update for a delivery. `order` is the current order in the shop. */
	update: (order: unknown, news: DeliveryNews, settings: UpdateSettings) => ShopUpdate;
}
