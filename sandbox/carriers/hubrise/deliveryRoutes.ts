import { attachDelivery, changeDelivery, keptDelivery } from './delivery';
import { readDeliveryChange, readNewDelivery } from './deliveryBody';
import { assertNoBody, readJson } from './guard';
import { orderRoutes, seenAt } from './here';
import { written } from './written';

const PATH = '/delivery';

export const deliveryRoutes = [
	...orderRoutes({
		name: 'delivery.create',
		method: 'POST',
		path: PATH,
		effect: 'write',
		right: 'orders.write',
		handle: (call) => {
			const input = readNewDelivery(readJson(call), call.location.timeZone);
			return written(call, attachDelivery(call.state, call.connection.client, call.order, input));
		},
	}),
	...orderRoutes({
		name: 'delivery.read',
		method: 'GET',
		path: PATH,
		effect: 'read',
		right: 'orders.read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(keptDelivery(call.state, call.order, seenAt(call)).resource);
		},
	}),
	...orderRoutes({
		name: 'delivery.update',
		method: 'PATCH',
		path: PATH,
		effect: 'write',
		right: 'orders.write',
		handle: (call) => {
			keptDelivery(call.state, call.order);
			const input = readDeliveryChange(readJson(call), call.location.timeZone, call.state.settings);
			return written(call, changeDelivery(call.state, call.connection.client, call.order, input));
		},
	}),
];
