import type { HubriseLocation } from './desk.types';
import { apiRoute, assertNoBody, type Admitted } from './guard';
import { locationRoutes } from './here';
import { accountName, currencyOf } from './known';
import { forbidden } from './refusal';

function view({ state }: Admitted, location: HubriseLocation): object {
	const { id, account, name, address, postalCode, city, country, timeZone } = location;
	return {
		id,
		name,
		account: { id: account, name: accountName(state, account), currency: currencyOf(state, account) },
		address,
		postal_code: postalCode,
		city,
		country,
		timezone: { name: timeZone },
	};
}

/** HR19 and HR20: no right is needed to know where one is. */
export const locationReads = [
	...locationRoutes({
		name: 'locations.read',
		method: 'GET',
		path: '',
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(view(call, call.location));
		},
	}),
	apiRoute({
		name: 'locations.list',
		method: 'GET',
		path: '/locations',
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			if (call.connection.location !== null) throw forbidden('An access token for the account is needed');
			const own = call.state.locations.filter(({ account }) => account === call.connection.account);
			return Response.json(own.map((location) => view(call, location)));
		},
	}),
];
