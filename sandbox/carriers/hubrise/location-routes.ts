import type { HubriseLocation } from './backoffice.types';
import { check } from './check';
import { emitLocationEvent } from './emit-events';
import { apiRoute, type AuthenticatedCall, writeResponse } from './guard';
import { hoursProblem, locationChange, type OrderAcceptance } from './location-body';
import { locationRoutes, type LocationCall } from './scoped-routes';
import { accountName, currencyOf } from './by-id';
import { forbidden, notFound, validationFailed } from './api-error';
import type { HubriseState } from './state';
import { inZone } from './time';
import { mergeCustomFields } from './values';

const accountView = (state: HubriseState, id: string) => ({
	id,
	name: accountName(state, id),
	currency: currencyOf(state, id),
});

/** Either word is taken for the usual way; the answer has one. */
const inWords = (acceptance: OrderAcceptance, normal: 'normal' | 'online'): OrderAcceptance =>
	acceptance.mode === 'normal' || acceptance.mode === 'online' ? { mode: normal } : acceptance;

export function locationView(state: HubriseState, location: HubriseLocation): Record<string, unknown> {
	const { id, account, name, address, postalCode, city, country, timeZone, service } = location;
	return {
		id,
		name,
		account: accountView(state, account),
		address,
		postal_code: postalCode,
		city,
		country,
		timezone: { name: timeZone },
		cutoff_time: service.cutoffTime,
		opening_hours: service.openingHours,
		preparation_time: service.preparationTime,
		order_acceptance: inWords(service.orderAcceptance, state.settings.normalMode),
		custom_fields: service.customFields,
	};
}

/** HR24: hours and acceptance are replaced as a whole. No page names a right for it: that of orders is taken. */
function update(call: LocationCall) {
	const { state, location, connection } = call;
	if (!state.settings.locationUpdates) throw forbidden('This client may not change locations');
	const input = check(locationChange, call.body);
	const cutoffTime = input.cutoff_time ?? location.service.cutoffTime;
	const hours = input.opening_hours ?? location.service.openingHours;
	const problem = hours === null ? undefined : hoursProblem(hours, cutoffTime);
	if (problem !== undefined) throw validationFailed([{ field: 'opening_hours', message: problem }]);
	const before = locationView(state, location);
	location.service = {
		cutoffTime,
		openingHours: hours,
		preparationTime: input.preparation_time ?? location.service.preparationTime,
		orderAcceptance: inLocalTime(input.order_acceptance ?? location.service.orderAcceptance, location.timeZone),
		customFields: mergeCustomFields(location.service.customFields, input.custom_fields),
	};
	const after = locationView(state, location);
	emitLocationEvent(state, connection.client, location, before, after);
	return writeResponse(call, after);
}

const inLocalTime = (acceptance: OrderAcceptance, timeZone: string): OrderAcceptance =>
	'resume_at' in acceptance && acceptance.resume_at != null
		? { ...acceptance, resume_at: inZone(acceptance.resume_at, timeZone) }
		: acceptance;

function readAccount(call: AuthenticatedCall, id: string) {
	if (id !== call.connection.account) throw notFound();
	if (call.connection.location !== null) throw forbidden('An access token for the account is needed');
	return accountView(call.state, id);
}

const ACCOUNT = { name: 'accounts.read', method: 'GET', effect: 'read' } as const;

/** HR19, HR20, HR24 and HR25: no right is needed to read the location. */
export const locationReads = [
	...locationRoutes({
		name: 'locations.read',
		method: 'GET',
		path: '',
		effect: 'read',
		handle: (call) => locationView(call.state, call.location),
	}),
	...locationRoutes({
		name: 'locations.update',
		method: 'PATCH',
		path: '',
		effect: 'write',
		right: 'orders.write',
		takesBody: true,
		handle: update,
	}),
	apiRoute({
		name: 'locations.list',
		method: 'GET',
		path: '/locations',
		effect: 'read',
		handle: (call) => {
			if (call.connection.location !== null) throw forbidden('An access token for the account is needed');
			const own = call.state.locations.filter(({ account }) => account === call.connection.account);
			return own.map((location) => locationView(call.state, location));
		},
	}),
	apiRoute({
		...ACCOUNT,
		path: '/accounts/:account_id',
		handle: (call) => readAccount(call, call.params.account_id ?? ''),
	}),
	apiRoute({ ...ACCOUNT, path: '/account', handle: (call) => readAccount(call, call.connection.account) }),
];
