import { attachDelivery, changeDelivery } from './delivery';
import { readDeliveryChange, readNewDelivery } from './deliveryBody';
import { BRIDGE, TILL } from './clients';
import type { HubriseConnection, HubriseDesk, HubriseLocation, HubriseOrder } from './desk.types';
import { connectionFor } from './grant';
import { clientOf, locationOf } from './known';
import { changeOrder, createOrder } from './order';
import { step } from './rider';
import { readScope } from './scope';
import { smallOrder } from './smallOrder';
import type { HubriseState } from './state';

/** HubRise's own screens and the other clients, as far as tests and the demo need them. */
export function openDesk(state: HubriseState): HubriseDesk {
	const known = (id: string): { order: HubriseOrder; location: HubriseLocation } => {
		const order = state.orders.get(id);
		if (order === undefined) throw new Error(`HubRise has no order ${id}`);
		return { order, location: locationOf(state, order.location) };
	};
	const change: HubriseDesk['change'] = (orderId, body, as = BRIDGE) => {
		const { order, location } = known(orderId);
		return changeDelivery(state, as, order, readDeliveryChange(body, location.timeZone, state.settings));
	};
	return {
		accounts: state.accounts,
		locations: state.locations,
		clients: state.clients,
		connections: state.connections,
		settings: state.settings,
		get orders() {
			return state.orders.all();
		},
		get deliveries() {
			return state.deliveries.all().map(({ resource }) => resource);
		},
		get quotes() {
			return state.quotes.all();
		},
		callbacks: state.events.desk(state),
		order: (id) => state.orders.get(id),
		delivery: (orderId) => state.deliveries.get(orderId)?.resource,
		connect({ client = BRIDGE, location = '3r4s3-1', scope = 'location[orders.write]', device } = {}) {
			if (readScope(scope) === undefined) throw new Error(`${scope} is no scope`);
			return connectionFor(state, { client: clientOf(state, client).id, location, scope, device: device ?? null });
		},
		setConnection: (token, next) => connectionBy(state, token, next),
		placeOrder: (body = smallOrder(), { id, location = '3r4s3-1', as = TILL } = {}) =>
			createOrder(state, as, locationOf(state, location), body, id),
		setOrderStatus(id, status, as = TILL) {
			const { order, location } = known(id);
			return changeOrder(state, as, location, order, { status });
		},
		attach(orderId, body, as = BRIDGE) {
			const { order, location } = known(orderId);
			return attachDelivery(state, as, order, readNewDelivery(body, location.timeZone));
		},
		change,
		setStatus: (orderId, status, as) => change(orderId, { status }, as),
		willFail(orderId) {
			const kept = state.deliveries.get(orderId);
			if (kept === undefined) throw new Error(`The order ${orderId} has no delivery`);
			state.deliveries.put(orderId, { ...kept, willFail: true });
		},
		step: (orderId) => step(state, orderId),
	};
}

function connectionBy(state: HubriseState, token: string, next: HubriseConnection['state']): void {
	const connection = state.connections.find((other) => other.token === token);
	if (connection === undefined) throw new Error(`HubRise has no token ${token}`);
	connection.state = next;
}
