import type { Route } from '../frame/carrier';
import { readFields, type FieldList } from './fields';
import { accountOf } from './guard';
import { Refusal } from './refusal';
import type { DeliveritState } from './state';

const NOPE = 'nope, try again';

const LOGIN: FieldList = {
	fields: { username: { kind: 'text', required: true }, password: { kind: 'text', required: true } },
	missing: () => NOPE,
};

/** DI1: tells the company id. The header is optional here, but must be right where it is sent. */
export const login: Route<DeliveritState> = {
	name: 'login',
	method: 'POST',
	path: '/api/v1/login',
	effect: 'read',
	async answer(call) {
		try {
			if (call.visit.url.search !== '') throw new Refusal(400, 'Credentials do not belong into the address');
			const fields = await readFields(call.visit, LOGIN);
			const account = call.state.accounts.find(
				({ username, password }) => username === fields.text('username') && password === fields.text('password'),
			);
			const header = call.visit.request.headers.has('authorization') ? accountOf(call) : account;
			if (account === undefined || header !== account) throw new Refusal(401, NOPE);
			return Response.json({ login: true, company: account.company, msg: 'Welcome' }, { status: 201 });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const status = error.message === NOPE ? 401 : error.status;
			return Response.json({ login: false, msg: error.message }, { status });
		}
	},
};
