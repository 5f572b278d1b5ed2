import { z } from 'zod/v4';
import type { Route } from '../../framework/carrier';
import { collectView } from '../collects/collect-view';
import { jsonResponse } from '../requests/responses';
import { check } from '../requests/check';
import { authenticate, apiRoutes, withErrorResponse, type AuthenticatedCall } from '../requests/guard';
import { API_HOSTS, isAt } from '../requests/hosts';
import { badRequest, notFound } from '../requests/api-error';
import { atLeastOne, email, phone, text } from '../requests/field-schemas';
import type { CubynState } from '../state';
import { applicationView, userView } from './user-view';

const change = z
	.strictObject({
		firstName: text.optional(),
		lastName: text.optional(),
		phone: phone.optional(),
		email: email.optional(),
		password: text.optional(),
	})
	.refine(atLeastOne, 'atLeastOne');

const ABOUT = {
	version: '0.0.3',
	name: 'cubyn.api',
	description: 'Please visit developers.cubyn.com for further information on this API.',
};

/** The only call that needs no key. With a key, it returns the owner. */
const root: Route<CubynState> = {
	name: 'root.read',
	method: 'GET',
	path: '/v2',
	effect: 'read',
	handler: (call) =>
		withErrorResponse(() => {
			const { exchange } = call;
			if (!isAt(exchange, ...API_HOSTS)) throw notFound(exchange.url.pathname);
			if (exchange.url.search !== '') throw badRequest(`Unknown parameter: ${exchange.url.search.slice(1)}`);
			if (!exchange.request.headers.has('x-application')) return jsonResponse(ABOUT);
			const { account, application } = authenticate(call);
			return jsonResponse({ ...ABOUT, auth: { application: applicationView(application), user: userView(account) } });
		}),
};

export const userRoutes: Route<CubynState>[] = [
	root,
	...apiRoutes({
		name: 'users.connected',
		method: 'GET',
		paths: ['/v2/users'],
		effect: 'read',
		handle: ({ account }) => jsonResponse(userView(account)),
	}),
	...apiRoutes({
		name: 'users.read',
		method: 'GET',
		paths: ['/v2/users/:id'],
		effect: 'read',
		handle: (call) => {
			assertOwnAccount(call);
			const { state, account, asOf } = call;
			const collects = state.collects
				.all(asOf)
				.filter(({ shipperId, deleted }) => shipperId === account.id && !deleted);
			return jsonResponse({ ...userView(account), collects: collects.map(collectView) });
		},
	}),
	...apiRoutes({
		name: 'users.update',
		method: 'PUT',
		paths: ['/v2/users/:id'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			assertOwnAccount(call);
			Object.assign(call.account, check(change, call.body), { updatedAt: call.state.context.clock.now() });
			return jsonResponse(userView(call.account));
		},
	}),
];

function assertOwnAccount({ params, account }: AuthenticatedCall): void {
	if (params.id !== String(account.id)) throw notFound('User');
}
