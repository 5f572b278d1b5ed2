import { defineEmbeddedCarrier } from '../framework/simple-carrier';
import { authenticate } from './authenticate';
import { createBackoffice } from './backoffice';
import { activeBookings, step } from './courier';
import { fileRoutes } from './files';
import { routes } from './routes';
import { createState } from './state';

export const cyke = defineEmbeddedCarrier({
	name: 'cyke',
	hosts: ['www.cyke.io'],
	// One example of the documentation has a slash at the end, the others have none.
	strictSlash: false,
	createState,
	backoffice: createBackoffice,
	account: ({ accounts: [account] }) => ({ email: account?.email, token: account?.token }),
	pastedWebhooks: ({ webhooks }) => ({
		urls: () => webhooks.registered.map(({ url }) => url),
		add: async (url, secret) => await webhooks.register({ url, secret }).test(),
		remove: (url) => webhooks.registered.filter((hook) => hook.url === url).forEach((hook) => webhooks.remove(hook)),
	}),
	couriers: (state) => ({
		activeBookings: () => activeBookings(state),
		step: (id) => {
			const delivery = state.deliveries.get(Number(id));
			if (delivery !== undefined) step(state, delivery);
		},
	}),
	authenticate,
	bodies: { jsonOnly: true, statuses: { type: 400, syntax: 400, field: 422 } },
	/** One sentence for all that is missing; a list of them for a delivery that breaks several rules. */
	errorBody({ status, message, problems }) {
		if (problems.length > 0) return { errors: problems };
		return { error: status === 404 ? 'Not found' : message };
	},
	routes: [...routes, ...fileRoutes],
});
