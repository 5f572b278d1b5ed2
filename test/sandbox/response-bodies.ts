/** The fields of Cyke's responses that the tests check, one at a time. */
export interface CykeBody {
	id: number;
	status: string;
	direction: string;
	comments: string | null;
	/** The slot as v2 calls it, and its start as v1 does. */
	slot_starting_at: string;
	slot_ending_at: string;
	complete_after: string;
	redelivery_id: number | null;
	original_delivery_id: number | null;
	pickup: CykeTask;
	dropoff: CykeTask;
	packages: { type: string; amount: number }[];
	/** Sentences of a 422. */
	errors: string[];
	/** The sentence of any other refusal. */
	error: string;
}

interface CykeTask {
	slot_starting_at: string;
	slot_ending_at: string;
	/** Null until the delivery has started. */
	tracking_url: string;
	completed_at: string | null;
	failure_reason: string | null;
	completion_text: string | null;
	/** Null until the delivery is done; an address alone where the sandbox is set so. */
	completion_signature: { url: string; accepted_by: string };
	completion_pictures: string[];
	place: { recipient_name: string; recipient_phone: string };
}

/** The fields of DeliverIt's responses that the tests check, one at a time. */
export interface DeliveritBody {
	message: string;
	push: boolean;
	time: string;
	arrive_at_customer: string;
	order_id: number;
	DeliveryPrice: string;
	DeliveryDistance: string;
	acceptUrl: string;
	denyUrl: string;
	cancelUrl: string;
	cancelurl: string;
	update_url: string;
	cancel_url: string;
	distance_in_km: number;
	price_with_vat: number;
	orders: DeliveritOrder[];
}

interface DeliveritOrder {
	created_at: { date: string; timezone: string };
	pickupTime: string;
	driverArrive: string;
	driverLeft: string;
	arriveAtCustomer: string;
	done: string;
	canceUrl: string;
	cancel: number;
}

export interface CykeEvent {
	event_id: string;
	event_type: string;
	payload: { delivery: CykeBody };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// not every answer is JSON
		return {};
	}
}

/**
 * The one edge where text becomes a body. Nothing is checked here, because the tests check which fields are there.
 * A missing field is undefined, and fails any expectation.
 */
export const bodyOf = <Body>(text: string): Body => parseJson(text) as Body;
