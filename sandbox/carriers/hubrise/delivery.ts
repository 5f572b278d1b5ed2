import type { DeliveryChange, NewDelivery } from './delivery-body';
import type { HubriseDelivery, HubriseDeliveryStatus, HubriseOrder, HubriseBooking } from './backoffice.types';
import { locationOf } from './by-id';
import { emitDeliveryEvent } from './emit-events';
import { notFound, validationFailed } from './api-error';
import type { HubriseState } from './state';
import { writeTime } from './time';

/** Every other status leaves the four times alone. */
const TIME_FIELD: Partial<
	Record<HubriseDeliveryStatus, 'assigned_at' | 'pickup_at' | 'delivered_at' | 'cancelled_at'>
> = {
	pickup_enroute: 'assigned_at',
	dropoff_enroute: 'pickup_at',
	delivered: 'delivered_at',
	cancelled: 'cancelled_at',
};

/** HR1: one delivery an order, and only where something is to be delivered. */
export function attachDelivery(
	state: HubriseState,
	clientId: string,
	order: HubriseOrder,
	input: NewDelivery,
): HubriseDelivery {
	assertDeliveryOrder(order);
	if (state.deliveries.get(order.id) !== undefined) {
		throw validationFailed([{ field: 'base', message: 'The order already has a delivery' }]);
	}
	const defaults: HubriseDelivery = {
		id: state.newId(),
		order_id: order.id,
		location_id: order.location,
		carrier: input.carrier,
		carrier_ref: null,
		ref: null,
		status: input.status,
		fee: null,
		estimated_pickup_at: null,
		estimated_dropoff_at: null,
		tracking_url: null,
		driver_name: null,
		driver_phone: null,
		driver_phone_access_code: null,
		assigned_at: null,
		pickup_at: null,
		delivered_at: null,
		cancelled_at: null,
		driver_latitude: null,
		driver_longitude: null,
	};
	const resource = { ...defaults, ...statusTime(state, order, input.status), ...input };
	state.deliveries.put(order.id, { bookedAt: state.context.clock.now(), willFail: false, resource });
	emitDeliveryEvent(state, clientId, order, undefined, resource);
	return resource;
}

/** HR3: any status may follow any other; only a new one sets its time, and a time that is sent wins. */
export function changeDelivery(
	state: HubriseState,
	clientId: string,
	order: HubriseOrder,
	input: DeliveryChange,
): HubriseDelivery {
	const before = requireBooking(state, order);
	const { status = before.resource.status } = input;
	const statusTimes = status === before.resource.status ? {} : statusTime(state, order, status);
	const resource = { ...before.resource, ...statusTimes, ...input };
	state.deliveries.put(order.id, { ...before, resource });
	emitDeliveryEvent(state, clientId, order, before.resource, resource);
	return resource;
}

export function requireBooking(state: HubriseState, order: HubriseOrder, asOf?: number): HubriseBooking {
	const booking = state.deliveries.get(order.id, asOf);
	if (booking === undefined) throw notFound();
	return booking;
}

export function assertDeliveryOrder(order: HubriseOrder): void {
	if (order.service_type !== 'delivery')
		throw validationFailed([{ field: 'service_type', message: 'must be delivery' }]);
}

function statusTime(state: HubriseState, order: HubriseOrder, status: HubriseDeliveryStatus): Partial<HubriseDelivery> {
	const field = TIME_FIELD[status];
	const { timeZone } = locationOf(state, order.location);
	return field === undefined ? {} : { [field]: writeTime(state.context.clock.now(), timeZone) };
}
