import { z } from 'zod/v4';
import type { Route } from '../../frame/carrier';
import { collectView } from '../collects/collectView';
import { answer } from '../requests/answer';
import { check } from '../requests/check';
import { admit, apiRoutes, refusable, type Admitted } from '../requests/guard';
import { API_HOSTS, isAt } from '../requests/hosts';
import { badRequest, notFound } from '../requests/refusal';
import { atLeastOne, email, phone, text } from '../requests/shapes';
import type { CubynState } from '../state';
import { applicationView, userView } from './userView';

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

/** The one call that needs no key; with one it says whose it is. */
const root: Route<CubynState> = {
	name: 'root.read',
	method: 'GET',
	path: '/v2',
	effect: 'read',
	answer: (call) =>
		refusable(() => {
			const { visit } = call;
			if (!isAt(visit, ...API_HOSTS)) throw notFound(visit.url.pathname);
			if (visit.url.search !== '') throw badRequest(`Unknown parameter: ${visit.url.search.slice(1)}`);
			if (!visit.request.headers.has('x-application')) return answer(ABOUT);
			const { account, application } = admit(call);
			return answer({ ...ABOUT, auth: { application: applicationView(application), user: userView(account) } });
		}),
};

export const userRoutes: Route<CubynState>[] = [
	root,
	...apiRoutes({
		name: 'users.connected',
		method: 'GET',
		paths: ['/v2/users'],
		effect: 'read',
		handle: ({ account }) => answer(userView(account)),
	}),
	...apiRoutes({
		name: 'users.read',
		method: 'GET',
		paths: ['/v2/users/:id'],
		effect: 'read',
		handle: (call) => {
			assertOwn(call);
			const { state, account, asOf } = call;
			const collects = state.collects.all(asOf).filter(({ shipperId, deleted }) => shipperId === account.id && !deleted);
			return answer({ ...userView(account), collects: collects.map(collectView) });
		},
	}),
	...apiRoutes({
		name: 'users.update',
		method: 'PUT',
		paths: ['/v2/users/:id'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			assertOwn(call);
			Object.assign(call.account, check(change, call.body), { updatedAt: call.state.house.clock.now() });
			return answer(userView(call.account));
		},
	}),
];

function assertOwn({ params, account }: Admitted): void {
	if (params.id !== String(account.id)) throw notFound('User');
}
