import { z } from 'zod/v4';

import { createSandbox } from '../../sandbox/carriers';
import { createZapier } from '../../sandbox/hosts/zapier';
import { appFor, authDataFor } from './run-on-zapier';
import { booking, cyke } from './with-cyke';

const NOW = '2026-11-23T09:00:00.000+01:00';

beforeAll(() => {
	jest.useFakeTimers({
		now: Date.parse(NOW),
		advanceTimers: true,
		doNotFake: [
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'setImmediate',
			'clearImmediate',
			'setInterval',
			'clearInterval',
			'setTimeout',
			'clearTimeout',
		],
	});
});
afterAll(() => {
	jest.useRealTimers();
});

test('one order on the embedded carrier: booked once, followed to the door, its picture fetched', async () => {
	const sandbox = createSandbox({ startAt: NOW });
	const { urls } = await sandbox.listen();
	const [account] = sandbox.cyke.accounts;
	if (!account) throw new Error('The sandbox has no account');
	const authData = { ...authDataFor(cyke(), 'all', urls.cyke), cyke_email: account.email, cyke_token: account.token };
	const host = await createZapier(appFor(cyke(), 'all'), { authData });
	try {
		await expect(host.authTest()).resolves.toMatchObject({ account: account.email });
		const types = await host.list('cyke_list_package_types', {}, { isFillingDynamicDropdown: true });
		const order = {
			...booking,
			dropoff_slot_starting_at: '2026-11-23T14:00:00+01:00',
			dropoff_slot_ending_at: '2026-11-23T16:00:00+01:00',
			packages: [{ packages_package_type: types[0]?.id, packages_amount: '1' }],
		};
		await host.poll('cyke_new_delivery');
		await host.poll('cyke_delivery_status_changed');

		const booked = await host.create('cyke_create_delivery', order);
		expect(booked).toMatchObject({ outcome: 'created', reference: 'WC-1042' });
		await expect(host.create('cyke_create_delivery', order)).resolves.toMatchObject({
			id: booked.id,
			outcome: 'found',
		});
		expect(sandbox.cyke.deliveries).toHaveLength(1);
		await expect(host.poll('cyke_new_delivery')).resolves.toMatchObject([{ id: booked.id }]);

		const key = 'cyke_delivery_status_changed';
		await expect(host.poll(key)).resolves.toMatchObject([{ status: 'created' }]);
		sandbox.couriers.step();
		await expect(host.poll(key)).resolves.toMatchObject([{ status: 'scheduled' }]);
		sandbox.cyke.setStatus(Number(booked.id), 'delivered', { pictures: 1 });
		const [delivered] = await host.poll(key);
		expect(delivered).toMatchObject({ id: booked.id, status: 'delivered' });
		// Two files: the picture and the signature.
		const files = z.array(z.object({ url: z.string() })).parse(delivered?.files);
		expect(files).toHaveLength(2);
		await expect(host.file(files[0]?.url ?? '')).resolves.not.toHaveLength(0);

		await expect(host.create('cyke_cancel_delivery', { id: booked.id })).rejects.toThrow();
		await expect(
			host.search('cyke_find_delivery_by_reference', { client_order_reference: 'WC-1042' }),
		).resolves.toMatchObject([{ status: 'delivered' }]);
	} finally {
		await host.close();
		await sandbox.close();
	}
});
