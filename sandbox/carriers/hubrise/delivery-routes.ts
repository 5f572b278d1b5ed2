import { attachDelivery, changeDelivery, requireBooking } from './delivery';
import { readDeliveryChange, readNewDelivery } from './delivery-body';
import { writeResponse } from './guard';
import { orderRoutes } from './scoped-routes';

const PATH = '/delivery';

export const deliveryRoutes = [
	...orderRoutes({
		name: 'delivery.create',
		method: 'POST',
		path: PATH,
		effect: 'write',
		right: 'orders.write',
		takesBody: true,
		handle: (call) => {
			const input = readNewDelivery(call.body, call.location.timeZone);
			return writeResponse(call, attachDelivery(call.state, call.connection.client, call.order, input));
		},
	}),
	...orderRoutes({
		name: 'delivery.read',
		method: 'GET',
		path: PATH,
		effect: 'read',
		right: 'orders.read',
		handle: (call) => requireBooking(call.state, call.order, call.exchange.asOf).resource,
	}),
	...orderRoutes({
		name: 'delivery.update',
		method: 'PATCH',
		path: PATH,
		effect: 'write',
		right: 'orders.write',
		takesBody: true,
		handle: (call) => {
			requireBooking(call.state, call.order);
			const input = readDeliveryChange(call.body, call.location.timeZone, call.state.settings);
			return writeResponse(call, changeDelivery(call.state, call.connection.client, call.order, input));
		},
	}),
];
