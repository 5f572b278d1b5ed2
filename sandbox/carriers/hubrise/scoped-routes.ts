import type { Route } from '../framework/carrier';
import type { HubriseLocation, HubriseOrder } from './backoffice.types';
import { apiRoute, type AuthenticatedCall, type ApiRoute } from './guard';
import { notFound } from './api-error';
import type { HubriseState } from './state';

export interface LocationCall extends AuthenticatedCall {
	location: HubriseLocation;
}

export interface OrderCall extends LocationCall {
	order: HubriseOrder;
}

/** The same route by its long path and, for tokens of a single location, by its short one. */
export function locationRoutes({ path, handle, ...route }: ApiRoute<LocationCall>): Route<HubriseState>[] {
	return [
		apiRoute({
			...route,
			path: `/locations/:location_id${path}`,
			handle: (call) => handle({ ...call, location: requireLocation(call, call.params.location_id) }),
		}),
		apiRoute({
			...route,
			path: `/location${path}`,
			// Without a location in the token, the short path has no location to use.
			handle: (call) => handle({ ...call, location: requireLocation(call, call.connection.location) }),
		}),
	];
}

/** `path` is what comes behind the id of the order. */
export function orderRoutes({ path, handle, ...route }: ApiRoute<OrderCall>): Route<HubriseState>[] {
	return locationRoutes({
		...route,
		path: `/orders/:order_id${path}`,
		handle: (call) => handle({ ...call, order: requireOrder(call, route.effect === 'read') }),
	});
}

function requireOrder(call: LocationCall, lookUp: boolean): HubriseOrder {
	const order = call.state.orders.get(call.params.order_id ?? '', lookUp ? call.exchange.asOf : undefined);
	if (order?.location !== call.location.id) throw notFound();
	return order;
}

/** A resource of another account, or of another location than the token's, counts as missing. */
function requireLocation({ state, connection }: AuthenticatedCall, id: string | null | undefined): HubriseLocation {
	const location = state.locations.find((other) => other.id === id);
	const isOwn = location?.account === connection.account && [null, location.id].includes(connection.location);
	if (location === undefined || !isOwn) throw notFound();
	return location;
}
