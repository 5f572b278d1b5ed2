import type { Sandbox } from '../../../sandbox/carriers';
import { hubrise } from '../../../shared/carriers/hubrise/carrier';
import type { CarrierLab, Subject } from '../../lab/subject';

const connectedWith = (token: string) => ({
	connection: { access_token: token },
	secrets: [token],
	lookUps: { upToDate: 'HubRise does not document any delay between a write and the reads that follow it.' },
});
const bridge = connectedWith('HubriseSandboxBridge0001');
const till = connectedWith('HubriseSandboxTill0001');
const TILL = 'till.clients.sandbox.example';

/** Looking an order up is one of ten heavy lists a minute. */
const withoutRateLimits: Subject['withoutRateLimits'] = {
	carrier: { ...hubrise, limit: { requests: 10, perMs: 1_000 } },
	liftLimits: ({ hubrise: { settings } }) => {
		settings.limits = { perMinute: Infinity, perHour: Infinity, perDay: Infinity, heavyPerMinute: Infinity };
	},
};

const orders = (sandbox: Sandbox) =>
	sandbox.hubrise.orders.filter(({ privateRefs }) => privateRefs[TILL] !== undefined);
const quoteReference = ({ order_id, carrier, fee }: Sandbox['hubrise']['quotes'][number]) =>
	`order ${order_id}, ${carrier}, ${fee}`;

const subjects: CarrierLab['subjects'] = {
	'delivery.create': {
		...bridge,
		routes: { create: 'delivery.create', lookUp: 'delivery.read' },
		prepare: (sandbox) => sandbox.hubrise.placeOrder().id,
		input: (reference) => ({ order_id: reference, carrier: 'Cargo Bikes', fee: { amount: '4.50', currency: 'EUR' } }),
		activeIds: (sandbox, reference) =>
			[sandbox.hubrise.delivery(reference)].flatMap((delivery) => (delivery ? [delivery.id] : [])),
		activeReferences: (sandbox) => sandbox.hubrise.deliveries.map(({ order_id }) => order_id),
	},
	'quote.create': {
		...bridge,
		routes: { create: 'quotes.create', lookUp: 'quotes.list' },
		prepare: (sandbox) => `order ${sandbox.hubrise.placeOrder().id}, Cargo Bikes, 4.50 EUR`,
		input: (reference) => ({
			order_id: reference.split(/[ ,]+/)[1],
			carrier: 'Cargo Bikes',
			fee: { amount: '4.50', currency: 'EUR' },
		}),
		activeIds: (sandbox, reference) =>
			sandbox.hubrise.quotes.filter((quote) => quoteReference(quote) === reference).map(({ id }) => id),
		activeReferences: (sandbox) => sandbox.hubrise.quotes.map(quoteReference),
	},
	'customer.create': {
		...till,
		withoutRateLimits,
		routes: { create: 'customers.create', lookUp: 'customers.list' },
		input: (reference) => ({ customer_list_id: 'xd2p4', private_ref: reference, first_name: 'Ada' }),
		activeIds: (sandbox, reference) =>
			sandbox.hubrise.customers.filter(({ privateRefs }) => privateRefs[TILL] === reference).map(({ id }) => id),
		activeReferences: (sandbox) => sandbox.hubrise.customers.flatMap(({ privateRefs }) => privateRefs[TILL] ?? []),
	},
	'loyaltyCard.addPoints': {
		...till,
		routes: { create: 'operations.create', lookUp: 'operations.list' },
		prepare: (sandbox) => `card ${sandbox.hubrise.enrol().id}, Lab, 5 points`,
		input: (reference) => ({
			customer_list_id: 'xd2p4',
			loyalty_card_id: reference.split(/[ ,]+/)[1],
			reason: 'Lab',
			delta: '5',
		}),
		activeIds: (sandbox, reference) =>
			sandbox.hubrise.loyaltyOperations.filter(({ card }) => reference.includes(card)).map(({ id }) => id),
		activeReferences: (sandbox) => sandbox.hubrise.loyaltyOperations.map(({ card }) => `card ${card}, Lab, 5 points`),
	},
	'order.create': {
		...till,
		withoutRateLimits,
		routes: { create: 'orders.create', lookUp: 'orders.list' },
		input: (reference) => ({
			private_ref: reference,
			items: [{ product_name: 'Cake', price: '19.90', quantity: '1' }],
			currency: 'EUR',
		}),
		activeIds: (sandbox, reference) =>
			orders(sandbox)
				.filter(({ privateRefs }) => privateRefs[TILL] === reference)
				.map(({ id }) => id),
		activeReferences: (sandbox) => orders(sandbox).map(({ privateRefs }) => String(privateRefs[TILL])),
	},
};

export const lab: CarrierLab = {
	subjects,
	refusal: { status: 422, body: { message: 'Unprocessable Entity', error_type: 'unprocessable_entity' } },
};
