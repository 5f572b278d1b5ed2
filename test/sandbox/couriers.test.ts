import { createSandbox } from '../../sandbox/carriers';
import { bookDeliveritTrip, createCykeDelivery, MINUTE } from './cyke-deliverit-client';

test('on and off, one carrier or all', async () => {
	const sandbox = createSandbox();
	const id = await createCykeDelivery(sandbox);
	await bookDeliveritTrip(sandbox);
	sandbox.couriers.start({ carrier: 'deliverit' });
	expect(sandbox.couriers.running).toBe(true);
	await sandbox.clock.advance(10 * MINUTE);
	expect(sandbox.cyke.find(id)?.status).toBe('saved');
	expect(sandbox.deliverit.orders[0]?.done).not.toBeNull();
	sandbox.couriers.stop();
	expect(sandbox.couriers.running).toBe(false);
	await sandbox.clock.advance(10 * MINUTE);
	expect(sandbox.cyke.find(id)?.status).toBe('saved');
	expect(() => sandbox.couriers.start({ stepMs: 0 })).toThrow(RangeError);
});

test('step by step, by hand', async () => {
	const sandbox = createSandbox();
	const id = await createCykeDelivery(sandbox);
	await bookDeliveritTrip(sandbox);
	expect(sandbox.couriers.step()).toBe(2);
	expect(sandbox.couriers.step('cyke')).toBe(1);
	expect(sandbox.couriers.step('cyke')).toBe(1);
	expect(sandbox.cyke.find(id)?.status).toBe('picked_up');
	expect(sandbox.couriers.step('cyke')).toBe(1);
	expect(sandbox.cyke.find(id)?.status).toBe('delivered');
	expect(sandbox.couriers.step('cyke')).toBe(0);
});

test('in scaled real time', async () => {
	const sandbox = createSandbox();
	const id = await createCykeDelivery(sandbox);
	sandbox.couriers.start();
	sandbox.clock.realTime(30_000);
	// Forty milliseconds would do; a busy machine gets as long as it takes.
	while (sandbox.cyke.find(id)?.status !== 'delivered') await new Promise((resolve) => setTimeout(resolve, 40));
	expect(sandbox.cyke.deliveries.map(({ status }) => status)).toEqual(['delivered']);
	await sandbox.close();
});
