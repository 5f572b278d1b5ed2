import { defineCarrier } from '../framework/carrier';
import { createBackoffice } from './backoffice';
import type { CykeBackoffice } from './backoffice.types';
import { notFound, ApiError } from './api-error';
import { activeBookings, step } from './courier';
import { routes } from './routes';
import { createState, type CykeState } from './state';

export const cyke = defineCarrier<CykeState, CykeBackoffice>({
	name: 'cyke',
	hosts: ['www.cyke.io'],
	// One example of the documentation has a slash at the end, the others have none.
	strictSlash: false,
	routes,
	create(context) {
		const state = createState(context);
		return {
			state,
			backoffice: createBackoffice(state),
			couriers: {
				activeBookings: () => activeBookings(state),
				step: (id) => {
					const delivery = state.deliveries.get(Number(id));
					if (delivery !== undefined) step(state, delivery);
				},
			},
		};
	},
	account: ({ accounts: [account] }) => ({ email: account?.email, token: account?.token }),
	pastedWebhooks: ({ webhooks }) => ({
		urls: () => webhooks.registered.map(({ url }) => url),
		add: async (url, secret) => await webhooks.register({ url, secret }).test(),
		remove: (url) => webhooks.registered.filter((hook) => hook.url === url).forEach((hook) => webhooks.remove(hook)),
	}),
	notFound: () => notFound().response,
	methodNotAllowed: ({ exchange }) =>
		new ApiError(405, { error: `${exchange.request.method} is not allowed on ${exchange.url.pathname}` }).response,
});
