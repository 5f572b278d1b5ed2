import { decideClaim } from './claims/decide';
import type { CubynDesk } from './desk.types';
import { createOrder } from './inbound/createOrder';
import { readOrder } from './inbound/orderBody';
import { stepOrder } from './inbound/progress';
import { WAREHOUSES } from './inbound/warehouses';
import { applicationOf } from './owner';
import { cancelNow } from './parcels/cancel';
import { stepParcel } from './parcels/courier';
import { createParcel } from './parcels/createParcel';
import { readParcel } from './parcels/parcelBody';
import { assertStep, moveTo } from './parcels/progress';
import { known, type CubynState } from './state';
import { productBySku } from './stock/products';
import { putOnShelf } from './stock/shelf';
import { webhookDesk } from './webhooks/webhookDesk';

/** Cubyn's own screens, as far as tests and the demo need them. */
export function openDesk(state: CubynState): CubynDesk {
	const parcel = (id: number) => known(state.parcels.get(id), `parcel ${id}`);
	const merchant = () => applicationOf(state).account.id;
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
		webhooks: webhookDesk(state),
		parcel: (id) => state.parcels.get(id),
		order: (id) => state.orders.get(id),
		product: (sku, account = merchant()) => productBySku(state, account, sku),
		book: (body, application) => createParcel(state, applicationOf(state, application), readParcel(body)),
		setStatus(id, status, options) {
			if (options?.force !== true) assertStep(parcel(id), status);
			return moveTo(state, parcel(id), status);
		},
		willMeet: (id, mishap) => state.parcels.put(id, { ...parcel(id), mishap }),
		cancel: (id) => cancelNow(state, parcel(id)),
		step: (id) => stepParcel(state, parcel(id)),
		stepOrder: (id) => stepOrder(state, known(state.orders.get(id), `inbound order ${id}`)),
		returnOrder: (body) => createOrder(state, merchant(), WAREHOUSES[0]?.id ?? 0, readOrder(body), true),
		stock: (sku, available, lot) => putOnShelf(state, merchant(), { sku, available, ...lot }),
		decideClaim: (id, status, reason) => decideClaim(state, known(state.claims.get(id), `claim ${id}`), status, reason),
	};
}
