import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { shopCases } from './shop-cases';
import { failsOnce, ShopWorkflow } from './shop-workflow';

useInstantClock();

const MORNING = 'Every morning';

describe.each(shopCases)('$id', (shopCase) => {
	const { prefix } = shopCase;
	const file = workflowFile(`${shopCase.id}-morning-run`);
	let shop: ReturnType<typeof shopCase.open>;
	let flow: ShopWorkflow;

	beforeEach(async () => {
		shop = shopCase.open();
		flow = await ShopWorkflow.start(file, shop);
	});
	afterEach(async () => await flow.sandbox.close());

	/** Three orders for this afternoon, one that names no slot, and one that is cancelled. */
	async function today(): Promise<void> {
		for (const id of ['41', '42', '43']) shop.place(id);
		shop.place('44', shopCase.withoutSlot);
		shop.place('45', shopCase.cancelled);
		// The slots of tomorrow afternoon are today's, some hours later.
		const nine = new Date();
		nine.setUTCHours(31, 0, 0, 0);
		await flow.wait(nine.getTime() - Date.now());
	}

	const morning = async (trouble?: (name: string) => boolean) => await flow.run(MORNING, [{}], trouble);
	const again = shopCase.readsFound.map((name) => `${name} again`);
	const booked = ['41', '42', '43'].map((id) => `${prefix}-${id}`);
	const notesOf = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);

	test('a yes books the orders of today in one batch, with one sheet; the others say why not', async () => {
		await today();
		const { status, error } = await morning();
		expect([status, error]).toEqual(['success', undefined]);
		expect(flow.questions).toEqual([expect.stringMatching(/41: .*can be booked.*42: .*43: .*44: .*slot/i)]);
		expect(flow.live()).toEqual(booked);
		expect(flow.sheets).toHaveLength(1);
		expect(flow.sheets[0]?.map(({ reference, outcome }) => [reference, outcome])).toEqual(
			booked.map((reference) => [reference, 'booked']),
		);
		for (const id of ['41', '42', '43']) expect(notesOf(id)).toEqual([expect.stringContaining('is booked')]);
		expect(shop.mails).toHaveLength(1);
	});

	test('a no books nothing, and the next morning asks again', async () => {
		await today();
		flow.approves = false;
		await morning();
		expect([flow.live(), flow.sheets, shop.mails]).toEqual([[], [], []]);
		flow.approves = true;
		await morning();
		expect(flow.live()).toEqual(booked);
	});

	test('what is booked already is left out, and an order of a later day waits', async () => {
		await flow.book(shop.place('41'), prefix);
		shop.place('42');
		await morning();
		expect([flow.questions, flow.live()]).toEqual([[], [`${prefix}-41`]]);
	});

	test('an order that is cancelled before the yes is left out and says so; one that is changed goes out as it is now', async () => {
		const later = shopCase.later();
		await today();
		flow.meanwhile = () => {
			shop.place('41', shopCase.cancelled);
			shop.place('42', later);
		};
		await morning();
		expect(flow.live()).toEqual(booked.slice(1));
		const starts = flow.sandbox.cyke.deliveries.map(({ dropoff }) => dropoff.slotStart);
		expect(Number(starts[0]) - Number(starts[1])).toBe(2 * 3_600_000);
		expect(flow.sheets[0]?.map(({ outcome }) => outcome)).toEqual(['left_out', 'booked', 'booked']);
		expect(flow.sheets[0]?.[0]).toMatchObject({ delivery: '', note: expect.stringMatching(/cancel/i) });
		expect(notesOf('41')).toEqual([]);
	});

	test('a shop that is down after the yes: the orders go out as they were agreed to', async () => {
		await today();
		let isDown = false;
		flow.meanwhile = () => {
			isDown = true;
		};
		await morning((name) => isDown && again.includes(name));
		expect(flow.live()).toEqual(booked);
		for (const id of ['41', '42', '43']) expect(notesOf(id)).toEqual([expect.stringContaining('is booked')]);
	});

	const steps = ['Orders to deliver', ...shopCase.reads, ...again, 'Ask for a yes', 'Send the sheet', 'Update the shop', 'Ask the shop'];

	test('every step that calls the shop or sends a mail is one of these', () => {
		expect(flow.stepsOutside().sort()).toEqual([...steps, 'Ask about the time', 'Report by mail'].sort());
	});

	test.each([...steps, 'the carrier'])('%s fails once: every order is booked once and has its note', async (failing) => {
		await today();
		if (failing === 'the carrier')
			flow.sandbox.faults.add({ carrier: 'cyke', fault: { kind: 'gateway', status: 502, page: 'html', phase: 'before' }, nth: [1] });
		const fails = failsOnce(failing);
		await morning(fails);
		await morning(fails);
		expect(flow.live()).toEqual(booked);
		expect(flow.sheets).toHaveLength(1);
		for (const id of ['41', '42', '43']) expect(notesOf(id)).toEqual([expect.stringContaining('is booked')]);
	});

	test('an order that the carrier refuses has its row and its reason; the others are booked', async () => {
		await today();
		const refused = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
		flow.sandbox.faults.add({ route: 'deliveries.create', fault: refused, nth: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
		await morning();
		const rows = flow.sheets[0] ?? [];
		expect(rows).toHaveLength(3);
		expect(rows.filter(({ outcome }) => outcome === 'not booked').every(({ note }) => note !== '')).toBe(true);
		await morning();
		await morning();
		expect(flow.live()).toEqual(booked);
	});
});
