import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { withCyke } from './with-cyke';
import { useSampleClock } from './sample-clock';
import type { ReceivedRequest, StubResponse } from './scripted-carrier';

useSampleClock();

interface Delivery {
	id: number;
	created_at: string;
	status: string;
}

const at = (minute: number) => `2020-11-09T09:${String(minute).padStart(2, '0')}:00.000+01:00`;

/** An account whose deliveries a test may change between polls. */
function account(deliveries: Delivery[]) {
	const script = ({ path }: ReceivedRequest): StubResponse => {
		if (path.endsWith('/deliveries')) return { status: 200, body: deliveries.map((each) => ({ ...each })) };
		const found = deliveries.find((each) => path.endsWith(`/${each.id}`));
		return found ? { status: 200, body: { ...deliveryV2, ...found } } : { status: 404, body: { error: 'Not found' } };
	};
	return { deliveries, script };
}

describe('New Delivery', () => {
	test('emits nothing old, then each delivery once, in full and in order', async () => {
		const { deliveries, script } = account([{ id: 1, created_at: at(1), status: 'saved' }]);
		await withCyke(script, async ({ host, carrier }) => {
			await expect(host.poll('cyke_new_delivery')).resolves.toEqual([]);
			expect(carrier.requests).toHaveLength(1);
			deliveries.push({ id: 3, created_at: at(3), status: 'saved' }, { id: 2, created_at: at(2), status: 'saved' });
			const emitted = await host.poll('cyke_new_delivery');
			expect(emitted).toMatchObject([
				{ id: '2', dropoff: { city: 'Paris' } },
				{ id: '3', dropoff: { city: 'Paris' } },
			]);
			await expect(host.poll('cyke_new_delivery')).resolves.toEqual([]);
		});
	});
});

describe('Delivery Status Changed', () => {
	test('emits every new status once, and only what was chosen', async () => {
		const { deliveries, script } = account([{ id: 1, created_at: at(1), status: 'saved' }]);
		await withCyke(script, async ({ host }) => {
			const key = 'cyke_delivery_status_changed';
			await host.poll(key);
			deliveries[0] = { id: 1, created_at: at(1), status: 'scheduled' };
			await expect(host.poll(key)).resolves.toMatchObject([
				{ id: '1', carrierStatus: 'scheduled', status: 'scheduled' },
			]);
			await expect(host.poll(key)).resolves.toEqual([]);
			await expect(host.list(key, { status: ['Delivered'] })).resolves.toEqual([]);
			deliveries[0] = { id: 1, created_at: at(1), status: 'delivered' };
			await expect(host.poll(key)).resolves.toMatchObject([{ id: '1', status: 'delivered' }]);
			await expect(host.list(key, { status: 'delivered,failed' })).resolves.toHaveLength(1);
		});
	});

	test('reads a delivery in full only once while its status stays', async () => {
		const { script } = account([{ id: 1, created_at: at(1), status: 'saved' }]);
		await withCyke(script, async ({ host, carrier }) => {
			await host.list('cyke_delivery_status_changed');
			await host.list('cyke_delivery_status_changed');
			expect(carrier.requests.filter(({ path }) => path.endsWith('/1'))).toHaveLength(1);
		});
	});
});

test('a poll reads a bounded number of deliveries in full, and every one when it only fills the list of what is known', async () => {
	const many = Array.from({ length: 150 }, (_, nth) => ({ id: nth + 1, created_at: at(nth % 60), status: 'saved' }));
	const { script } = account(many);
	await withCyke(script, async ({ host }) => {
		await expect(host.list('cyke_delivery_status_changed', {}, { isPopulatingDedupe: true })).resolves.toHaveLength(
			150,
		);
		await expect(host.list('cyke_delivery_status_changed', {}, { isLoadingSample: true })).resolves.toHaveLength(3);
	});
});

test('a poll of an account without deliveries emits nothing', async () => {
	await withCyke(
		() => ({ status: 200, body: [] }),
		async ({ host }) => {
			await expect(host.list('cyke_new_delivery')).resolves.toEqual([]);
			await expect(host.list('cyke_new_delivery', {}, { isPopulatingDedupe: true })).resolves.toEqual([]);
		},
	);
});

test('a test without an event gives an example, and says first that it is one', async () => {
	await withCyke(
		() => ({ status: 200, body: [] }),
		async ({ host }) => {
			const [example, ...more] = await host.list('cyke_new_delivery', {}, { isLoadingSample: true });
			expect(more).toEqual([]);
			expect(Object.keys(example ?? {})[0]).toBe('warnings');
			expect(example).toMatchObject({
				warnings: [expect.stringContaining('Cyke has no delivery to show yet')],
				id: expect.any(String),
			});
		},
	);
});
