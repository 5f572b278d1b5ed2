import type { Sandbox } from '../../../sandbox/carriers';
import { hubrise } from '../../../shared/carriers/hubrise/carrier';
import type { Subject, Words } from './subject';

const bridge = { connection: { access_token: 'HubriseSandboxBridge0001' }, secrets: ['HubriseSandboxBridge0001'] };
const till = { connection: { access_token: 'HubriseSandboxTill0001' }, secrets: ['HubriseSandboxTill0001'] };
const TILL = 'till.clients.sandbox.example';

/** Looking an order up is one of ten heavy lists a minute. */
const unhurried: Subject['unhurried'] = {
	carrier: { ...hubrise, limit: { requests: 10, perMs: 1_000 } },
	allow: ({ hubrise: { settings } }) => {
		settings.limits = { perMinute: Infinity, perHour: Infinity, perDay: Infinity, heavyPerMinute: Infinity };
	},
};

const orders = (sandbox: Sandbox) => sandbox.hubrise.orders.filter(({ status, privateRefs }) => status !== 'cancelled' && privateRefs[TILL] !== undefined);
const offerOf = ({ order_id, carrier, fee }: Sandbox['hubrise']['quotes'][number]) => `order ${order_id}, ${carrier}, ${fee}`;

export const hubriseWords: Words = {
	'delivery.create': {
		...bridge,
		routes: { create: 'delivery.create', lookUp: 'delivery.read' },
		prepare: (sandbox) => sandbox.hubrise.placeOrder().id,
		input: (reference) => ({ order_id: reference, carrier: 'Cargo Bikes', fee: { amount: '4.50', currency: 'EUR' } }),
		live: (sandbox, reference) => [sandbox.hubrise.delivery(reference)].flatMap((delivery) => (delivery ? [delivery.id] : [])),
		references: (sandbox) => sandbox.hubrise.deliveries.map(({ order_id }) => order_id),
	},
	'quote.create': {
		...bridge,
		routes: { create: 'quotes.create', lookUp: 'quotes.list' },
		prepare: (sandbox) => `order ${sandbox.hubrise.placeOrder().id}, Cargo Bikes, 4.50 EUR`,
		input: (reference) => ({ order_id: reference.split(/[ ,]+/)[1], carrier: 'Cargo Bikes', fee: { amount: '4.50', currency: 'EUR' } }),
		live: (sandbox, reference) => sandbox.hubrise.quotes.filter((quote) => offerOf(quote) === reference).map(({ id }) => id),
		references: (sandbox) => sandbox.hubrise.quotes.map(offerOf),
	},
	'order.create': {
		...till,
		unhurried,
		routes: { create: 'orders.create', lookUp: 'orders.list' },
		input: (reference) => ({ private_ref: reference, items: [{ product_name: 'Cake', price: '19.90' }], currency: 'EUR' }),
		live: (sandbox, reference) => orders(sandbox).filter(({ privateRefs }) => privateRefs[TILL] === reference).map(({ id }) => id),
		references: (sandbox) => orders(sandbox).map(({ privateRefs }) => String(privateRefs[TILL])),
	},
};
