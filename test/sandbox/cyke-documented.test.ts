import { createSandbox } from '../../sandbox/carriers';
import { cyke } from './cyke-deliverit-client';

// The documented example of v1, in its own time.
const request = {
	dropoff: {
		slot_starting_at: '2020-11-09T16:00:00.000+01:00',
		slot_ending_at: '2020-11-09T18:00:00.000+01:00',
		place: {
			recipient_name: 'Cercei Lannister',
			recipient_phone: '+32470707070',
			company_name: 'Lannister Inc.',
			address: '1 place du Palais Royal',
			postal_code: '75001',
			city: 'Paris',
			address_instructions: 'digicode 3495 au fond à gauche',
		},
	},
	packages: [
		{ type: 'Carton de 12 bières 33cl', amount: 3 },
		{ type: 'Fût inox de 20L', amount: 1 },
	],
	comments: 'Fûts de blonde, faire attention à la DLUO',
	client_order_reference: 'POE5F29A',
	bring_back_containers: false,
};

function november2020() {
	const sandbox = createSandbox({ startAt: '2020-11-09T10:00:00.000+01:00' });
	sandbox.cyke.settings.v1 = true;
	for (const account of sandbox.cyke.accounts) account.priceCents = null;
	return sandbox;
}

test('v1 answers the documented create with the documented delivery, key by key', async () => {
	const response = await cyke(november2020(), 'POST', '/api/v1/deliveries/', request);
	expect(response.status).toBe(201);
	const { id, ...rest } = response.json;
	expect(Number.isInteger(id)).toBe(true);
	expect(rest).toEqual({
		created_at: '2020-11-09T10:00:00.000+01:00',
		status: 'saved',
		complete_after: '2020-11-09T16:00:00.000+01:00',
		complete_before: '2020-11-09T18:00:00.000+01:00',
		comments: 'Fûts de blonde, faire attention à la DLUO',
		client_order_reference: 'POE5F29A',
		price_cents: null,
		direction: 'outbound',
		bring_back_containers: false,
		original_delivery_id: null,
		redelivery_id: null,
		dropoff: {
			slot_starting_at: '2020-11-09T16:00:00.000+01:00',
			slot_ending_at: '2020-11-09T18:00:00.000+01:00',
			tracking_url: null,
			completed_at: null,
			failure_reason: null,
			notes: null,
			completion_signature: null,
			completion_pictures: [],
			place: { ...request.dropoff.place, recipient_phone: '+32 470 70 70 70' },
		},
		packages: request.packages,
	});
});

test('v1 lists short items with the old slot names', async () => {
	const sandbox = november2020();
	const { json } = await cyke(sandbox, 'POST', '/api/v1/deliveries', request);
	const list = await cyke(sandbox, 'GET', '/api/v1/deliveries?client_order_reference=POE5F29A');
	expect(list.json).toEqual([
		{
			id: json.id,
			created_at: '2020-11-09T10:00:00.000+01:00',
			status: 'saved',
			complete_after: '2020-11-09T16:00:00.000+01:00',
			complete_before: '2020-11-09T18:00:00.000+01:00',
			price_cents: null,
		},
	]);
});

test('v1 takes the documented update of a drop-off slot alone', async () => {
	const sandbox = november2020();
	const { json } = await cyke(sandbox, 'POST', '/api/v1/deliveries', request);
	const response = await cyke(sandbox, 'PUT', `/api/v1/deliveries/${json.id}`, {
		dropoff: { slot_starting_at: '2020-11-09T16:30:00.000+01:00' },
	});
	expect(response.status).toBe(200);
	expect(response.json.complete_after).toBe('2020-11-09T16:30:00.000+01:00');
	expect(response.json.dropoff.slot_ending_at).toBe('2020-11-09T18:00:00.000+01:00');
});

test('v1 knows packages by type alone, and no package types', async () => {
	const sandbox = november2020();
	const byId = await cyke(sandbox, 'POST', '/api/v1/deliveries', {
		...request,
		packages: [{ package_type_id: 1, amount: 1 }],
	});
	expect(byId.status).toBe(400);
	expect(byId.json.error).toContain('package_type_id');
	expect((await cyke(sandbox, 'GET', '/api/v1/package_types')).status).toBe(404);
});

test('v1 is switched off unless it is switched on', async () => {
	const response = await cyke(createSandbox(), 'GET', '/api/v1/deliveries');
	expect(response.status).toBe(410);
	expect(response.json.error).toMatch(/v1/);
});
