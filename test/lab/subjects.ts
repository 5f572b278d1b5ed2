import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/declare/json';
import { carriers } from '../../shared/registry';
import type { Sandbox } from '../../sandbox/carriers';

/** A booking action as the lab tries it: how to ask, and what the carrier then holds. */
export interface Subject {
	carrier: Carrier;
	action: Action;
	connection: JsonObject;
	/** Names of the sandbox's routes. */
	routes: { create: string; lookUp: string };
	input(reference: string): JsonObject;
	/** Ids of the live bookings under a reference, as the carrier sees them. */
	live(sandbox: Sandbox, reference: string): string[];
	/** The reference of every live booking. */
	references(sandbox: Sandbox): string[];
	/** Whether a booking can be looked up; without, the carrier itself refuses doubles. */
	looksUp: boolean;
	secrets: readonly string[];
}

type Words = Omit<Subject, 'carrier' | 'action' | 'looksUp'>;

const cykeSecrets = ['CykeSandboxToken0001'];
const deliveritSecrets = ['deliverit-sandbox-1'];

/** Keyed by carrier and action; a booking action that is missing here fails the lab. */
const words: Readonly<Record<string, Words>> = {
	'cyke delivery.create': {
		connection: { email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
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
		live: (sandbox, reference) =>
			sandbox.cyke.deliveries.filter((each) => each.clientOrderReference === reference && each.status !== 'cancelled').map(({ id }) => String(id)),
		references: (sandbox) => sandbox.cyke.deliveries.filter(({ status }) => status !== 'cancelled').map(({ clientOrderReference }) => String(clientOrderReference)),
		secrets: cykeSecrets,
	},
	'deliverit driver.create': {
		connection: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		routes: { create: 'orderdriver.create', lookUp: 'order.period' },
		input: (reference) => ({
			reference,
			firstname: 'Freja',
			street: 'Vestergade 10',
			zip: '5000',
			city: 'Odense C',
			time: '2026-11-23T18:30:00+01:00',
			telephone: '12345678',
			latitude: 55.3957969,
			longitude: 10.3912053,
		}),
		live: (sandbox, reference) =>
			sandbox.deliverit.orders.filter((each) => each.state === 'booked' && each.remarks.includes(reference)).map(({ token }) => token),
		references: (sandbox) => sandbox.deliverit.orders.filter(({ state }) => state === 'booked').map(({ remarks }) => /^\[ref:([^\]]+)\]/.exec(remarks)?.[1] ?? remarks),
		secrets: deliveritSecrets,
	},
	'deliverit customerInfo.create': {
		connection: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		routes: { create: 'orderinfo.create', lookUp: 'none' },
		input: (reference) => ({
			ordernumber: reference,
			name: 'Freja Holm',
			telephone: '12345678',
			street: 'Vestergade 10',
			city: 'Odense C',
			zip: '5000',
			paid: true,
			latitude: 55.3957969,
			longitude: 10.3912053,
		}),
		live: (sandbox, reference) => sandbox.deliverit.customers.filter((each) => each.ordernumber === reference && !each.canceled).map(({ orderNumber }) => orderNumber),
		references: (sandbox) => sandbox.deliverit.customers.filter(({ canceled }) => !canceled).map(({ ordernumber }) => ordernumber),
		secrets: deliveritSecrets,
	},
};

export const subjects: Subject[] = carriers.flatMap((carrier) =>
	carrier.actions
		.filter((action) => action.effect === 'booking')
		.map((action) => {
			const known = words[`${carrier.id} ${action.id}`];
			if (!known) throw new Error(`The lab does not know how to try ${carrier.id} ${action.id}`);
			return { carrier, action, looksUp: action.find !== undefined, ...known };
		}),
);
