import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { booking, errorOf, withCyke } from './with-cyke';
import { useSampleClock } from './sample-clock';

useSampleClock();

const line = (id: number, status: string) => ({ id, created_at: '2030-05-20T09:12:44.000+02:00', status });
const miss = { status: 404, body: { error: 'Not found' } };

describe('a search', () => {
	test.each([
		['cyke_find_delivery', { id: '4711' }],
		['cyke_find_latest_delivery', { client_order_reference: 'WC-1042' }],
		['cyke_find_deliveries', { client_order_reference: 'WC-1042' }],
		['cyke_find_delivery_by_reference', { client_order_reference: 'WC-1042' }],
	])('%s that finds nothing has worked', async (key, input) => {
		await withCyke(
			// A list has no 404 of its own: it is empty.
			({ path }) => (path.endsWith('/deliveries') ? { status: 200, body: [] } : miss),
			async ({ host }) => {
				await expect(host.search(key, input)).resolves.toEqual([]);
			},
		);
	});

	test('by reference returns the active booking in full, as booking it does', async () => {
		await withCyke(
			({ path }) =>
				path.endsWith('/deliveries')
					? { status: 200, body: [line(4710, 'cancelled'), line(4711, 'saved')] }
					: { status: 200, body: deliveryV2 },
			async ({ host, carrier }) => {
				const found = await host.search('cyke_find_delivery_by_reference', { client_order_reference: 'WC-1042' });
				expect(found).toMatchObject([{ id: '4711', reference: 'WC-1042', dropoff: { city: 'Paris' } }]);
				expect(carrier.requests.map(({ path }) => path)).toEqual(['/api/v2/deliveries', '/api/v2/deliveries/4711']);
				const booked = await host.create('cyke_create_delivery', booking);
				expect(booked).toMatchObject({ ...found[0], outcome: 'found' });
			},
		);
	});

	test('by reference leaves out what the list takes for the same, and what was cancelled a moment ago', async () => {
		const fullDeliveries = {
			4710: { ...deliveryV2, id: 4710, status: 'cancelled' },
			4711: { ...deliveryV2, client_order_reference: 'wc-1042' },
			4712: { ...deliveryV2, id: 4712 },
		};
		await withCyke(
			({ path }) =>
				path.endsWith('/deliveries')
					? { status: 200, body: [line(4710, 'saved'), line(4711, 'saved'), line(4712, 'saved')] }
					: { status: 200, body: fullDeliveries[Number(path.split('/').at(-1)) as keyof typeof fullDeliveries] },
			async ({ host }) =>
				expect(
					(await host.search('cyke_find_delivery_by_reference', { client_order_reference: 'WC-1042' })).map(
						({ id }) => id,
					),
				).toEqual(['4712']),
		);
	});

	test('by reference wants one', async () => {
		await withCyke(
			() => miss,
			async ({ host, carrier }) => {
				expect((await errorOf(host.search('cyke_find_delivery_by_reference', {}))).message).toContain(
					'Reference is missing',
				);
				expect(carrier.requests).toEqual([]);
			},
		);
	});
});

describe('a drop-down', () => {
	test('offers numbers and names, a page at a time', async () => {
		const types = Array.from({ length: 130 }, (_, at) => ({
			id: at + 1,
			type: `Type ${at + 1}`,
			volume: 1,
			weight: 1,
		}));
		await withCyke(
			() => ({ status: 200, body: types }),
			async ({ host }) => {
				const first = await host.list('cyke_list_package_types', {}, { isFillingDynamicDropdown: true });
				expect(first).toHaveLength(100);
				expect(first[0]).toMatchObject({ id: '1', label: 'Type 1' });
				await expect(
					host.list('cyke_list_package_types', {}, { isFillingDynamicDropdown: true, page: 1 }),
				).resolves.toHaveLength(30);
			},
		);
	});
});
