import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { hubrise, kindOf, TILL } from './hubrise-client';
import { MINUTE } from './cyke-deliverit-client';

const STATUSES = [
	'pickup_enroute',
	'pickup_approaching',
	'pickup_waiting',
	'dropoff_enroute',
	'dropoff_approaching',
	'dropoff_waiting',
	'delivered',
];
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
	sandbox.hubrise.placeOrder(undefined, { id: '5dpm9' });
	sandbox.hubrise.attach('5dpm9', { carrier: 'Vélo', status: 'pending' });
});

const status = () => sandbox.hubrise.delivery('5dpm9')?.status;

test('through every status to the door, with the order at its side', async () => {
	const seen: (string | undefined)[] = [];
	const orders: (string | undefined)[] = [];
	while (sandbox.couriers.step('hubrise') === 1) {
		seen.push(status());
		orders.push(sandbox.hubrise.order('5dpm9')?.status);
		await sandbox.clock.advance(MINUTE);
	}
	expect(seen).toEqual(STATUSES);
	expect(orders).toEqual(['new', 'new', 'in_delivery', 'in_delivery', 'in_delivery', 'in_delivery', 'completed']);
	expect(sandbox.hubrise.delivery('5dpm9')).toMatchObject({
		driver_name: 'Noor',
		assigned_at: '2026-11-23T09:00:00+01:00',
		pickup_at: '2026-11-23T09:03:00+01:00',
		delivered_at: '2026-11-23T09:06:00+01:00',
		cancelled_at: null,
	});
	expect(sandbox.hubrise.step('5dpm9')).toBe(false);
});

test('one that fails is cancelled, and the order shows it', () => {
	sandbox.hubrise.willFail('5dpm9');
	expect([sandbox.hubrise.step('5dpm9'), status()]).toEqual([true, 'pickup_enroute']);
	expect([sandbox.hubrise.step('5dpm9'), status()]).toEqual([true, 'cancelled']);
	expect(sandbox.hubrise.order('5dpm9')?.status).toBe('delivery_failed');
	expect(sandbox.hubrise.delivery('5dpm9')?.cancelled_at).not.toBeNull();
	expect(() => sandbox.hubrise.willFail('nosuch')).toThrow(/nosuch/);
});

test('at the estimated times, where riders keep to slots', async () => {
	sandbox.hubrise.change('5dpm9', {
		estimated_pickup_at: '2026-11-23T10:00:00+01:00',
		estimated_dropoff_at: '2026-11-23T10:30:00+01:00',
	});
	sandbox.couriers.start({ carrier: 'hubrise', schedule: 'slots' });
	await sandbox.clock.advance(45 * MINUTE);
	expect(status()).toBe('pending');
	await sandbox.clock.advance(15 * MINUTE);
	expect(status()).toBe('pickup_waiting');
	await sandbox.clock.advance(35 * MINUTE);
	expect(status()).toBe('delivered');
});

test('the till hears of every step, and of the order’s own where riders move it', async () => {
	await hubrise(sandbox, 'POST', '/callback', { url: null, events: { delivery: ['update'], order: ['update'] } }, TILL);
	sandbox.hubrise.settings.couriersMoveOrders = false;
	sandbox.hubrise.step('5dpm9');
	const kinds = () => sandbox.hubrise.callbacks.connectionEvents.map(({ event }) => kindOf(event));
	expect(kinds()).toEqual(['delivery.update', 'order.update']);
	sandbox.hubrise.settings.couriersMoveOrders = true;
	sandbox.hubrise.step('5dpm9');
	sandbox.hubrise.step('5dpm9');
	expect(kinds().slice(2)).toEqual([
		'delivery.update',
		'order.update',
		'delivery.update',
		'order.update',
		'order.update',
	]);
});
