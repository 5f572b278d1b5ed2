import type { Moment } from '../framework/clock.types';

export type HubriseDeliveryStatus =
	| 'pending'
	| 'pickup_enroute'
	| 'pickup_approaching'
	| 'pickup_waiting'
	| 'dropoff_enroute'
	| 'dropoff_approaching'
	| 'dropoff_waiting'
	| 'delivered'
	| 'cancelled';

/** The resource as it is answered, times in the zone of the location. */
export interface HubriseDelivery {
	id: string;
	order_id: string;
	location_id: string;
	carrier: string;
	carrier_ref: string | null;
	ref: string | null;
	status: HubriseDeliveryStatus;
	fee: string | null;
	estimated_pickup_at: string | null;
	estimated_dropoff_at: string | null;
	tracking_url: string | null;
	/** Shown only where it was given: the documented answer does not have it. */
	driver_pickup_url?: string;
	driver_name: string | null;
	driver_phone: string | null;
	driver_phone_access_code: string | null;
	assigned_at: string | null;
	pickup_at: string | null;
	delivered_at: string | null;
	cancelled_at: string | null;
	driver_latitude: string | null;
	driver_longitude: string | null;
}

export interface HubriseQuote {
	id: string;
	order_id: string;
	location_id: string;
	carrier: string;
	carrier_ref: string | null;
	ref: string | null;
	fee: string;
	estimated_pickup_at: string | null;
	estimated_dropoff_at: string | null;
	accepted_at: string | null;
}

/** A delivery and what only the rider knows. */
export interface HubriseBooking {
	bookedAt: Moment;
	willFail: boolean;
	resource: HubriseDelivery;
}
