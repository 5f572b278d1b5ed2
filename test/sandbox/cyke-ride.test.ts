import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createCykeDelivery, cyke, CYKE, MINUTE, pickup } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const get = async (id: number) => (await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`)).json;

async function completeRide(id: number): Promise<string[]> {
	const seen: string[] = [];
	for (let step = 0; step < 8; step += 1) {
		const { status } = await get(id);
		if (seen.at(-1) !== status) seen.push(status);
		await sandbox.clock.advance(MINUTE);
	}
	return seen;
}

test.each([
	[true, ['saved', 'scheduled', 'picked_up', 'delivered']],
	[false, ['saved', 'scheduled', 'delivered']],
])('riders move an outbound delivery; pick-ups reported: %s', async (reportsPickUp, expected) => {
	sandbox.cyke.settings.reportsPickUp = reportsPickUp;
	const id = await createCykeDelivery(sandbox);
	sandbox.couriers.start({ stepMs: MINUTE });
	expect(await completeRide(id)).toEqual(expected);
	const { pickup: collected, dropoff } = await get(id);
	expect([collected.completed_at, dropoff.completed_at]).not.toContain(null);
});

test('either task may fail', async () => {
	const id = await createCykeDelivery(sandbox);
	sandbox.cyke.setStatus(id, 'scheduled');
	sandbox.cyke.setStatus(id, 'failed', { failedTask: 'pickup', failureReason: 'Shop closed' });
	const { pickup: collected, dropoff } = await get(id);
	expect([collected.failure_reason, dropoff.failure_reason]).toEqual(['Shop closed', null]);
});

test('picked_up completes the pick-up', async () => {
	const id = await createCykeDelivery(sandbox, { pickup });
	sandbox.couriers.start({ stepMs: MINUTE });
	expect(await completeRide(id)).toEqual(['saved', 'scheduled', 'picked_up', 'delivered']);
	expect((await get(id)).pickup.completed_at).toMatch(/^2026-11-23T09:03:00.000\+01:00$/);
});

test('the tracking page appears once the rider has set off', async () => {
	const id = await createCykeDelivery(sandbox);
	sandbox.cyke.setStatus(id, 'scheduled');
	expect((await get(id)).dropoff.tracking_url).toBeNull();
	sandbox.cyke.start(id);
	const { dropoff, status } = await get(id);
	expect(status).toBe('scheduled');
	expect(dropoff.tracking_url).toMatch(/^https:\/\/www\.cyke\.io\/tracking\/\w{24}$/);
	expect(await (await sandbox.fetch(dropoff.tracking_url)).text()).toContain('scheduled');
});

test('pictures and signature are real files', async () => {
	const id = await createCykeDelivery(sandbox);
	sandbox.cyke.setStatus(id, 'scheduled');
	sandbox.cyke.setStatus(id, 'delivered', {
		acceptedBy: 'Concierge',
		pictures: 2,
		completionText: 'left at the lodge',
	});
	const { dropoff } = await get(id);
	expect(dropoff).toMatchObject({
		completed_at: '2026-11-23T09:00:00.000+01:00',
		completion_text: 'left at the lodge',
	});
	expect(dropoff.completion_signature.accepted_by).toBe('Concierge');
	for (const url of [...dropoff.completion_pictures, dropoff.completion_signature.url]) {
		const file = await sandbox.fetch(url);
		expect(file.headers.get('content-type')).toBe('image/png');
		const bytes = Buffer.from(await file.arrayBuffer());
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
		expect(bytes.subarray(-8, -4).toString()).toBe('IEND');
	}
	expect((await sandbox.fetch(`${CYKE}/files/unknown.png`)).status).toBe(404);
});

test('both forms of pictures and signature that receivers know', async () => {
	const id = await createCykeDelivery(sandbox);
	sandbox.cyke.setStatus(id, 'delivered', {}, { force: true });
	Object.assign(sandbox.cyke.settings, { pictureForm: 'object', signatureForm: 'url' });
	const { dropoff } = await get(id);
	expect(dropoff.completion_pictures).toEqual([{ url: expect.stringMatching(/\.png$/) }]);
	expect(dropoff.completion_signature).toMatch(/\.png$/);
});

test('a failed delivery has a reason, and comes again under a new id', async () => {
	const id = await createCykeDelivery(sandbox, { client_order_reference: 'A' });
	sandbox.cyke.willFail(id, 'Wrong code');
	sandbox.couriers.start();
	await sandbox.clock.advance(5 * MINUTE);
	expect(await get(id)).toMatchObject({
		status: 'failed',
		dropoff: { failure_reason: 'Wrong code', completion_pictures: [] },
	});
	const again = sandbox.cyke.redeliver(id);
	expect(again.id).not.toBe(id);
	expect(await get(again.id)).toMatchObject({
		status: 'saved',
		original_delivery_id: id,
		redelivery_id: null,
		slot_starting_at: '2026-11-24T16:00:00.000+01:00',
	});
	expect((await get(id)).redelivery_id).toBe(again.id);
	expect(() => sandbox.cyke.redeliver(id)).toThrow(/again already/);
});

test('steps that cannot be are refused, unless forced', async () => {
	const id = await createCykeDelivery(sandbox);
	expect(() => sandbox.cyke.setStatus(id, 'delivered')).toThrow(/from saved to delivered/);
	sandbox.cyke.setStatus(id, 'ready');
	sandbox.cyke.setStatus(id, 'scheduled');
	sandbox.cyke.setStatus(id, 'saved');
	expect(sandbox.cyke.setStatus(id, 'delivered', {}, { force: true }).status).toBe('delivered');
	expect(sandbox.cyke.step(id)).toBe(false);
});

test('riders may keep to the slots', async () => {
	const id = await createCykeDelivery(sandbox);
	sandbox.couriers.start({ schedule: 'slots' });
	await sandbox.clock.advance(60 * MINUTE);
	expect((await get(id)).status).toBe('scheduled');
	await sandbox.clock.advance(8 * 60 * MINUTE);
	expect((await get(id)).dropoff.completed_at).toBe('2026-11-23T17:00:00.000+01:00');
});
