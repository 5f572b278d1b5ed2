import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { cyke } from '../../shared/carriers/cyke/carrier';
import type { JsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { input } from './fake-carrier';
import { accessOf, partsOf } from './samples';
import { response, scriptedPorts } from './scripted-ports';

/** A courier that books and lists; each request is noted as "GET /deliveries". */
function createCourier() {
	const requests: string[] = [];
	const bookings: JsonObject[] = [];
	const ports = scriptedPorts((request) => {
		const { method, path, query, body } = partsOf(request);
		requests.push(`${method} ${path.replace('/api/v2', '')}`);
		if (path.endsWith('package_types')) return response(200, [{ id: 3, type: 'Box' }]);
		if (method === 'GET')
			return response(
				200,
				bookings.filter((each) => each.client_order_reference === query.client_order_reference),
			);
		const booking: JsonObject = { ...deliveryV2, ...(body as JsonObject), id: 100 + bookings.length };
		bookings.push(booking);
		return response(201, booking);
	});
	const book = async (values: JsonObject) =>
		await perform({ carrier: cyke, action: createDelivery, access, values }, ports);
	return { requests, book };
}

const access = accessOf(cyke);
const countOf = (requests: readonly string[], name: string) => requests.filter((each) => each === name).length;

test('a booking takes a look-up, the booking, and the check that nobody else booked it meanwhile', async () => {
	const { requests, book } = createCourier();
	expect((await book(input)).ok).toBe(true);
	expect(requests).toEqual(['GET /deliveries', 'POST /deliveries', 'GET /deliveries']);
});

test('the items of a batch read the package types once', async () => {
	const { requests, book } = createCourier();
	const orders = Array.from({ length: 20 }, (_, nth) => ({
		...input,
		client_order_reference: `WC-${nth}`,
		packages: [{ package_type: 'Box', amount: 1 }],
	}));
	const results = await Promise.all(orders.map(book));
	expect(results.filter(({ ok }) => !ok)).toEqual([]);
	expect(requests.filter((each) => each.includes('package_types'))).toHaveLength(1);
	expect(countOf(requests, 'POST /deliveries')).toBe(20);
});

test('a step with several mistakes sends nothing', async () => {
	const { requests, book } = createCourier();
	expect((await book({ ...input, dropoff: {} })).ok).toBe(false);
	expect(requests).toEqual([]);
});
