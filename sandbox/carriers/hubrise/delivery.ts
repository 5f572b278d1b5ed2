import type { DeliveryChange, NewDelivery } from './deliveryBody';
import type { HubriseDelivery, HubriseDeliveryStatus, HubriseOrder, HubriseBooking } from './desk.types';
import { locationOf } from './known';
import { tellDelivery } from './news';
import { notFound, validationFailed } from './refusal';
import type { HubriseState } from './state';
import { writeTime } from './time';

/** Every other status leaves the four times alone. */
const SETS: Partial<Record<HubriseDeliveryStatus, 'assigned_at' | 'pickup_at' | 'delivered_at' | 'cancelled_at'>> = {
	pickup_enroute: 'assigned_at',
	dropoff_enroute: 'pickup_at',
	delivered: 'delivered_at',
	cancelled: 'cancelled_at',
};

/** HR1: one delivery an order, and only where something is to be delivered. */
export function attachDelivery(state: HubriseState, by: string, order: HubriseOrder, input: NewDelivery): HubriseDelivery {
	assertToDeliver(order);
	if (state.deliveries.get(order.id) !== undefined) {
		throw validationFailed([{ field: 'base', message: 'The order already has a delivery' }]);
	}
	const bare: HubriseDelivery = {
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
	const resource = { ...bare, ...stamp(state, order, input.status), ...input };
	state.deliveries.put(order.id, { bookedAt: state.house.clock.now(), willFail: false, resource });
	tellDelivery(state, by, order, undefined, resource);
	return resource;
}

/** HR3: any status may follow any other; only a new one sets its time, and a time that is sent wins. */
export function changeDelivery(state: HubriseState, by: string, order: HubriseOrder, input: DeliveryChange): HubriseDelivery {
	const before = keptDelivery(state, order);
	const { status = before.resource.status } = input;
	const moved = status === before.resource.status ? {} : stamp(state, order, status);
	const resource = { ...before.resource, ...moved, ...input };
	state.deliveries.put(order.id, { ...before, resource });
	tellDelivery(state, by, order, before.resource, resource);
	return resource;
}

export function keptDelivery(state: HubriseState, order: HubriseOrder, asOf?: number): HubriseBooking {
	const kept = state.deliveries.get(order.id, asOf);
	if (kept === undefined) throw notFound();
	return kept;
}

export function assertToDeliver(order: HubriseOrder): void {
	if (order.service_type !== 'delivery') throw validationFailed([{ field: 'service_type', message: 'must be delivery' }]);
}

function stamp(state: HubriseState, order: HubriseOrder, status: HubriseDeliveryStatus): Partial<HubriseDelivery> {
	const field = SETS[status];
	const { timeZone } = locationOf(state, order.location);
	return field === undefined ? {} : { [field]: writeTime(state.house.clock.now(), timeZone) };
}
