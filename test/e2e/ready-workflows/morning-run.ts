import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { bookOrders, cancelAllCouriers } from '../book-orders';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { shopKinds } from '../shops/kinds';
import type { ShopKind } from '../shops/shop';
import { importAndPublish, waitForSucceeded } from './import-workflow';
import { pricedMorning } from './morning-price';
import { askedMorning, sheetIn } from './morning-question';
import { beginDay, nextSlots, slotInDays } from './morning-slot';
import { runRound } from './rounds';

const YES = 'Book them';
const NO = 'Book nothing';
const farAway = { street: '1 La Canebière', postcode: '13001', city: 'Marseille' };
const moved = { street: '7 rue Bichat', postcode: '75010', city: 'Paris' };

async function morningsOf(environment: E2eEnvironment, { id, title, prefix, open }: ShopKind): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const [shop, mailbox] = [await open(), await startMailbox()];
	const [slot, laterSlot] = nextSlots();
	let workflow = { id: '' };
	const place = (...orders: string[]) => orders.map((order) => shop.place(order, { slot }));
	const bookings = (order: string) =>
		sandbox.cyke.deliveries.filter(
			({ clientOrderReference, status }) => clientOrderReference === `${prefix}-${order}` && status !== 'cancelled',
		);
	const expectBooked = (...orders: string[]) => {
		for (const order of orders)
			expect(bookings(order).length === 1, `${bookings(order).length} couriers are booked for order ${order}`);
	};
	const expectNone = (...orders: string[]) => {
		for (const order of orders) expect(bookings(order).length === 0, `A courier is booked for order ${order}`);
	};
	const expectNoted = async (...orders: string[]) => {
		for (const order of orders) {
			const booked = () => shop.notesOf(order).filter((note) => note.includes('is booked'));
			await until(`the note on order ${order}`, async () => booked().length > 0);
			expect(booked().length === 1, `Order ${order} has the notes ${booked().join(' | ')}`);
		}
	};
	const sheets = () => mailbox.mails.filter(({ subject }) => subject?.includes('couriers of this morning'));
	const rowOf = (order: string) => {
		const sheet = sheets().at(-1);
		return (sheet && sheetIn(sheet).get(`${prefix}-${order}`)) ?? 'no row';
	};
	const morning = async () => await askedMorning(environment, workflow, mailbox);
	/** A morning that asks nobody. */
	const mailsOfMorning = async () => {
		const before = mailbox.mails.length;
		await runRound(environment, workflow);
		return mailbox.mails.slice(before).map((mail) => `${mail.subject}: ${mail.text}`);
	};

	const step = async (what: string, work: () => Promise<void>) =>
		await checks.check(`${title} in the morning: ${what}`, work);
	try {
		await step('imports the file and publishes it, and without an order nobody is asked', async () => {
			cancelAllCouriers(environment);
			const stored = [
				await rest.storeCredential(title, shop.credential.type, shop.credential.data),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			const body = preparedWorkflow(`${id}-morning-run.json`, { shopAddress: shop.url });
			workflow = await importAndPublish(environment, shop.atThisShop(body), stored);
			await waitForSucceeded(environment, workflow, 1, `executions of ${title} in the morning`);
			await rest.unpublish(workflow.id);
			await beginDay(rest, workflow.id);
			expect(mailbox.mails.length === 0, `There is a mail: ${mailbox.mails.at(-1)?.text}`);
		});
		await step('one mail has the orders of today, and a no books nothing', async () => {
			place('6201', '6202', '6203');
			shop.place('6204', { slot: 'none' });
			shop.place('6205', { slot: slotInDays(4) });
			shop.place('6206', { slot, state: 'cancelled' });
			await bookOrders(environment, prefix, place('6207'));
			const { subject, text, press } = await morning();
			expectText(subject, /: 3 orders to book this morning$/, 'The subject');
			for (const order of ['6201', '6202', '6203'])
				expectText(text, new RegExp(`${order}: Order ${order} can be booked. .*${slot.from}`), 'The mail');
			expectText(text, /6204: .*slot/i, 'The mail');
			expect(!/6205|6206|6207|<br>/.test(text), `The mail names an order that is not of today: ${text}`);
			await press(NO);
			expectNone('6201', '6202', '6203', '6204', '6205', '6206');
			expect(sheets().length === 0, 'There is a sheet');
		});
		await step(
			'a yes books them in one batch; what the carrier refuses stops nobody, and the sheet says why',
			async () => {
				shop.place('6202', { slot, address: farAway });
				const { press } = await morning();
				expectNone('6201', '6202', '6203');
				await press(YES);
				expectBooked('6201', '6203', '6207');
				expectNone('6202', '6204', '6205', '6206');
				expect(sheets().length === 1, `There are ${sheets().length} sheets`);
				for (const order of ['6201', '6203'])
					expectText(rowOf(order), new RegExp(`,booked,${bookings(order)[0]?.id},`), 'The sheet');
				expectText(rowOf('6202'), /,not booked,,/, 'The sheet');
				await expectNoted('6201', '6203');
				await until('the note on order 6202', async () =>
					shop.notesOf('6202').some((note) => note.includes('no courier is booked')),
				);
			},
		);
		await step('two mornings ask about the same orders: two clicks on yes book each once', async () => {
			shop.remove('6202');
			shop.remove('6204');
			place('6211', '6212');
			const questions = [await morning(), await morning()];
			for (const { press } of questions) await press(YES);
			expectBooked('6211', '6212');
			await expectNoted('6211', '6212');
			const mails = await mailsOfMorning();
			expect(mails.length === 0, `A morning without a new order sent ${mails.join(' | ')}`);
		});
		await step(
			'an order that is cancelled before the yes is left out, and a changed one goes out as it is now',
			async () => {
				place('6221', '6222', '6223');
				const { press } = await morning();
				shop.place('6221', { slot, state: 'cancelled' });
				shop.place('6222', { slot: laterSlot, address: moved });
				await press(YES);
				expectNone('6221');
				expectBooked('6222', '6223');
				expectText(bookings('6222')[0]?.dropoff.place.address ?? '', /7 rue Bichat/, 'The booking');
				expectText(rowOf('6221'), /,left_out,,.*cancel/i, 'The sheet');
				await expectNoted('6222', '6223');
				expect(shop.notesOf('6221').length === 0, `Order 6221 has the note ${shop.notesOf('6221').join()}`);
			},
		);
		await step('the shop is down: the owner is told, and the next morning asks', async () => {
			place('6231');
			shop.setDown(true);
			try {
				const mails = await mailsOfMorning();
				expect(mails.length === 1, `The morning sent ${mails.length} mails: ${mails.join(' | ')}`);
				expectText(mails.join(), /a step of the morning run failed.*(503|unavailable)/is, 'The mail');
			} finally {
				shop.setDown(false);
			}
			const { press } = await morning();
			// Down once more, from the yes on.
			shop.setDown(true);
			try {
				const pressed = press(YES);
				await until('the booking', async () => bookings('6231').length > 0);
				shop.setDown(false);
				await pressed;
			} finally {
				shop.setDown(false);
			}
			expectBooked('6231');
			await expectNoted('6231');
		});
		await step('the carrier is down: the owner is told, nothing is booked, and the next morning asks', async () => {
			place('6241', '6242');
			const fault = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			const withoutCarrier = async (work: () => Promise<void>) => {
				const repair = sandbox.faults.add({ carrier: 'cyke', fault });
				try {
					await work();
				} finally {
					repair();
				}
			};
			await withoutCarrier(async () => {
				const mails = await mailsOfMorning();
				expect(mails.length > 0, 'Nobody is told');
				expectText(mails.join(), /a step of the morning run failed.*Cyke/s, 'The mail');
			});
			const { press } = await morning();
			await withoutCarrier(async () => await press(YES));
			expectNone('6241', '6242');
			for (const order of ['6241', '6242']) expectText(rowOf(order), /,not booked,,.*Cyke/, 'The sheet');
			await (await morning()).press(YES);
			expectBooked('6241', '6242');
			await expectNoted('6241', '6242');
		});
		await checks.check(`${title} in the morning: no execution failed`, async () => {
			const failed = (await rest.executions(workflow.id)).filter(({ status }) => status !== 'success');
			expect(failed.length === 0, `${failed.map((each) => `${each.id} ${each.status}`).join(', ')}`);
		});
	} finally {
		shop.close();
		await mailbox.close();
	}
}

export async function morningRun(environment: E2eEnvironment): Promise<void> {
	for (const kind of shopKinds) await morningsOf(environment, kind);
	await pricedMorning(environment);
}
