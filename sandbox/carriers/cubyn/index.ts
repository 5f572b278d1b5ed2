import { defineCarrier } from '../framework/carrier';
import { claimRoutes } from './claims/routes';
import { activeCollects, stepCollect } from './collects/collects';
import { collectRoutes } from './collects/routes';
import { createBackoffice } from './backoffice';
import type { CubynBackoffice } from './backoffice.types';
import { attachmentRoutes } from './files/attachment-routes';
import { fileRoutes } from './files/file-routes';
import { vaultRoutes } from './files/vault';
import { deliveryRoutes } from './inbound/delivery-routes';
import { lineLotRoutes } from './inbound/line-lot';
import { orderRoutes } from './inbound/order-routes';
import { activeOrders, stepOrder } from './inbound/transitions';
import { pageRoutes } from './pages/routes';
import { activeParcels, stepParcel } from './parcels/courier';
import { parcelRoutes } from './parcels/routes';
import { parcelRoutesV3 } from './parcels/routes-v3';
import { API_HOSTS, APP_HOST, TRACKING_HOST, VAULT_HOST } from './requests/hosts';
import { notFound } from './requests/api-error';
import { createState, type CubynState } from './state';
import { catalogueRoutes } from './stock/catalogue';
import { lotRoutesV2 } from './stock/lots-v2';
import { lotRoutesV3 } from './stock/lots-v3';
import { productRoutesV2 } from './stock/products-v2';
import { productRoutesV3 } from './stock/products-v3';
import { userRoutes } from './users/routes';

/** Parcels, collects and inbound orders: all that people of Cubyn carry about. */
function activeBookings(state: CubynState): { id: string; dueAt: number }[] {
	return [...activeCollects(state), ...activeOrders(state), ...activeParcels(state)];
}

function step(state: CubynState, name: string): void {
	const [kind, id = ''] = name.split(':');
	const parcel = kind === 'parcel' ? state.parcels.get(Number(id)) : undefined;
	const collect = kind === 'collect' ? state.collects.get(Number(id)) : undefined;
	const order = kind === 'inbound' ? state.orders.get(id) : undefined;
	if (parcel !== undefined) stepParcel(state, parcel);
	if (collect !== undefined) stepCollect(state, collect);
	if (order !== undefined) stepOrder(state, order);
}

export const cubyn = defineCarrier<CubynState, CubynBackoffice>({
	name: 'cubyn',
	hosts: [...API_HOSTS, VAULT_HOST, TRACKING_HOST, APP_HOST],
	// Samples write some paths with a slash at the end, and some without.
	strictSlash: false,
	routes: [
		...userRoutes,
		...collectRoutes,
		...parcelRoutes,
		...parcelRoutesV3,
		...attachmentRoutes,
		...fileRoutes,
		// `batch-deliveries` must win over the id of an order.
		...deliveryRoutes,
		...orderRoutes,
		...lineLotRoutes,
		...productRoutesV2,
		...lotRoutesV2,
		...catalogueRoutes,
		...claimRoutes,
		...lotRoutesV3,
		...productRoutesV3,
		...vaultRoutes,
		...pageRoutes,
	],
	create(context) {
		const state = createState(context);
		return {
			state,
			backoffice: createBackoffice(state),
			couriers: { activeBookings: () => activeBookings(state), step: (id) => step(state, id) },
		};
	},
	account: ({ accounts: [account] }) => ({ application_key: account?.applications[0]?.key }),
	pastedWebhooks: ({ webhooks }) => ({
		urls: () => webhooks.registered.map(({ url }) => url),
		// Cubyn has no field for a secret and tests no address.
		add: async (url) => webhooks.register({ url }).url === url,
		remove: (url) => webhooks.registered.filter((hook) => hook.url === url).forEach((hook) => webhooks.remove(hook)),
	}),
	notFound: ({ exchange }) => notFound(exchange.url.pathname).response,
	// The table of errors has nothing for a wrong method.
	methodNotAllowed: ({ exchange }) => notFound(`${exchange.request.method} ${exchange.url.pathname}`).response,
});
