import type { CarrierLab } from '../../lab/subject';

const secrets = ['CykeSandboxToken0001'];

const subjects: CarrierLab['subjects'] = {
	'delivery.create': {
		connection: { email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
		lookUps: 'lagging',
		batchSize: 1_000,
		routes: { create: 'deliveries.create', lookUp: 'deliveries.list' },
		input: (reference) => ({
			client_order_reference: reference,
			dropoff: {
				slot_starting_at: '2026-11-24T14:00:00+01:00',
				slot_ending_at: '2026-11-24T16:00:00+01:00',
				recipient_name: 'Ada Moreau',
				recipient_phone: '+33612345678',
				address: '12 rue des Petits Champs',
				postal_code: '75002',
				city: 'Paris',
			},
			packages: [{ name: 'Cake', amount: 1, volume_dm3: 8, weight_kg: 1.5 }],
		}),
		activeIds: (sandbox, reference) =>
			sandbox.cyke.deliveries
				.filter((each) => each.clientOrderReference === reference && each.status !== 'cancelled')
				.map(({ id }) => String(id)),
		activeReferences: (sandbox) =>
			sandbox.cyke.deliveries
				.filter(({ status }) => status !== 'cancelled')
				.map(({ clientOrderReference }) => String(clientOrderReference)),
		secrets,
	},
};

export const lab: CarrierLab = { subjects, refusal: { status: 422, body: { errors: ['Address is not served'] } } };
