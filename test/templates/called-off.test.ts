import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { shopCases } from './shop-cases';
import { CLOCK, ORDER, ShopWorkflow } from './shop-workflow';

useInstantClock();

describe.each(shopCases)('$id: an order is called off', (shopCase) => {
	const file = workflowFile(`${shopCase.id}-orders-to-a-courier`);
	let shop: ReturnType<typeof shopCase.open>;
	let flow: ShopWorkflow;

	/** One order with its courier. */
	beforeEach(async () => {
		shop = shopCase.open();
		flow = await ShopWorkflow.start(file, shop);
		await flow.book(shop.place('41'), shopCase.prefix);
	});
	afterEach(async () => await flow.sandbox.close());

	const look = async () => await flow.run(CLOCK, [{}]);

	/** The workflow hears of it: by the shop's webhook, or where it has none, by a look. */
	async function callOff(): Promise<void> {
		const order = shop.place('41', shopCase.cancelled);
		await (file.nodes.some(({ name }) => name === ORDER) ? flow.run(ORDER, [order]) : look());
	}

	test('a courier who can no longer be cancelled is said on the order and by mail', async () => {
		flow.sandbox.cyke.setStatus(flow.sandbox.cyke.deliveries[0]?.id ?? 0, 'picked_up', {}, { force: true });
		await callOff();
		for (let round = 0; round < 2; round += 1) await look();
		expect(shop.notes.map(({ note }) => note)).toEqual([expect.stringMatching(/called off, and the courier still comes/)]);
		expect(shop.mails).toEqual([expect.stringMatching(/^Order 41 is called off, and its courier could not be cancelled: (?!undefined)/)]);
	});

	test('a carrier that is down at that moment is asked again until the courier is cancelled', async () => {
		const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
		flow.sandbox.faults.add({ carrier: 'cyke', fault: down, nth: Array.from({ length: 12 }, (_, at) => at + 1) });
		await callOff();
		for (let round = 0; round < 3; round += 1) await look();
		expect(flow.live()).toEqual([]);
		expect(shop.notes.map(({ note }) => note)).toEqual([expect.stringMatching(/is now cancelled/)]);
		expect(shop.mails.length).toBeGreaterThan(0);
	});
});
