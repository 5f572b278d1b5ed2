import type { Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { deliveryItem, deliveryOf, out } from '../../delivery/delivery';
import type { Status } from '../../delivery/status';
import { readMoney } from './money';
import type { DeliveryAnswer } from './wire';

const statusOf: Readonly<Record<string, Status>> = {
	pending: 'created',
	pickup_enroute: 'pickup_enroute',
	pickup_approaching: 'pickup_enroute',
	pickup_waiting: 'at_pickup',
	dropoff_enroute: 'out_for_delivery',
	dropoff_approaching: 'out_for_delivery',
	dropoff_waiting: 'at_dropoff',
	delivered: 'delivered',
	cancelled: 'cancelled',
};

export const deliveryStatuses = [
	{ value: 'pending', label: 'Pending', help: 'Nobody is on the way yet' },
	{ value: 'pickup_enroute', label: 'On the Way to Pick-Up' },
	{ value: 'pickup_approaching', label: 'Close to Pick-Up' },
	{ value: 'pickup_waiting', label: 'At Pick-Up' },
	{ value: 'dropoff_enroute', label: 'On the Way to Drop-Off' },
	{ value: 'dropoff_approaching', label: 'Close to Drop-Off' },
	{ value: 'dropoff_waiting', label: 'At Drop-Off' },
	{ value: 'delivered', label: 'Delivered' },
	{ value: 'cancelled', label: 'Cancelled' },
] as const;

export const statusFrom = (carrierStatus: string | null | undefined): Status => statusOf[carrierStatus ?? ''] ?? 'unknown';

/** The only statuses that HubRise dates. */
const datedBy: Readonly<Record<string, 'assigned_at' | 'pickup_at' | 'delivered_at' | 'cancelled_at'>> = {
	pickup_enroute: 'assigned_at',
	dropoff_enroute: 'pickup_at',
	delivered: 'delivered_at',
	cancelled: 'cancelled_at',
};

/** One delivery an order: with the delivery's own id, the order's is what every call asks for. */
export const hubriseDelivery = deliveryItem({
	orderId: out.text('Order ID'),
	locationId: out.text('Location ID'),
	carrierName: out.text('Carrier Name'),
	carrierCode: out.text('Carrier Code'),
	trackingNumber: out.text('Tracking Number'),
	trackingUrl: out.text('Tracking Link'),
	courier: out.object(
		{
			name: out.text('Courier Name'),
			phone: out.text('Courier Phone'),
			phoneAccessCode: out.text('Courier Phone Access Code'),
			latitude: out.text('Courier Latitude'),
			longitude: out.text('Courier Longitude'),
			pickupUrl: out.text('Courier Pick-Up Link'),
		},
		'Courier',
	),
	estimatedPickupAt: out.moment('Estimated Pick-Up At'),
	estimatedDropoffAt: out.moment('Estimated Drop-Off At'),
	assignedAt: out.moment('Assigned At'),
	pickupAt: out.moment('Picked Up At'),
	deliveredAt: out.moment('Delivered At'),
	cancelledAt: out.moment('Cancelled At'),
});

const exact = (value: string | number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** For answers and for the states of events alike. */
export function toDeliveryItem(answer: DeliveryAnswer): Item {
	const fee = readMoney(answer.fee);
	const dated = datedBy[answer.status ?? ''];
	return deliveryOf(
		'hubrise',
		{
			id: answer.id,
			reference: answer.order_id ?? null,
			status: statusFrom(answer.status),
			carrierStatus: answer.status ?? null,
			occurredAt: (dated && answer[dated]) ?? null,
			pickup: { completedAt: answer.pickup_at ?? null },
			dropoff: { completedAt: answer.delivered_at ?? null, trackingUrl: answer.tracking_url ?? null },
			price: fee && { ...fee, vat: null },
		},
		{
			orderId: answer.order_id ?? null,
			locationId: answer.location_id ?? null,
			carrierName: answer.carrier ?? null,
			carrierCode: answer.carrier_ref ?? null,
			trackingNumber: answer.ref ?? null,
			trackingUrl: answer.tracking_url ?? null,
			courier: {
				name: answer.driver_name ?? null,
				phone: answer.driver_phone ?? null,
				phoneAccessCode: answer.driver_phone_access_code ?? null,
				latitude: exact(answer.driver_latitude),
				longitude: exact(answer.driver_longitude),
				pickupUrl: answer.driver_pickup_url ?? null,
			},
			estimatedPickupAt: answer.estimated_pickup_at ?? null,
			estimatedDropoffAt: answer.estimated_dropoff_at ?? null,
			assignedAt: answer.assigned_at ?? null,
			pickupAt: answer.pickup_at ?? null,
			deliveredAt: answer.delivered_at ?? null,
			cancelledAt: answer.cancelled_at ?? null,
		},
		untouched(answer),
	);
}
