import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { isJsonObject, type JsonObject } from '../../shared/json';
import type { ReceivedRequest, Script, StubResponse } from './scripted-carrier';

/** Just enough of Cyke to book, look up and read. A test can count its bookings. */
export interface CykeStub {
	script: Script;
	/** Every booking that was made. */
	bookings: JsonObject[];
	/** Replaces the next responses, after the request has been carried out (`late`) or without (`early`). */
	faults: { when: 'early' | 'late'; response: StubResponse }[];
}

const referenceOf = (body: unknown): string | undefined =>
	isJsonObject(body as JsonObject) ? String((body as JsonObject).client_order_reference) : undefined;

export function createCykeStub(): CykeStub {
	const bookings: JsonObject[] = [];
	const faults: CykeStub['faults'] = [];
	const book = ({ body }: ReceivedRequest): StubResponse => {
		const fault = faults.shift();
		if (fault?.when === 'early') return fault.response;
		const booking: JsonObject = {
			...deliveryV2,
			id: 100 + bookings.length,
			client_order_reference: referenceOf(body) ?? null,
		};
		bookings.push(booking);
		return fault?.response ?? { status: 201, body: booking };
	};
	const script: Script = (request) => {
		if (request.method === 'POST') return book(request);
		const id = /\/deliveries\/(\d+)$/.exec(request.path)?.[1];
		if (id !== undefined) {
			const found = bookings.find((booking) => String(booking.id) === id);
			return found ? { status: 200, body: found } : { status: 404, body: {} };
		}
		const reference = request.query.client_order_reference;
		const listed = bookings.filter(
			(booking) => reference === undefined || booking.client_order_reference === reference,
		);
		return {
			status: 200,
			body: listed.map(({ id: number, created_at, status }) => ({ id: number, created_at, status })),
		};
	};
	return { script, bookings, faults };
}

/** A booking's form, its values taken from the item as a workflow does. */
export const orderForm: JsonObject = {
	client_order_reference: '={{ $json.number }}',
	dropoff: {
		slot_starting_at: '2030-05-21T16:00:00+02:00',
		slot_ending_at: '2030-05-21T18:00:00+02:00',
		recipient_name: '={{ $json.name }}',
		recipient_phone: '={{ $json.phone }}',
		address: '12 rue des Petits Champs',
		postal_code: '75002',
		city: 'Paris',
	},
	packages: [{ package_type: '7', amount: 1 }],
};

export const orders = (count: number) =>
	Array.from({ length: count }, (_, at) => ({
		number: `WC-${at + 1}`,
		name: `Customer ${at + 1}`,
		phone: '+33612345678',
	}));
