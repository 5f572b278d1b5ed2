import type { Route } from '../frame/carrier';
import { lookUpMoment } from '../frame/lag';
import type { HubriseLocation, HubriseOrder } from './desk.types';
import { apiRoute, type Admitted, type ApiRoute } from './guard';
import { notFound } from './refusal';
import type { HubriseState } from './state';

export interface AtLocation extends Admitted {
	location: HubriseLocation;
}

export interface AtOrder extends AtLocation {
	order: HubriseOrder;
}

/** The same route by its long path and, for tokens of a single location, by its short one. */
export function locationRoutes({ path, handle, ...route }: ApiRoute<AtLocation>): Route<HubriseState>[] {
	return [
		apiRoute({
			...route,
			path: `/locations/:location_id${path}`,
			handle: (call) => handle({ ...call, location: reachable(call, call.params.location_id) }),
		}),
		apiRoute({
			...route,
			path: `/location${path}`,
			// Without a location in the token there is none that the short path could mean.
			handle: (call) => handle({ ...call, location: reachable(call, call.connection.location) }),
		}),
	];
}

/** `path` is what comes behind the id of the order. */
export function orderRoutes({ path, handle, ...route }: ApiRoute<AtOrder>): Route<HubriseState>[] {
	return locationRoutes({
		...route,
		path: `/orders/:order_id${path}`,
		handle: (call) => handle({ ...call, order: orderAt(call, route.effect === 'read') }),
	});
}

function orderAt(call: AtLocation, lookUp: boolean): HubriseOrder {
	const order = call.state.orders.get(call.params.order_id ?? '', lookUp ? seenAt(call) : undefined);
	if (order?.location !== call.location.id) throw notFound();
	return order;
}

/** What another account has, or another location than the token's, is as good as not there. */
function reachable({ state, connection }: Admitted, id: string | null | undefined): HubriseLocation {
	const location = state.locations.find((other) => other.id === id);
	const own = location?.account === connection.account && [null, location.id].includes(connection.location);
	if (location === undefined || !own) throw notFound();
	return location;
}

/** The moment that a look-up shows. */
export function seenAt({ state, visit }: Admitted): number {
	return lookUpMoment(visit, state.settings.lookUpLag, state.lag);
}
