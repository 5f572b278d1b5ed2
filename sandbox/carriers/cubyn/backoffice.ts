import { decideClaim } from './claims/decide';
import type { CubynBackoffice } from './backoffice.types';
import { createOrder } from './inbound/create-order';
import { readOrder } from './inbound/order-body';
import { stepOrder } from './inbound/transitions';
import { WAREHOUSES } from './inbound/warehouses';
import { applicationOf } from './owner';
import { cancelNow } from './parcels/cancel';
import { stepParcel } from './parcels/courier';
import { createParcel } from './parcels/create-parcel';
import { readParcel } from './parcels/parcel-body';
import { assertTransition, transitionTo } from './parcels/transitions';
import { required, type CubynState } from './state';
import { productBySku } from './stock/products';
import { addStock } from './stock/add-stock';
import { webhookBackoffice } from './webhooks/webhook-backoffice';

/** Cubyn's own screens, as far as tests and the demo need them. */
export function createBackoffice(state: CubynState): CubynBackoffice {
	const parcel = (id: number) => required(state.parcels.get(id), `parcel ${id}`);
	const merchantId = () => applicationOf(state).account.id;
	return {
		accounts: state.accounts,
		settings: state.settings,
		get parcels() {
			return state.parcels.all();
		},
		get collects() {
			return state.collects.all();
		},
		get attachments() {
			return state.attachments.all();
		},
		get orders() {
			return state.orders.all();
		},
		get deliveries() {
			return state.deliveries.all();
		},
		get products() {
			return state.products.all();
		},
		get lots() {
			return state.lots.all();
		},
		get claims() {
			return state.claims.all();
		},
		webhooks: webhookBackoffice(state),
		parcel: (id) => state.parcels.get(id),
		order: (id) => state.orders.get(id),
		product: (sku, account = merchantId()) => productBySku(state, account, sku),
		book: (body, application) => createParcel(state, applicationOf(state, application), readParcel(body)),
		setStatus(id, status, options) {
			if (options?.force !== true) assertTransition(parcel(id), status);
			return transitionTo(state, parcel(id), status);
		},
		setMishap: (id, mishap) => state.parcels.put(id, { ...parcel(id), mishap }),
		cancel: (id) => cancelNow(state, parcel(id)),
		step: (id) => stepParcel(state, parcel(id)),
		stepOrder: (id) => stepOrder(state, required(state.orders.get(id), `inbound order ${id}`)),
		returnOrder: (body) => createOrder(state, merchantId(), WAREHOUSES[0]?.id ?? 0, readOrder(body), true),
		addStock: (sku, available, lot) => addStock(state, merchantId(), { sku, available, ...lot }),
		decideClaim: (id, status, reason) =>
			decideClaim(state, required(state.claims.get(id), `claim ${id}`), status, reason),
	};
}
