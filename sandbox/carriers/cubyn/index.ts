import { defineCarrier } from '../frame/carrier';
import { claimRoutes } from './claims/routes';
import { collectRoutes } from './collects/routes';
import { openDesk } from './desk';
import type { CubynDesk } from './desk.types';
import { attachmentRoutes } from './files/attachmentRoutes';
import { fileRoutes } from './files/fileRoutes';
import { vaultRoutes } from './files/vault';
import { deliveryRoutes } from './inbound/deliveryRoutes';
import { lineLotRoutes } from './inbound/lineLot';
import { orderRoutes } from './inbound/orderRoutes';
import { live, step } from './live';
import { pageRoutes } from './pages/routes';
import { parcelRoutes } from './parcels/routes';
import { parcelRoutesV3 } from './parcels/routesV3';
import { API_HOSTS, APP_HOST, TRACKING_HOST, VAULT_HOST } from './requests/hosts';
import { notFound } from './requests/refusal';
import { openState, type CubynState } from './state';
import { catalogueRoutes } from './stock/catalogue';
import { lotRoutesV2 } from './stock/lotsV2';
import { lotRoutesV3 } from './stock/lotsV3';
import { productRoutesV2 } from './stock/productsV2';
import { productRoutesV3 } from './stock/productsV3';
import { userRoutes } from './users/routes';

export const cubyn = defineCarrier<CubynState, CubynDesk>({
	name: 'cubyn',
	hosts: [...API_HOSTS, VAULT_HOST, TRACKING_HOST, APP_HOST],
	// Samples write some paths with a slash at the end, and some without.
	slashMatters: false,
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
	open(house) {
		const state = openState(house);
		return {
			state,
			desk: openDesk(state),
			couriers: { live: () => live(state), step: (id) => step(state, id) },
		};
	},
	notFound: ({ visit }) => notFound(visit.url.pathname).response,
	// The table of errors has nothing for a wrong method.
	wrongMethod: ({ visit }) => notFound(`${visit.request.method} ${visit.url.pathname}`).response,
});
