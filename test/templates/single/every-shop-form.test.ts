import type { IDataObject } from 'n8n-workflow';

import { tomorrow } from '../../../sandbox/demo/orders/order';
import { useInstantClock } from '../../n8n/instant-clock';
import { FormRun, formsOf } from './form-run';

useInstantClock();

let run: FormRun;
afterEach(async () => await run.flow.sandbox.close());

describe.each(formsOf('orders-to-a-courier'))('$path', (form) => {
	const { cancelled } = form.shopCase;

	beforeEach(async () => {
		run = await FormRun.open(form);
	});

	test('books an order, cancels it with the order, and tells the shop of both and of the delivery', async () => {
		await run.hear(['41', '42'].map((id) => run.place(id)));
		expect(run.live()).toEqual(['41', '42'].map(run.reference));
		await run.hear([run.place('42', cancelled)]);
		await run.news('moved', '41', 'delivered');
		expect(run.live()).toEqual([run.reference('41')]);
		expect(run.bookedNotes('41')).toHaveLength(1);
		expect(run.notesOf('41').at(-1)).toMatch(/is now delivered/);
		expect(run.notesOf('42').at(-1)).toMatch(/cancel/);
		// Where a look sees the order twice, the second one may meet a cancellation that the carrier has yet to decide.
		expect(run.shop.mails.filter((text) => !text.includes('has not decided yet'))).toEqual([]);
	});

	test('a carrier that is down puts no order aside; somebody hears of it, and the next look books', async () => {
		const orders = ['41', '42'].map((id) => run.place(id));
		const end = run.outage();
		await run.hear(orders);
		await run.look();
		expect([run.live(), run.bookedNotes('41'), run.shop.isAside('41')]).toEqual([[], [], false]);
		expect(run.shop.mails.length).toBeGreaterThan(0);
		end();
		await run.look();
		expect(run.live()).toEqual(['41', '42'].map(run.reference));
		for (const id of ['41', '42']) expect(run.bookedNotes(id)).toHaveLength(1);
	});

	test('each step of the shop fails once: every order is booked and told once', async () => {
		const fails = run.eachFailsOnce();
		await run.hear(['41', '42'].map((id) => run.place(id)), fails);
		// Each of several steps in a row may fail in a look of its own.
		for (let look = 0; look < 8 && run.live().length < 2; look += 1) await run.look(fails);
		await run.look(fails);
		expect(run.live()).toEqual(['41', '42'].map(run.reference));
		for (const id of ['41', '42']) expect(run.bookedNotes(id)).toHaveLength(1);
	});
});

describe.each(formsOf('nightly-reconcile'))('$path', (form) => {
	const night = async (trouble?: (name: string) => boolean) => await run.run('Every night', [{}], trouble);
	const planted = [expect.stringMatching(/Order 42: .*no booking/)];

	/** One that is booked, and one that is not. */
	beforeEach(async () => {
		run = await FormRun.open(form);
		await run.book('41');
		run.place('42');
	});

	test('names the order that is not booked, and changes nothing', async () => {
		await night();
		expect(run.shop.mails).toEqual(planted);
		expect([run.live(), run.shop.notes]).toEqual([[run.reference('41')], []]);
	});

	test('a carrier that is down makes no report but a mail about it; the next night is whole', async () => {
		const end = run.outage();
		await night();
		expect(run.shop.mails.splice(0)).toEqual([expect.stringMatching(/Nothing has to be done now/)]);
		end();
		await night();
		expect(run.shop.mails).toEqual(planted);
	});

	test('each step of the shop fails once: the report is whole', async () => {
		await night(run.eachFailsOnce());
		expect(run.shop.mails).toEqual(planted);
	});
});

describe.each(formsOf('morning-run'))('$path', (form) => {
	const morning = async (trouble?: (name: string) => boolean) => await run.run('Every morning', [{}], trouble);

	/** One order for this afternoon. */
	beforeEach(async () => {
		run = await FormRun.open(form);
		run.place('41');
		const nine = new Date();
		nine.setUTCHours(31, 0, 0, 0);
		await run.flow.wait(nine.getTime() - Date.now());
	});

	function expectBooked(): void {
		expect(run.flow.questions).toEqual([expect.stringMatching(/41: .*can be booked/)]);
		expect(run.live()).toEqual([run.reference('41')]);
		expect(run.flow.sheets.map((rows) => rows.map(({ outcome }) => outcome))).toEqual([['booked']]);
		expect(run.bookedNotes('41')).toHaveLength(1);
	}

	test('a yes books the order of today and tells the shop', async () => {
		await morning();
		expectBooked();
	});

	test('a carrier that is down books nothing, and somebody hears of it; the next run books', async () => {
		const end = run.outage();
		await morning();
		expect([run.live(), run.flow.questions, run.shop.notes]).toEqual([[], [], []]);
		expect(run.shop.mails).toEqual([expect.stringMatching(/What is not booked comes again/)]);
		end();
		await morning();
		expectBooked();
	});

	test('each step of the shop fails once: the order is booked and told once', async () => {
		await morning(run.eachFailsOnce());
		expectBooked();
	});
});

describe.each(formsOf('failed-delivery'))('$path', (form) => {
	const { failed, prefix } = form.shopCase;
	const answer = async (item: IDataObject, trouble?: (name: string) => boolean) =>
		await run.run('Answer', [{ reference: `${prefix}-41`, ...item }], trouble);
	const again = () => ({
		choice: 'Deliver again',
		day: tomorrow().plus({ days: 1 }).toFormat('yyyy-MM-dd'),
		from: '16:00',
		to: '18:00',
	});

	beforeEach(async () => {
		run = await FormRun.open(form);
		run.place('41', failed);
	});

	const fail = async (trouble?: (name: string) => boolean) =>
		await run.news('failed', '41', 'failed', trouble);

	test('asks a person, and books the order once more', async () => {
		await fail();
		expect(run.shop.mails).toEqual([expect.stringMatching(new RegExp(`could not be delivered[^]*${prefix}-41$`))]);
		for (let press = 0; press < 2; press += 1) await answer(again());
		expect([run.live(), run.bookedNotes('41').length]).toEqual([[`${prefix}-41-R2`], 1]);
	});

	test('a carrier that is down books nothing and says so; pressing again books', async () => {
		const end = run.outage();
		await answer(again());
		expect([run.live(), run.shop.notes]).toEqual([[], []]);
		expect(run.shop.mails).toEqual([expect.stringMatching(new RegExp(`answer once more[^]*${prefix}-41$`))]);
		end();
		await answer(again());
		expect([run.live(), run.bookedNotes('41').length]).toEqual([[`${prefix}-41-R2`], 1]);
	});

	test('each step of the shop fails once: a person is asked, and the order is booked once', async () => {
		const fails = run.eachFailsOnce();
		await fail(fails);
		expect(run.shop.mails.filter((text) => text.includes('could not be delivered'))).toHaveLength(1);
		await answer(again(), fails);
		expect([run.live(), run.bookedNotes('41').length]).toEqual([[`${prefix}-41-R2`], 1]);
	});
});
