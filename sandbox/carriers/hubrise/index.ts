import { defineCarrier } from '../framework/carrier';
import { callbackRoutes } from './callback-routes';
import { deliveryRoutes } from './delivery-routes';
import { createBackoffice } from './backoffice';
import type { HubriseBackoffice } from './backoffice.types';
import { authoriseRoutes } from './authorise';
import { withErrorResponse } from './guard';
import { customerListRoutes } from './customer-lists';
import { customerRoutes } from './customer-routes';
import { locationReads } from './location-routes';
import { loyaltyRoutes } from './loyalty-routes';
import { orderListRoutes } from './order-lists';
import { orderApiRoutes } from './order-routes';
import { quoteRoutes } from './quote-routes';
import { routingError } from './api-error';
import { activeBookings, step } from './courier';
import { createState, type HubriseState } from './state';
import { tokenRoutes } from './token-routes';

const OVERRIDES = ['PATCH', 'PUT', 'DELETE'];

/** Clients that can only GET and POST name the method they mean in a header. */
function overriddenMethod({ method, headers }: Pick<Request, 'method' | 'headers'>): string {
	const override = headers.get('x-http-method-override')?.toUpperCase() ?? '';
	return method === 'POST' && OVERRIDES.includes(override) ? override : method;
}

const unknownUrl = () =>
	withErrorResponse(() => {
		throw routingError();
	}, 'any');

export const hubrise = defineCarrier<HubriseState, HubriseBackoffice>({
	name: 'hubrise',
	hosts: ['api.hubrise.com', 'manager.hubrise.com'],
	strictSlash: true,
	effectiveMethod: overriddenMethod,
	routes: [
		...deliveryRoutes,
		...quoteRoutes,
		...orderApiRoutes,
		...orderListRoutes,
		...locationReads,
		...customerListRoutes,
		...customerRoutes,
		...loyaltyRoutes,
		...callbackRoutes,
		...authoriseRoutes,
		...tokenRoutes,
	],
	create(context) {
		const state = createState(context);
		return {
			state,
			backoffice: createBackoffice(state),
			couriers: { activeBookings: () => activeBookings(state), step: (id) => void step(state, id) },
		};
	},
	account: ({ connections, clients }) => {
		const bridge = connections.find(({ client, location }) => client.startsWith('bridge.') && location !== null);
		return { access_token: bridge?.token, client_secret: clients.find(({ id }) => id === bridge?.client)?.secret };
	},
	notFound: unknownUrl,
	methodNotAllowed: unknownUrl,
});
