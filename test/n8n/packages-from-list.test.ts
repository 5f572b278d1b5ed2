import type { INodeParameters } from 'n8n-workflow';

import { fillForm } from '../../sandbox/hosts/n8n';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { carrierById } from '../../shared/registry';
import { nodeType, n8nWithCarrier } from './run-on-n8n';
import { orderForm, createCykeStub } from './cyke-stub';

const cyke = carrierById('cyke');
const create = cyke.actions.find(({ id }) => id === 'delivery.create');
if (!create) throw new Error('Cyke books no delivery');

const form = fillForm(create, orderForm);

const order = (number: string, lines: number): JsonObject => ({
	number,
	name: 'Ada Moreau',
	phone: '+33612345678',
	line_items: Array.from({ length: lines }, (_, at) => ({
		id: at,
		product: { title: `Cake ${at + 1}` },
		quantity: at + 1,
		volume_dm3: '8',
		weight_kg: '1.5',
		price: 12,
	})),
});

/** Books these orders with the packages taken from each order's own list. */
async function book(
	orders: readonly JsonObject[],
	list: string,
	columns: INodeParameters = { name: 'product.title', amount: 'quantity' },
) {
	const carrier = createCykeStub();
	const { n8n, server } = await n8nWithCarrier(cyke, carrier.script);
	try {
		const parameters = { ...form, packagesFrom: 'list', packagesList: list, packagesColumns: columns };
		const run = await n8n.run(orders, { type: nodeType(cyke), parameters });
		const bodies = server.requests
			.filter(({ method }) => method === 'POST')
			.map(({ body }) => (isJsonObject(body as Json) ? (body as JsonObject) : {}));
		return {
			run,
			packages: Object.fromEntries(bodies.map((body) => [String(body.client_order_reference), body.packages])),
		};
	} finally {
		await server.close();
	}
}

const packages = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ name: `Cake ${at + 1}`, amount: at + 1, volume_dm3: 8, weight_kg: 1.5 }));

test('each order brings as many lines as it has, under its own names', async () => {
	const { run, packages: sent } = await book([order('WC-1', 1), order('WC-2', 7)], '={{ $json.line_items }}');
	expect(run.error).toBeUndefined();
	expect(sent).toEqual({ 'WC-1': packages(1), 'WC-2': packages(7) });
});

test('a list as text, and a single entry, are lists as well', async () => {
	const { packages: sent } = await book([order('WC-1', 2)], '={{ JSON.stringify($json.line_items) }}');
	expect(sent).toEqual({ 'WC-1': packages(2) });
	const { packages: one } = await book([order('WC-2', 1)], '={{ $json.line_items[0] }}');
	expect(one).toEqual({ 'WC-2': packages(1) });
});

test('a value that is not a list sends nothing and is reported', async () => {
	const { run, packages: sent } = await book([order('WC-1', 2)], '={{ $json.number }}');
	expect(sent).toEqual({});
	expect(run.error?.message).toContain('Package');
	const { run: empty, packages: none } = await book([order('WC-1', 0)], '={{ $json.line_items }}');
	expect(none).toEqual({});
	expect(empty.error?.message).toContain('Package');
});
