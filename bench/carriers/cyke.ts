import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { deliveryStatusChanged } from '../../shared/carriers/cyke/triggers';
import { json, type CarrierBench, type StubRequest, type StubResponse } from '../carriers';

const now = Date.parse('2030-05-21T12:00:00Z');
const at = (ms: number) => `${new Date(ms + 7_200_000).toISOString().slice(0, -1)}+02:00`;

/** CY8: a row as v2 lists it. A shop's history: mostly delivered, the newest hundred still open. */
const row = (index: number, count: number) => {
	const created = now - (count - index) * 600_000;
	return {
		id: 1_000 + index,
		created_at: at(created),
		status: count - index > 100 ? 'delivered' : 'scheduled',
		slot_starting_at: at(created + 3_600_000),
		slot_ending_at: at(created + 7_200_000),
		price_cents: 1_150,
	};
};

/** Books, lists by reference and reads by id. */
function createCarrier(): (request: StubRequest) => StubResponse {
	const bookings: { id: number; client_order_reference: string | null; created_at: string; status: string }[] = [];
	const byReference = new Map<string, typeof bookings>();
	return ({ method, path, query, body }) => {
		if (method === 'POST') {
			const reference = /"client_order_reference":"([^"]*)"/.exec(body)?.[1] ?? '';
			const booking = {
				...deliveryV2,
				id: 100 + bookings.length,
				client_order_reference: reference,
				created_at: '2030-05-20T09:12:44.000+02:00',
				status: 'saved',
			};
			bookings.push(booking);
			byReference.set(reference, [...(byReference.get(reference) ?? []), booking]);
			return { status: 201, body: booking };
		}
		const id = /\/deliveries\/(\d+)$/.exec(path)?.[1];
		if (id !== undefined) return { status: 200, body: bookings[Number(id) - 100] };
		const reference = query.get('client_order_reference');
		const rows = reference === null ? bookings : (byReference.get(reference) ?? []);
		return {
			status: 200,
			body: rows.map(({ id: number, created_at, status }) => ({ id: number, created_at, status })),
		};
	};
}

export const bench: CarrierBench = {
	booking: {
		action: createDelivery,
		referenceKey: 'client_order_reference',
		batch: { count: 1_000, goal: 'at least 5 x as fast' },
		input: (nth) => ({
			client_order_reference: `WC-${nth}`,
			dropoff: {
				slot_starting_at: '2030-05-21T16:00:00+02:00',
				slot_ending_at: '2030-05-21T18:00:00+02:00',
				recipient_name: `Customer ${nth}`,
				recipient_phone: '+33612345678',
				address: '12 rue des Petits Champs',
				postal_code: '75002',
				city: 'Paris',
			},
			packages: [{ package_type: '7', amount: 1 }],
		}),
		createCarrier,
	},
	poll: {
		trigger: deliveryStatusChanged,
		now,
		goal: 'at most 7 x',
		answers: (count) => {
			const response = json(Array.from({ length: count }, (_, index) => row(index, count)));
			return () => response;
		},
	},
};
