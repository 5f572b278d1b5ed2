import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { shopCases } from './shop-cases';
import { failsOnce, ShopWorkflow } from './shop-workflow';

useInstantClock();

const NIGHT = 'Every night';
const HOUR_MS = 3_600_000;

describe.each(shopCases)('$id', (shopCase) => {
	const { prefix } = shopCase;
	const file = workflowFile(`${shopCase.id}-nightly-reconcile`);
	let shop: ReturnType<typeof shopCase.open>;
	let flow: ShopWorkflow;

	beforeEach(async () => {
		shop = shopCase.open();
		flow = await ShopWorkflow.start(file, shop);
	});
	afterEach(async () => await flow.sandbox.close());

	const night = async (trouble?: (name: string) => boolean) => await flow.run(NIGHT, [{}], trouble);

	/** A booked order, one without a booking, one cancelled too late, and a booking whose order was deleted. */
	async function plant(): Promise<void> {
		await flow.book(shop.place('41'), prefix);
		shop.place('42');
		await flow.book(shop.place('43'), prefix);
		shop.place('43', shopCase.cancelled);
		await flow.book(shop.place('44'), prefix);
		shop.remove('44');
		await flow.book(shop.place('45'), 'OTHER');
		shop.remove('45');
	}

	const report = () => String(shop.mails.at(-1)).split('\n\n');
	const planted = [
		expect.stringMatching(/Order 42: .*no booking.*Book it/),
		expect.stringMatching(/Order 43: .*still live.*Cancel it/),
		expect.stringMatching(/live, and the shop has no such order.*order 44/),
	];

	test('one report names what is missing, to cancel and orphaned, with what to do; nothing is changed', async () => {
		await plant();
		const before = flow.live();
		const { status, error } = await night();
		expect([status, error]).toEqual(['success', undefined]);
		expect(shop.mails).toHaveLength(1);
		expect(report()).toEqual(planted);
		expect([flow.live(), shop.notes]).toEqual([before, []]);
	});

	test('a night on which all is well sends no mail', async () => {
		await flow.book(shop.place('41'), prefix);
		shop.place('46', shopCase.cancelled);
		await night();
		expect(shop.mails).toEqual([]);
	});

	test('a shop without any order still has its orphaned booking named', async () => {
		await flow.book(shop.place('44'), prefix);
		shop.remove('44');
		await night();
		expect(report()).toEqual([expect.stringMatching(/live, and the shop gave no order.*order 44.*cancel/)]);
	});

	test('a courier who never comes is named once his slot is long over', async () => {
		await flow.book(shop.place('41'), prefix);
		await flow.wait(72 * HOUR_MS);
		await night();
		expect(report()).toEqual([expect.stringMatching(/Order 41: .*was due by.*Ask Cyke/)]);
	});

	test('every step that calls the shop or sends a mail fails once below', () => {
		expect(flow.stepsOutside().sort()).toEqual([...shopCase.all, 'Send the report', 'Report by mail'].sort());
	});

	test.each([...shopCase.all, 'Send the report', 'the carrier'])('%s fails once: the report is whole', async (failing) => {
		await plant();
		if (failing === 'the carrier')
			flow.sandbox.faults.add({ carrier: 'cyke', fault: { kind: 'gateway', status: 502, page: 'html', phase: 'before' }, nth: [1] });
		await night(failsOnce(failing));
		expect(shop.mails).toHaveLength(1);
		expect(report()).toEqual(planted);
	});

	test('a shop that is down all night is reported, and the next night finds the same', async () => {
		await plant();
		const left = ['Report by mail', ...Array.from({ length: 8 }, () => 'All orders')];
		const trouble = (name: string) => {
			const at = left.indexOf(name);
			if (at >= 0) left.splice(at, 1);
			return at >= 0;
		};
		await night(trouble);
		expect(shop.mails).toEqual([]);
		await night(trouble);
		expect(shop.mails).toEqual([expect.stringMatching(/All orders is down[^]*Nothing has to be done now/)]);
		await night();
		expect(report()).toEqual(planted);
	});
});
