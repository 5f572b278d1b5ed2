import { cyke } from '../../shared/carriers/cyke/carrier';
import { cancelDelivery } from '../../shared/carriers/cyke/actions/cancel';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { fillForm, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import { useInstantClock } from './instant-clock';
import { n8nWithCarrier, nodeType } from './run-on-n8n';
import type { ScriptedCarrier } from './scripted-carrier';
import { orderForm, orders, createCykeStub, type CykeStub } from './cyke-stub';

useInstantClock();

let carrier: CykeStub;
let server: ScriptedCarrier;
let n8n: N8n;

beforeEach(async () => {
	carrier = createCykeStub();
	({ server, n8n } = await n8nWithCarrier(cyke, carrier.script));
});
afterEach(async () => await server.close());

const create = (more: Partial<NodeSpec> = {}, options = {}): NodeSpec => ({
	type: nodeType(cyke),
	parameters: { ...fillForm(createDelivery, orderForm), options },
	...more,
});
const withOneBad = (count: number, bad: number) =>
	orders(count).map((order, at) => (at === bad ? { ...order, phone: 'at the door' } : order));
const posts = () => server.requests.filter(({ method }) => method === 'POST');

describe('a batch', () => {
	test('of 100 with one bad item leaves 99 booked, in order, each beside its item', async () => {
		const run = await n8n.run(withOneBad(100, 41), create({ onError: 'continueRegularOutput' }, { itemsAtOnce: 20 }));
		expect(run.status).toBe('success');
		expect(carrier.bookings).toHaveLength(99);
		expect(run.items).toHaveLength(100);
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(orders(100).map((_, item) => ({ item })));
		expect(run.items.filter((_, at) => at !== 41).map(({ json }) => json.reference)).toEqual(
			orders(100)
				.filter((_, at) => at !== 41)
				.map(({ number }) => number),
		);
		expect(run.items[41]?.json).toEqual({
			error: expect.stringContaining('Drop-Off Phone'),
			details: expect.objectContaining({
				code: 'invalid_input',
				advice: expect.stringContaining('Nothing was sent'),
				fields: [{ field: 'dropoff.recipient_phone', message: expect.any(String) }],
			}),
		});
	});

	test('sends the bad item to the error branch, with what it was', async () => {
		const run = await n8n.run(withOneBad(3, 1), create({ onError: 'continueErrorOutput' }));
		expect(run.items.map(({ json }) => json.reference)).toEqual(['WC-1', 'WC-3']);
		expect(run.errors).toHaveLength(1);
		expect(run.errors[0]?.json).toMatchObject({
			number: 'WC-2',
			error: expect.stringContaining('Drop-Off Phone'),
			details: { code: 'invalid_input' },
		});
	});

	test('stops at the bad item where n8n is to stop, and reports how far it came', async () => {
		const run = await n8n.run(withOneBad(5, 2), create({}, { itemsAtOnce: 1 }));
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			message: expect.stringContaining('Drop-Off Phone'),
			description: expect.stringContaining('2 other items were done'),
			context: { itemIndex: 2 },
		});
		expect(run.error).toMatchObject({ description: expect.stringContaining('2 items were not begun') });
		expect(carrier.bookings).toHaveLength(2);
	});

	test('works on as many items at once as the setting allows', async () => {
		for (const [itemsAtOnce, expectedPeak] of [
			[1, 1],
			[4, 4],
		] as const) {
			let open = 0;
			let peak = 0;
			let release: (value: unknown) => void = () => undefined;
			const released = new Promise((resolve) => {
				release = resolve;
			});
			const timeout = setTimeout(release, 60_000);
			const slowCarrier = createCykeStub();
			const other = await n8nWithCarrier(cyke, async (request, nth) => {
				open += 1;
				peak = Math.max(peak, open);
				if (open === expectedPeak) release(undefined);
				await released;
				// One too many would come now.
				await new Promise((resolve) => setTimeout(resolve, 15));
				open -= 1;
				return await slowCarrier.script(request, nth);
			});
			const run = await other.n8n.run(orders(8), create({}, { itemsAtOnce }));
			expect(run.items.map(({ json }) => json.reference)).toEqual(orders(8).map(({ number }) => number));
			clearTimeout(timeout);
			expect(peak).toBe(expectedPeak);
			await other.server.close();
		}
	});

	test('survives a fault of ours at one item, and shows nothing of it', async () => {
		const { request } = createDelivery;
		jest.spyOn(createDelivery, 'request').mockImplementation((input, facts) => {
			if (JSON.stringify(input).includes('WC-2')) throw new TypeError('Cannot read properties of Customer 2');
			return request(input, facts);
		});
		const run = await n8n.run(orders(4), create({ onError: 'continueRegularOutput' }));
		expect(run.items.map(({ json }) => json.reference)).toEqual(['WC-1', undefined, 'WC-3', 'WC-4']);
		expect(run.items[1]?.json).toMatchObject({
			error: expect.stringContaining('an error of its own (TypeError)'),
			details: { advice: expect.stringContaining('again') },
		});
		expect(JSON.stringify(run.items[1]?.json)).not.toContain('Customer 2');
		expect(carrier.bookings).toHaveLength(3);
	});

	test('logs nothing about the customers in it', async () => {
		const consoleSpies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
			jest.spyOn(console, level).mockImplementation(() => undefined),
		);
		await n8n.run(withOneBad(3, 1), create({ onError: 'continueRegularOutput' }));
		expect(carrier.bookings).toHaveLength(2);
		expect(JSON.stringify(consoleSpies.flatMap(({ mock }) => mock.calls))).not.toMatch(/Customer|612345678/);
	});

	test('of equal references books one', async () => {
		const run = await n8n.run([...orders(1), ...orders(1), ...orders(1)], create());
		expect(carrier.bookings).toHaveLength(1);
		expect(run.items.map(({ json }) => json.outcome)).toEqual(['created', 'found', 'found']);
	});
});

describe("n8n's Retry On Fail", () => {
	const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	test('does not book again what was booked, though it runs all items again', async () => {
		const run = await n8n.run(withOneBad(3, 2), create({ ...retrying }, { itemsAtOnce: 1 }));
		expect(run.status).toBe('error');
		expect(carrier.bookings.map((booking) => booking.client_order_reference)).toEqual(['WC-1', 'WC-2']);
		expect(posts()).toHaveLength(2);
	});

	test('nor with Book Another, nor without a reference', async () => {
		const noReference = fillForm(createDelivery, { ...orderForm, client_order_reference: '' });
		for (const parameters of [
			{ ...fillForm(createDelivery, orderForm), options: { if_exists: 'another' } },
			noReference,
		]) {
			const before = carrier.bookings.length;
			await n8n.run(withOneBad(2, 1), { type: nodeType(cyke), parameters, ...retrying });
			expect(carrier.bookings.length - before).toBe(1);
		}
		expect(carrier.bookings[1]?.client_order_reference).toMatch(/^n8n-[0-9a-f]{16}$/);
	});

	test('does not try again what the carrier refused for good', async () => {
		carrier.faults.push({ when: 'early', response: { status: 422, body: { errors: ['Slot is outside the zone'] } } });
		const run = await n8n.run(orders(1), create({ ...retrying }));
		expect(run.error?.message).toContain('Slot is outside the zone');
		expect([posts().length, carrier.bookings.length]).toEqual([1, 0]);
	});

	test('nor a change that the carrier refused', async () => {
		const refusing = await n8nWithCarrier(cyke, () => ({ status: 422, body: { errors: ['Already picked up'] } }));
		const run = await refusing.n8n.run([{}], {
			type: nodeType(cyke),
			parameters: fillForm(cancelDelivery, { id: 4711 }),
			...retrying,
		});
		expect(run.error?.message).toContain('Already picked up');
		expect(refusing.server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
		await refusing.server.close();
	});

	test('but what may pass is tried again', async () => {
		const busy = { when: 'early' as const, response: { status: 429 } };
		carrier.faults.push(busy, busy, busy, busy);
		const run = await n8n.run(orders(1), create({ ...retrying }));
		expect(run.items[0]?.json).toMatchObject({ outcome: 'created' });
		expect(posts()).toHaveLength(5);
	});

	test('nor when the first item fails and n8n goes on', async () => {
		const run = await n8n.run(withOneBad(3, 0), create({ ...retrying, onError: 'continueRegularOutput' }));
		expect(run.items.map(({ json }) => json.outcome)).toEqual([undefined, 'created', 'created']);
		expect(posts()).toHaveLength(2);
	});
});

describe('an answer that never comes', () => {
	test('is found by its reference, and nothing is booked twice', async () => {
		carrier.faults.push({ when: 'late', response: { status: 0, drop: true } });
		const run = await n8n.run(orders(1), create());
		expect(run.items[0]?.json).toMatchObject({
			outcome: 'created',
			reference: 'WC-1',
			warnings: [expect.stringContaining('lost')],
		});
		expect(carrier.bookings).toHaveLength(1);
	});
});

describe('what cannot be worked out', () => {
	test('belongs to its item', async () => {
		const parameters = { ...fillForm(createDelivery, orderForm), dropoff_city: '={{ $json.address.town.name }}' };
		const run = await n8n.run(
			[...orders(1), { ...orders(1)[0], number: 'WC-2', address: { town: { name: 'Lyon' } } }],
			{ type: nodeType(cyke), parameters, onError: 'continueRegularOutput' },
		);
		expect(run.items).toHaveLength(2);
		expect(run.items[0]?.json).toMatchObject({ error: expect.any(String), details: { code: 'invalid_input' } });
		expect(run.items[1]?.json).toMatchObject({ outcome: 'created' });
	});
});
