import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, fillForm, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import type { JsonObject } from '../../shared/json';
import { carrierById } from '../../shared/registry';
import { prestaOrder, shopifyOrder, wooOrder } from '../shops/cases/orders';
import { NOW } from '../shops/order-steps/at-carrier';
import { useInstantClock } from './instant-clock';

useInstantClock();

let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	jest.setSystemTime(Date.parse(NOW));
	sandbox = createSandbox({ startAt: Date.now() });
	const { urls } = await sandbox.listen();
	const at = (url: string | undefined) => ({ environment: 'other', base_url: url ?? '' });
	n8n = await createN8n({
		credentials: {
			cykeApi: { ...at(urls.cyke), email: 'shop@sandbox.example', token: 'CykeSandboxToken0001' },
			cubynApi: { ...at(urls.cubyn), application_key: 'CubynSandboxKey0001' },
			deliverItApi: { ...at(urls.deliverit), username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		},
	});
});
afterEach(async () => await sandbox.close());

const asItem = (json: unknown): IDataObject => JSON.parse(JSON.stringify(json));

/** The request of the shop needs its address and its body as well. */
const HTTP_REQUEST_FIELDS = 2;

const fieldsIn = (...inputs: readonly JsonObject[]) =>
	inputs
		.flatMap((input) => Object.values(input))
		.flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [value])).length +
	HTTP_REQUEST_FIELDS;

function formOf(type: string, operation: string, input: JsonObject): INodeParameters {
	const action = carrierById(type.toLowerCase()).actions.find(({ id }) => id === `shopOrder.${operation}`);
	if (!action) throw new Error(`${type} has no ${operation}`);
	return fillForm(action, input);
}

test.each<[string, string, IDataObject, JsonObject, number]>([
	['WooCommerce', 'cyke', asItem(wooOrder(7001)), { parcels: { type: 'Bouquet' } }, 4],
	['Shopify', 'deliverIt', asItem(shopifyOrder(7002)), {}, 3],
	['PrestaShop', 'cubyn', asItem(prestaOrder(7003)), {}, 3],
])('%s to %s, from the trigger to the update of the shop', async (_shop, type, order, book, count) => {
	const updateFields: JsonObject = { shop_address: 'https://shop.example.com' };
	const step = (operation: string, input: JsonObject) => ({
		type: `${PACKAGE}.${type}`,
		parameters: formOf(type, operation, input),
	});
	const run = await n8n.run([order], step('book', book), step('prepareUpdate', updateFields));
	expect(run.error).toBeUndefined();
	expect(run.byNode['Step 1']?.[0]?.json).toMatchObject({ outcome: 'booked' });
	// The request after it takes the address and the body by their paths.
	expect(run.items.length).toBeGreaterThan(0);
	for (const { json } of run.items)
		expect(json).toMatchObject({
			url: expect.stringContaining('https://shop.example.com/'),
			method: expect.any(String),
		});
	expect(fieldsIn(book, updateFields)).toBe(count);
	expect(count).toBeLessThanOrEqual(5);
});

test('a booking whose answer is lost is noted in the shop as not known', async () => {
	let isLost = false;
	sandbox.faults.use({
		next: ({ route }) => {
			if (route === 'deliveries.create' && !isLost) {
				isLost = true;
				return { kind: 'reset', phase: 'after' };
			}
			return isLost ? { kind: 'status', status: 503, phase: 'before' } : undefined;
		},
	});
	const step = (operation: string, fields: INodeParameters = {}) => ({
		type: `${PACKAGE}.cyke`,
		parameters: { resource: 'shopOrder', operation, ...fields },
	});
	const book = {
		...step('book', { parcelsFields: { weight_kg: 5, volume_dm3: 20 } }),
		onError: 'continueRegularOutput' as const,
	};
	const failed = await n8n.run([asItem(wooOrder(701))], book);
	const [item] = failed.items;
	expect(item?.json.details).toMatchObject({ code: 'outcome_unknown', reference: 'WC-701' });
	const update = await n8n.run([{ ...asItem(wooOrder(701)), failure: item?.json }], {
		...step('prepareUpdate', { order: '={{ $json }}', delivery: '={{ $json.failure }}' }),
	});
	const note = String(update.items[0]?.json.body);
	expect(note).toContain('not known whether a courier is booked');
	expect(note).toContain('WC-701');
	expect(sandbox.cyke.deliveries).toHaveLength(1);
});
