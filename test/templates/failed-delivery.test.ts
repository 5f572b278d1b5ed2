import { tomorrow } from '../../sandbox/demo/orders/order';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { shopCases } from './shop-cases';
import { failsOnce, ShopWorkflow } from './shop-workflow';
import { ShopifyShop } from './shopify-shop';
import { WooCommerceShop } from './woocommerce-shop';

useInstantClock();

const FAILED = 'Cyke: delivery failed';
const ANSWER = 'Answer';

describe.each(shopCases)('$id', (shopCase) => {
	const { prefix } = shopCase;
	const file = workflowFile(`${shopCase.id}-failed-delivery`);
	let shop: ReturnType<typeof shopCase.open>;
	let flow: ShopWorkflow;

	beforeEach(async () => {
		shop = shopCase.open();
		flow = await ShopWorkflow.start(file, shop);
	});
	afterEach(async () => await flow.sandbox.close());

	const notesOf = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);
	const failedItem = (id: string, start = prefix) => ({
		id: `9${id}`,
		carrier: 'cyke',
		reference: `${start}-${id}`,
		status: 'failed',
		reason: 'Nobody was at home',
	});
	const again = (id: string, attempt = '') => ({
		reference: `${prefix}-${id}${attempt}`,
		choice: 'Deliver again',
		day: tomorrow().plus({ days: 1 }).toFormat('yyyy-MM-dd'),
		from: '16:00',
		to: '18:00',
	});

	/** Orders whose delivery failed, which the other workflow has put on hold. */
	function orders(...ids: string[]): void {
		for (const id of ids) shop.place(id, shopCase.failed);
	}

	test('a person gets a mail about each failed delivery of this shop, with its reason and a link', async () => {
		orders('41', '42');
		const moving = { ...failedItem('43'), status: 'picked_up' };
		const { status, error } = await flow.run(FAILED, [failedItem('41'), failedItem('42'), failedItem('41', 'OTHER'), moving]);
		expect([status, error]).toEqual(['success', undefined]);
		expect(shop.mails).toEqual(
			['41', '42'].map((id) => expect.stringMatching(new RegExp(`Nobody was at home[^]*\\?reference=${prefix}-${id}$`))),
		);
		expect([flow.live(), shop.notes]).toEqual([[], []]);
	});

	test('a new slot books the order once more, under a reference of its own, once', async () => {
		orders('41');
		for (let press = 0; press < 2; press += 1) await flow.run(ANSWER, [again('41')]);
		expect(flow.live()).toEqual([`${prefix}-41-R2`]);
		expect(notesOf('41')).toEqual([expect.stringMatching(/is booked/)]);
		await flow.run(ANSWER, [again('41', '-R2')]);
		expect(flow.live()).toEqual([`${prefix}-41-R2`, `${prefix}-41-R3`]);
		expect(shop.mails).toEqual([]);
	});

	test('an answer to the first mail after the second attempt failed is said, with the link for that attempt', async () => {
		orders('41');
		await flow.run(ANSWER, [again('41')]);
		for (const { id } of flow.sandbox.cyke.deliveries) flow.sandbox.cyke.setStatus(id, 'failed', {}, { force: true });
		await flow.run(ANSWER, [again('41')]);
		expect(flow.sandbox.cyke.deliveries).toHaveLength(1);
		expect(shop.mails).toEqual([expect.stringMatching(new RegExp(`${prefix}-41-R2 was booked.*failed[^]*reference=${prefix}-41-R2$`))]);
	});

	test('the way back: the order has its note, and the owner is reminded to ask the carrier', async () => {
		orders('41');
		await flow.run(ANSWER, [{ reference: `${prefix}-41`, choice: 'Back to the shop' }]);
		expect(flow.live()).toEqual([]);
		expect(notesOf('41')).toEqual([expect.stringMatching(/returning.*have it back/i)]);
		expect(shop.mails).toEqual([expect.stringContaining(`bring ${prefix}-41 back`)]);
	});

	test('an answer that cannot be booked is reported, with the link to answer again', async () => {
		orders('41');
		shop.place('42', shopCase.cancelled);
		await flow.run(ANSWER, [{ ...again('41'), from: 'noon' }]);
		await flow.run(ANSWER, [again('42')]);
		expect(flow.live()).toEqual([]);
		expect(shop.mails).toEqual([
			expect.stringContaining(`?reference=${prefix}-41`),
			expect.stringContaining(`?reference=${prefix}-42`),
		]);
	});

	const steps = ['Find the order', ...shopCase.readsFound, 'Ask a person', 'Update the shop', 'Ask the shop', 'Arrange the return', 'Not booked'];

	test('a delivery whose order is gone is reported, although the first mail fails', async () => {
		orders('41');
		shop.remove('41');
		await flow.run(FAILED, [failedItem('41')], failsOnce('No such order'));
		expect(shop.mails).toEqual([expect.stringMatching(/41 could not be delivered, and the shop has no such order/)]);
		expect(flow.live()).toEqual([]);
	});

	test.each([
		['Arrange the return', { choice: 'Back to the shop' }, 'bring'],
		['Not booked', { from: 'noon' }, 'Correct it'],
	])('%s fails once: its mail comes all the same', async (failing, changes, words) => {
		orders('41');
		await flow.run(ANSWER, [{ ...again('41'), ...changes }], failsOnce(failing));
		expect(shop.mails).toEqual([expect.stringContaining(words)]);
	});

	test('every step that calls the shop or sends a mail is one of these', () => {
		expect(flow.stepsOutside().sort()).toEqual([...steps, 'No such order', 'Ask about the time', 'Report by mail'].sort());
	});

	test.each([...steps, 'Report by mail', 'the carrier'])('%s fails once: nobody is forgotten', async (failing) => {
		orders('41', '42');
		const fails = failsOnce(failing);
		await flow.run(FAILED, [failedItem('41'), failedItem('42')], fails);
		const questions = shop.mails.filter((text) => text.includes('could not be delivered'));
		expect(questions.map((text) => /reference=(.*)$/.exec(text)?.[1]).sort()).toEqual([`${prefix}-41`, `${prefix}-42`]);
		if (failing === 'the carrier')
			flow.sandbox.faults.add({ carrier: 'cyke', fault: { kind: 'gateway', status: 502, page: 'html', phase: 'before' }, nth: [1] });
		await flow.run(ANSWER, [again('41')], fails);
		await flow.run(ANSWER, [again('42')], fails);
		expect(flow.live()).toEqual([`${prefix}-41-R2`, `${prefix}-42-R2`]);
		for (const id of ['41', '42']) expect(notesOf(id)).toEqual([expect.stringMatching(/is booked/)]);
		expect(shop.mails.join('\n')).not.toContain('[object');
	});
});

test.each(['OrderByName', 'OrderForDelivery', 'metafieldsSet'])(
	'shopify: a 200 that refuses %s is reported and tried again, and books once',
	async (part) => {
		const shop = new ShopifyShop();
		const flow = await ShopWorkflow.start(workflowFile('shopify-failed-delivery'), shop);
		shop.place('41');
		shop.refusals.set(part, { errors: 'Locked' });
		const day = tomorrow().plus({ days: 1 }).toFormat('yyyy-MM-dd');
		await flow.run(ANSWER, [{ reference: 'SH-41', choice: 'Deliver again', day, from: '16:00', to: '18:00' }]);
		await flow.sandbox.close();
		expect([shop.refusals.size, flow.live()]).toEqual([0, ['SH-41-R2']]);
		expect(shop.mails).toEqual([expect.stringMatching(/^Locked\n/)]);
		expect(shop.notes.map(({ note }) => note)).toEqual([expect.stringMatching(/is booked/)]);
	},
);

test('woocommerce: a page of 404 that is not the shop’s own does not say that the order is gone', async () => {
	const shop = new WooCommerceShop();
	const flow = await ShopWorkflow.start(workflowFile('woocommerce-failed-delivery'), shop);
	shop.place('41', { status: 'on-hold', date_paid: '2026-01-01T00:00:00' });
	shop.isGatewayNext = true;
	await flow.run(FAILED, [{ id: '9', carrier: 'cyke', reference: 'WC-41', status: 'failed' }]);
	await flow.sandbox.close();
	expect([...shop.mails].sort()).toEqual([
		expect.stringMatching(/^The shop answered 404\n/),
		expect.stringMatching(/^WC-41 could not be delivered to /),
	]);
});
