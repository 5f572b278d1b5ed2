import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, type N8n } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { createNodeStubs } from './node-stubs';

useInstantClock();

const file = workflowFile('shopify-order-to-deliverit');
let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	sandbox = createSandbox({ seed: 'templates', startAt: Date.now() });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({ credentials: { deliverItApi: { environment: 'other', base_url: urls.deliverit, username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' } } });
});
afterEach(async () => await sandbox.close());

/** The parts of Shopify's `orders/create` that the template reads. */
const order = (id: number): IDataObject => ({
	id,
	name: `#${id}`,
	created_at: '2020-11-09T11:00:00+01:00',
	note: 'Ring twice',
	phone: null,
	shipping_lines: [{ title: 'Local delivery' }],
	shipping_address: { first_name: 'Freja', last_name: 'Holm', address1: 'Vestergade 10', address2: '2. tv', zip: '5000', city: 'Odense C', phone: '+45 12 34 56 78', latitude: 55.3957969, longitude: 10.3912053 },
});

const states = () => sandbox.deliverit.orders.map(({ state }) => state);

test('a local order books a driver once; nobody has to decide while the time is free', async () => {
	const { stubFor, calls } = createNodeStubs();
	for (let attempt = 0; attempt < 2; attempt += 1) {
		const run = await n8n.runFile(file, 'New order', [order(2001), { ...order(2002), shipping_lines: [{ title: 'GLS' }] }], stubFor);
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(run.outputs['Book driver']?.[0]).toHaveLength(1);
	}
	expect(states()).toEqual(['booked']);
	expect(sandbox.deliverit.orders[0]).toMatchObject({ street: 'Vestergade 10', remarks: expect.stringContaining('2. tv. Ring twice') });
	expect(calls).toEqual([]);
});

const decisions = [
	['accepts', { Decision: 'Accept' }, 'booked'],
	['turns down', { Decision: 'Turn down' }, 'denied'],
	['does not answer', undefined, 'denied'],
] as const;

test.each(decisions)('another time is proposed, and a person %s', async (_what, clicked, state) => {
	sandbox.deliverit.settings.push = { kind: 'always', minutes: 25 };
	// n8n's Wait goes on with the form that was sent, or after the time limit with what came in.
	const { stubFor, calls } = createNodeStubs(clicked ? { 'Wait for the decision': () => clicked } : {});
	const run = await n8n.runFile(file, 'New order', [order(2003)], stubFor);
	expect([run.status, run.error]).toEqual(['success', undefined]);
	expect(states()).toEqual([state]);
	expect(calls.map(({ node }) => node)).toEqual(['Ask the shop', 'Wait for the decision']);
	expect(calls[0]?.fields).toMatchObject({ subject: 'Driver for order #2003: another time', text: expect.stringMatching(/^Requested: 11:45\nProposed: 12:10\n/) });
	expect(calls[1]?.fields.formDescription).toBe('Order #2003: DeliverIt has no driver at 11:45 and proposes 12:10.');
});
