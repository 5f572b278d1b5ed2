import { attachDelivery, changeDelivery } from './delivery';
import { readDeliveryChange, readNewDelivery } from './delivery-body';
import { BRIDGE, TILL } from './clients';
import { customerFields } from './customer-body';
import { addCard } from './loyalty';
import type { HubriseConnection, HubriseBackoffice, HubriseLocation, HubriseOrder } from './backoffice.types';
import { connectionFor } from './grant';
import { clientOf, locationOf } from './by-id';
import { changeOrder, createOrder } from './order';
import { step } from './courier';
import { readScope } from './scope';
import type { HubriseState } from './state';

/** HubRise's own screens and the other clients, as far as tests and the demo need them. */
export function createBackoffice(state: HubriseState): HubriseBackoffice {
	const requireOrder = (id: string): { order: HubriseOrder; location: HubriseLocation } => {
		const order = state.orders.get(id);
		if (order === undefined) throw new Error(`HubRise has no order ${id}`);
		return { order, location: locationOf(state, order.location) };
	};
	const change: HubriseBackoffice['change'] = (orderId, body, clientId = BRIDGE) => {
		const { order, location } = requireOrder(orderId);
		return changeDelivery(state, clientId, order, readDeliveryChange(body, location.timeZone, state.settings));
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
		customerLists: state.customerLists,
		get customers() {
			return state.customers.all();
		},
		get loyaltyCards() {
			return state.cards.all();
		},
		get loyaltyOperations() {
			return state.operations.all();
		},
		enrol() {
			const id = state.newId();
			const base = { id, seq: state.nextSeq(), list: 'xd2p4', createdAt: state.context.clock.now(), anonymised: false };
			state.customers.put(id, { ...customerFields({}), ...base, privateRefs: {}, custom_fields: {} });
			return addCard(state, { customer: id, ref: null, name: null });
		},
		callbacks: state.events.backoffice(state),
		order: (id) => state.orders.get(id),
		delivery: (orderId) => state.deliveries.get(orderId)?.resource,
		connect({ client = BRIDGE, location = '3r4s3-1', scope = 'location[orders.write]', device } = {}) {
			if (readScope(scope) === undefined) throw new Error(`${scope} is no scope`);
			return connectionFor(state, { client: clientOf(state, client).id, location, scope, device: device ?? null });
		},
		setConnection: (token, connectionState) => setConnectionState(state, token, connectionState),
		placeOrder(body = exampleOrder(), { id, location = '3r4s3-1', clientId: client = TILL } = {}) {
			const { account } = locationOf(state, location);
			const writer = { client, account, location, scope: 'location[orders.write,customer_list.write]' };
			return createOrder(state, writer, locationOf(state, location), body, id);
		},
		setOrderStatus(id, status, clientId = TILL) {
			const { order, location } = requireOrder(id);
			return changeOrder(state, clientId, location, order, { status });
		},
		attach(orderId, body, clientId = BRIDGE) {
			const { order, location } = requireOrder(orderId);
			return attachDelivery(state, clientId, order, readNewDelivery(body, location.timeZone));
		},
		change,
		setStatus: (orderId, status, clientId) => change(orderId, { status }, clientId),
		willFail(orderId) {
			const booking = state.deliveries.get(orderId);
			if (booking === undefined) throw new Error(`The order ${orderId} has no delivery`);
			state.deliveries.put(orderId, { ...booking, willFail: true });
		},
		step: (orderId) => step(state, orderId),
	};
}

function setConnectionState(state: HubriseState, token: string, connectionState: HubriseConnection['state']): void {
	const connection = state.connections.find((other) => other.token === token);
	if (connection === undefined) throw new Error(`HubRise has no token ${token}`);
	connection.state = connectionState;
}

/** What a till sends for a lunch order. */
function exampleOrder() {
	return {
		status: 'new',
		ref: 'WEB-1001',
		service_type: 'delivery',
		items: [{ product_name: 'Croque-monsieur', price: '9.50 EUR', quantity: '2' }],
		charges: [{ name: 'Delivery', price: '3.00 EUR' }],
		customer: {
			first_name: 'Camille',
			last_name: 'Roux',
			phone: '+33670707070',
			address_1: '1 place du Palais Royal',
			postal_code: '75001',
			city: 'Paris',
			country: 'FR',
			delivery_notes: 'Deuxième étage',
		},
	};
}
