import { createSandbox, type CykeStatus, type Sandbox } from '../../sandbox/carriers';
import { createCykeDelivery, cyke, dropoff, pickup } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const put = (id: number, body: unknown, method = 'PUT') => cyke(sandbox, method, `/api/v2/deliveries/${id}`, body);
const later = { slot_starting_at: '2026-11-23T17:00:00.000+01:00', slot_ending_at: '2026-11-23T19:00:00.000+01:00' };
const withPickup = {
	slot_starting_at: '2026-11-23T15:30:00.000+01:00',
	slot_ending_at: '2026-11-23T17:00:00.000+01:00',
};

test.each(['PUT', 'PATCH'])('%s changes only what is sent', async (method) => {
	const id = await createCykeDelivery(sandbox, { comments: 'ring twice', client_order_reference: 'A' });
	const { status, json } = await put(id, { dropoff: { place: { address_instructions: 'digicode 12' } } }, method);
	expect(status).toBe(200);
	expect(json.comments).toBe('ring twice');
	expect(json.dropoff.place).toMatchObject({ recipient_name: 'Cercei Lannister', address_instructions: 'digicode 12' });
	expect(json.dropoff.slot_starting_at).toBe(dropoff.slot_starting_at);
});

test('a new drop-off slot alone is taken, and the pick-up slot is not worked out again', async () => {
	const id = await createCykeDelivery(sandbox);
	const { json: before } = await cyke(sandbox, 'GET', `/api/v2/deliveries/${id}`);
	const alone = await put(id, { dropoff: later });
	expect(alone.status).toBe(200);
	expect(alone.json.dropoff).toMatchObject(later);
	expect(alone.json.pickup.slot_starting_at).toBe(before.pickup.slot_starting_at);
	const both = await put(id, { dropoff: later, pickup: withPickup });
	expect(both.status).toBe(200);
	expect(both.json).toMatchObject({ direction: 'outbound', dropoff: later, pickup: withPickup });
});

test('the same slot once more needs no pick-up slot', async () => {
	const id = await createCykeDelivery(sandbox);
	const { slot_starting_at, slot_ending_at } = dropoff;
	expect((await put(id, { dropoff: { slot_starting_at, slot_ending_at } })).status).toBe(200);
});

test('the order of two written ends is left to the caller, as most slots are', async () => {
	const both = await createCykeDelivery(sandbox, { pickup });
	expect((await put(both, { dropoff: later })).status).toBe(200);
	const early = { slot_starting_at: '2026-11-23T10:00:00.000+01:00', slot_ending_at: '2026-11-23T11:00:00.000+01:00' };
	expect((await put(both, { dropoff: early })).status).toBe(200);
});

test('the rules of a slot hold for a changed one', async () => {
	const id = await createCykeDelivery(sandbox, { pickup });
	expect((await put(id, { dropoff: { slot_ending_at: '2026-11-23T21:00:00.000+01:00' } })).json.errors[0]).toMatch(
		/opening hours/,
	);
	expect((await put(id, { dropoff: { slot_ending_at: '2026-11-23T15:00:00.000+01:00' } })).json.errors[0]).toMatch(
		/must end after/,
	);
	expect((await put(id, { dropoff: { slot_starting_at: 'soon' } })).status).toBe(422);
});

test('packages are replaced as one list', async () => {
	const id = await createCykeDelivery(sandbox, {
		packages: [
			{ package_type_id: 1, amount: 2 },
			{ package_type_id: 2, amount: 1 },
		],
	});
	expect((await put(id, { packages: [{ type: 'Bouquet', amount: 4 }] })).json.packages).toEqual([
		{ type: 'Bouquet', amount: 4 },
	]);
	expect((await put(id, { packages: [] })).json.errors).toEqual(["Packages can't be blank"]);
	expect((await put(id, { packages: [{ type: 'x', amount: 1 }] })).json.errors).toEqual(['Packages Unknown type']);
});

test('unknown fields are refused on update, too', async () => {
	const id = await createCykeDelivery(sandbox);
	expect((await put(id, { status: 'delivered' })).json.error).toContain('status');
	expect((await put(id, { dropoff: { place: { zip: '75001' } } })).json.error).toContain('dropoff.place.zip');
});

test('a saved address can take the place of a written one', async () => {
	const id = await createCykeDelivery(sandbox, { pickup });
	expect((await put(id, { pickup: 23 })).json.pickup.place.recipient_name).toBe('Entrepôt Nord');
	expect((await put(id, { pickup: 24 })).status).toBe(422);
});

test('cancel answers 200 with the delivery, and takes no body', async () => {
	const id = await createCykeDelivery(sandbox);
	expect((await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`, {})).status).toBe(400);
	const response = await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`);
	expect(response.status).toBe(200);
	expect(response.json).toMatchObject({ id, status: 'cancelled' });
});

test.each<CykeStatus>(['picked_up', 'delivered', 'failed', 'cancelled'])(
	'a delivery that is %s can be neither changed nor cancelled',
	async (status) => {
		const id = await createCykeDelivery(sandbox, { pickup });
		sandbox.cyke.setStatus(id, status, {}, { force: true });
		const label = status.replace('_', ' ');
		expect((await put(id, { comments: 'x' })).json).toEqual({
			errors: [`Delivery can't be changed any more: it is ${label}`],
		});
		const cancelled = await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`);
		expect(cancelled.status).toBe(422);
		expect(cancelled.json.errors).toEqual([`Delivery can't be cancelled any more: it is ${label}`]);
	},
);
