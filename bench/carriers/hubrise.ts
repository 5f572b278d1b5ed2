import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { documentedOrder } from '../../shared/carriers/hubrise/documented-order';
import type { CarrierBench, StubRequest, StubResponse } from '../carriers';

/** Takes orders, and lists them by reference or all of them: G3 lets the list be read ten times a minute. */
function createCarrier(): (request: StubRequest) => StubResponse {
	const orders: { id: string; private_ref: string | null }[] = [];
	return ({ method, query, body }) => {
		if (method === 'POST') {
			const reference = /"private_ref":"([^"]*)"/.exec(body)?.[1] ?? null;
			const order = {
				...documentedOrder,
				id: `o${orders.length}`,
				private_ref: reference,
				status: 'new',
				delivery: null,
				created_at: new Date().toISOString(),
			};
			orders.push(order);
			return { status: 200, body: order };
		}
		const reference = query.get('private_ref');
		return {
			status: 200,
			body: reference === null ? orders : orders.filter(({ private_ref: own }) => own === reference),
		};
	};
}

export const bench: CarrierBench = {
	booking: {
		action: createOrder,
		referenceKey: 'private_ref',
		batch: { count: 200, goal: 'one request an order and 2 to 4 heavy lists (0.1: 5 orders a minute)' },
		input: (nth) => ({
			private_ref: `WC-${nth}`,
			currency: 'EUR',
			items: [{ product_name: 'Margarita', sku_ref: 'MAR-SM', price: '9.00', quantity: '2' }],
		}),
		createCarrier,
	},
};
