import { asJsonObject } from '../../json';
import { deliveryItem, deliveryOf, outputField } from '../../delivery/delivery';
import type { Status } from '../../delivery/status';
import { readMoney } from './money';
import type { DeliveryResponse } from './wire';

const statusMap: Readonly<Record<string, Status>> = {
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

export const statusFrom = (carrierStatus: string | null | undefined): Status =>
	statusMap[carrierStatus ?? ''] ?? 'unknown';

/** The only statuses that HubRise dates. */
const timestampKeyOf: Readonly<Record<string, 'assigned_at' | 'pickup_at' | 'delivered_at' | 'cancelled_at'>> = {
	pickup_enroute: 'assigned_at',
	dropoff_enroute: 'pickup_at',
	delivered: 'delivered_at',
	cancelled: 'cancelled_at',
};

/** An order has one delivery. Every call needs the order's id besides the delivery's own. */
export const hubriseDelivery = deliveryItem(() => ({
	orderId: outputField.text('Order ID'),
	locationId: outputField.text('Location ID'),
	carrierName: outputField.text('Carrier Name'),
	carrierCode: outputField.text('Carrier Code'),
	trackingNumber: outputField.text('Tracking Number'),
	trackingUrl: outputField.text('Tracking Link'),
	courier: outputField.object(
		{
			name: outputField.text('Courier Name'),
			phone: outputField.text('Courier Phone'),
			phoneAccessCode: outputField.text('Courier Phone Access Code'),
			latitude: outputField.text('Courier Latitude'),
			longitude: outputField.text('Courier Longitude'),
			pickupUrl: outputField.text('Courier Pick-Up Link'),
		},
		'Courier',
	),
	estimatedPickupAt: outputField.moment('Estimated Pick-Up At'),
	estimatedDropoffAt: outputField.moment('Estimated Drop-Off At'),
	assignedAt: outputField.moment('Assigned At'),
	pickupAt: outputField.moment('Picked Up At'),
	deliveredAt: outputField.moment('Delivered At'),
	cancelledAt: outputField.moment('Cancelled At'),
}));

const toText = (value: string | number | null | undefined): string | null =>
	value === null || value === undefined ? null : String(value);

/** For answers and for the states of events alike. */
export function toDeliveryItem(response: DeliveryResponse) {
	const fee = readMoney(response.fee);
	const timestampKey = timestampKeyOf[response.status ?? ''];
	return deliveryOf(
		'hubrise',
		{
			id: response.id ?? '',
			reference: response.order_id ?? null,
			status: statusFrom(response.status),
			carrierStatus: response.status ?? null,
			occurredAt: (timestampKey && response[timestampKey]) ?? null,
			pickup: { completedAt: response.pickup_at ?? null },
			dropoff: { completedAt: response.delivered_at ?? null, trackingUrl: response.tracking_url ?? null },
			price: fee && { ...fee, vat: null },
		},
		{
			orderId: response.order_id ?? null,
			locationId: response.location_id ?? null,
			carrierName: response.carrier ?? null,
			carrierCode: response.carrier_ref ?? null,
			trackingNumber: response.ref ?? null,
			trackingUrl: response.tracking_url ?? null,
			courier: {
				name: response.driver_name ?? null,
				phone: response.driver_phone ?? null,
				phoneAccessCode: response.driver_phone_access_code ?? null,
				latitude: toText(response.driver_latitude),
				longitude: toText(response.driver_longitude),
				pickupUrl: response.driver_pickup_url ?? null,
			},
			estimatedPickupAt: response.estimated_pickup_at ?? null,
			estimatedDropoffAt: response.estimated_dropoff_at ?? null,
			assignedAt: response.assigned_at ?? null,
			pickupAt: response.pickup_at ?? null,
			deliveredAt: response.delivered_at ?? null,
			cancelledAt: response.cancelled_at ?? null,
		},
		asJsonObject(response),
	);
}
