import type { IDataObject } from 'n8n-workflow';

import type { WorkflowFile } from '../../sandbox/hosts/n8n';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { propose as proposeFor, proposeAlways, statesOf } from './proposal';
import { withSettings } from './settings';
import { shopCases, type StandIn } from './shop-cases';
import { CLOCK, failsOnce, ShopWorkflow } from './shop-workflow';
import { ShopifyShop } from './shopify-shop';

useInstantClock();

const ANSWER = 'Answer';

const notesOf = (shop: StandIn, id: string) => shop.notes.filter(({ order }) => order === id).map(({ note }) => note);

describe.each(shopCases)('$id', ({ id: shopId, prefix, open, cancelled }) => {
	const file = workflowFile(`${shopId}-proposed-times`);
	let shop: StandIn;
	let flow: ShopWorkflow;

	beforeEach(async () => {
		shop = open();
		flow = await ShopWorkflow.start(file, shop);
		proposeAlways(flow.sandbox.deliverit);
	});
	afterEach(async () => await flow.sandbox.close());

	const propose = async (order: string) => await proposeFor(flow, prefix, order);

	async function answer(proposal: IDataObject, choice: string, trouble?: (name: string) => boolean): Promise<void> {
		const { status, error } = await flow.run(ANSWER, [{ ...proposal, choice }], trouble);
		expect([status, error]).toEqual(['success', undefined]);
	}

	test('a time that is accepted brings the driver, and the order says when, however often it is pressed', async () => {
		shop.place('41');
		const proposal = await propose('41');
		for (let press = 0; press < 2; press += 1) await answer(proposal, 'Accept');
		expect(statesOf(flow)).toEqual(['booked']);
		expect(notesOf(shop, '41')).toEqual([expect.stringMatching(/scheduled\. The driver is in the shop at \d\d:\d\d/)]);
		expect([shop.isAside('41'), shop.mails]).toEqual([false, []]);
	});

	test('a time that is turned down brings nobody, and puts the order aside', async () => {
		shop.place('41');
		await answer(await propose('41'), 'Turn down');
		expect(statesOf(flow)).toEqual(['denied']);
		expect(notesOf(shop, '41')).toEqual([expect.stringMatching(/turned down/)]);
		expect([shop.isAside('41'), shop.mails]).toEqual([true, []]);
	});

	test('of two proposals for one order, only one is accepted', async () => {
		shop.place('41');
		const [first, second] = [await propose('41'), await propose('41')];
		await answer(first, 'Accept');
		await answer(second, 'Accept');
		expect(statesOf(flow)).toEqual(['booked', 'denied']);
		expect(shop.mails).toEqual([expect.stringMatching(/holds booking .*no second driver comes/s)]);
		expect(shop.isAside('41')).toBe(false);
	});

	test.each(['Accept', 'Turn down'])('an order that was cancelled gets no driver: "%s" frees him', async (choice) => {
		shop.place('41');
		const proposal = await propose('41');
		shop.place('41', cancelled);
		await answer(proposal, choice);
		expect(statesOf(flow)).toEqual(['denied']);
		expect(shop.mails).toEqual([expect.stringMatching(/cancelled/i)]);
		expect(notesOf(shop, '41')).toEqual([]);
	});

	test('a proposal that has lapsed is reported; one that DeliverIt lists while it waits is accepted', async () => {
		shop.place('41');
		const lapsed = await propose('41');
		await flow.wait(3_600_000);
		await answer(lapsed, 'Accept');
		expect(shop.mails).toEqual([expect.stringMatching(/lapsed/)]);
		flow.sandbox.deliverit.settings.listsProposals = true;
		await answer(await propose('41'), 'Accept');
		expect(statesOf(flow)).toEqual(['expired', 'booked']);
	});

	const steps = flowSteps(file);

	test.each([...steps, 'the carrier'])('%s fails once: the person gets a mail or the answer is done', async (failing) => {
		shop.place('41');
		shop.place('42');
		const fails = failsOnce(failing);
		const choices = [await propose('41'), await propose('42')].map((proposal, at) => ({ proposal, choice: at === 0 ? 'Accept' : 'Turn down' }));
		if (failing === 'the carrier')
			flow.sandbox.faults.add({ carrier: 'deliverit', fault: { kind: 'gateway', status: 502, page: 'html', phase: 'before' }, nth: [1] });
		for (const { proposal, choice } of choices) {
			await answer(proposal, choice, fails);
			// Whoever gets the mail presses once more.
			const mails = shop.mails.splice(0);
			expect(mails.filter((text) => text.includes('[object'))).toEqual([]);
			if (mails.some((text) => text.includes(String(proposal.id)))) await answer(proposal, choice, fails);
		}
		expect(statesOf(flow)).toEqual(['booked', 'denied']);
		expect(notesOf(shop, '41')).toEqual([expect.stringMatching(/scheduled/)]);
		expect(notesOf(shop, '42')).toEqual([expect.stringMatching(/turned down/)]);
	});
});

/** Steps that call the shop or send a mail. */
function flowSteps({ nodes }: WorkflowFile): string[] {
	return nodes.filter(({ type }) => /\.(httpRequest|wooCommerce|shopify|emailSend)$/.test(type)).map(({ name }) => name);
}

/** Settings and credentials as the owner of a shop with DeliverIt chooses them. */
function atDeliverIt(file: WorkflowFile): WorkflowFile {
	const text = JSON.stringify(withSettings(file, { carrier: 'deliverit' })).replaceAll(
		'"cykeApi":{"id":"cyke-account"',
		'"deliverItApi":{"id":"deliverit-account"',
	);
	return JSON.parse(text);
}

const inOdense = { shipping_address: { first_name: 'Freja', last_name: 'Holm', address1: 'Vestergade 10', zip: '5000', city: 'Odense C', country_code: 'DK', phone: '+4512345678', latitude: 55.39, longitude: 10.39 } };

describe('the mail that asks', () => {
	let shop: ShopifyShop;
	let orders: ShopWorkflow;

	beforeEach(async () => {
		shop = new ShopifyShop();
		orders = await ShopWorkflow.start(atDeliverIt(workflowFile('shopify-orders-to-a-courier')), shop);
		proposeAlways(orders.sandbox.deliverit);
	});
	afterEach(async () => await orders.sandbox.close());

	/** The links as a person opens them: what the form is filled with. */
	const linksIn = (text: string) =>
		[...text.matchAll(/: (https:\S+)$/gm)].map(([, link = '']) => Object.fromEntries(new URL(link).searchParams));

	test('an order whose time is taken gets a mail, with both times and a link for each answer', async () => {
		shop.place('2003', inOdense);
		const fails = failsOnce('Ask about the time');
		await orders.run(CLOCK, [{}], fails);
		await orders.run(CLOCK, [{}], fails);
		const text = String(shop.mails.at(-1));
		expect(text).toMatch(/Requested: \d+ \w+ 14:00\nProposed: \d+ \w+ 14:25\n/);
		const { token: id } = orders.sandbox.deliverit.orders.at(-1) ?? {};
		const known = { orderKey: '2003', reference: 'SH-2003', id, time: expect.stringMatching(/T14:25:00/) };
		expect(linksIn(text)).toEqual([{ ...known, choice: 'Accept' }, { ...known, choice: 'Turn down' }]);
		const form = workflowFile('shopify-proposed-times').nodes.find(({ name }) => name === ANSWER);
		for (const name of Object.keys({ ...known, choice: '' })) expect(JSON.stringify(form?.parameters)).toContain(`"${name}"`);
	});

	test('a driver who is free at the requested time needs no answer', async () => {
		orders.sandbox.deliverit.settings.push = { kind: 'never' };
		shop.place('2003', inOdense);
		await orders.run(CLOCK, [{}]);
		expect([statesOf(orders), shop.mails]).toEqual([['booked'], []]);
	});
});

test('the morning run asks about a proposed time, and calls the order neither booked nor failed', async () => {
	const shop = new ShopifyShop();
	const flow = await ShopWorkflow.start(atDeliverIt(workflowFile('shopify-morning-run')), shop);
	proposeAlways(flow.sandbox.deliverit);
	shop.place('2003', inOdense);
	const nine = new Date();
	nine.setUTCHours(31, 0, 0, 0);
	await flow.wait(nine.getTime() - Date.now());
	await flow.run('Every morning', [{}]);
	await flow.sandbox.close();
	expect(flow.sheets.map((rows) => rows.map(({ outcome }) => outcome))).toEqual([['another time proposed']]);
	expect(shop.mails).toEqual(expect.arrayContaining([expect.stringMatching(/Requested: .*\nProposed: /)]));
	expect(notesOf(shop, '2003')).toEqual([expect.stringMatching(/not booked yet: another time is proposed/)]);
});
