import { Answer, CarrierError, defineEmbeddedCarrier } from '../framework/simple-carrier';
import { createBackoffice } from './backoffice';
import { CLOSED, driverRoutes } from './driver-routes';
import { credentials } from './fields';
import { infoRoutes } from './info-routes';
import { accountOf, authenticate, createState } from './state';
import { isOpenAt } from './time';
import { activeTrips, moveOn } from './trips';

/** How each call names a missing field. */
const missing: Readonly<Record<string, (name: string) => string>> = {
	'orderdriver.create': (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)} cannot be empty`,
	'orderinfo.create': (name) => `Variable '${name}' cannot be empty`,
	'orderinfo.update': (name) => `Variable ${name} cannot be empty`,
};

export const deliverit = defineEmbeddedCarrier({
	name: 'deliverit',
	hosts: ['butik.deliverit.dk', 'dev.butik.deliverit.dk'],
	createState,
	backoffice: createBackoffice,
	account: ({ accounts: [account] }) => ({ username: account?.username, password: account?.password }),
	showcase: ({ settings }) => {
		settings.push = { kind: 'busy', drivers: 2, tripMinutes: 40 };
	},
	couriers: (state) => ({
		activeBookings: () => activeTrips(state),
		step: (id) => {
			const order = state.orders.get(id);
			if (order !== undefined) moveOn(state, order);
		},
	}),
	authenticate,
	bodies: {
		statuses: { type: 400, syntax: 400, field: 400 },
		trims: true,
		fieldMessage(issue, route) {
			if (issue.code === 'unrecognized_keys') return `Unknown variable '${issue.keys[0]}'`;
			const name = String(issue.path[0] ?? '');
			return issue.input === undefined
				? (missing[route]?.(name) ?? `${name} is missing`)
				: `Variable '${name}' ${issue.message}`;
		},
	},
	/** Three forms of a refusal, and DI5's 401 without any. */
	errorBody({ status, message }, { state: { settings, clock } }, route) {
		const DeliverItOpen = message !== CLOSED && isOpenAt(clock.now(), settings);
		if (route === 'login') return { login: false, msg: message };
		if (route === 'orderdriver.create') return { DeliverItOpen, error: true, message };
		if (route === 'orderdriver.accept') return { DeliverItOpen, order_driver: false, message };
		return route === 'orderdriver.cancel' && status === 401 ? undefined : { error: true, message };
	},
	routes: [
		/** DI1: returns the company id. The header is optional here, but must be right if it is sent. */
		{
			name: 'login',
			method: 'POST',
			path: '/api/v1/login',
			effect: 'read',
			open: true,
			body: credentials,
			handle(call) {
				const { username, password } = credentials.parse(call.body);
				const account = call.state.accounts.find((each) => each.username === username && each.password === password);
				const isSigned = call.exchange.request.headers.has('authorization');
				if (account === undefined || (isSigned && accountOf(call) !== account))
					throw new CarrierError(401, 'nope, try again');
				return new Answer(201, { login: true, company: account.company, msg: 'Welcome' });
			},
		},
		...driverRoutes,
		...infoRoutes,
	],
});
