import { defineCarrier } from '../frame/carrier';
import { callbackRoutes } from './callbackRoutes';
import { deliveryRoutes } from './deliveryRoutes';
import { openDesk } from './desk';
import type { HubriseDesk } from './desk.types';
import { authoriseRoutes } from './authorise';
import { refusing } from './guard';
import { locationReads } from './locationRoutes';
import { orderListRoutes } from './orderLists';
import { orderApiRoutes } from './orderRoutes';
import { quoteRoutes } from './quoteRoutes';
import { routingError } from './refusal';
import { live, step } from './rider';
import { openState, type HubriseState } from './state';
import { standsFor } from './standsFor';
import { tokenRoutes } from './tokenRoutes';

const unknownUrl = () =>
	refusing(() => {
		throw routingError();
	}, 'any');

export const hubrise = defineCarrier<HubriseState, HubriseDesk>({
	name: 'hubrise',
	hosts: ['api.hubrise.com', 'manager.hubrise.com'],
	slashMatters: true,
	methodOf: standsFor,
	routes: [
		...deliveryRoutes,
		...quoteRoutes,
		...orderApiRoutes,
		...orderListRoutes,
		...locationReads,
		...callbackRoutes,
		...authoriseRoutes,
		...tokenRoutes,
	],
	open(house) {
		const state = openState(house);
		return {
			state,
			desk: openDesk(state),
			couriers: { live: () => live(state), step: (id) => void step(state, id) },
		};
	},
	notFound: unknownUrl,
	wrongMethod: unknownUrl,
});
