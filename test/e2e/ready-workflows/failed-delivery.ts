import { tomorrow } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { linksIn, startMailbox } from '../../../sandbox/shops/mailbox';
import { bookOrders, cancelAllCouriers } from '../book-orders';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { shopKinds } from '../shops/kinds';
import type { OpenShop, ShopKind } from '../shops/shop';
import { setOwnFormAddress, submitForm, withSignedInPage, type Login } from './answer-form';
import { expectNoneFailed, importAndPublish } from './import-workflow';

const AGAIN = 'Deliver again';
const BACK = 'Back to the shop';
const FORM = 'https://n8n.example.com/form/of-this-workflow';

/** PrestaShop's key is of the same kind as the form's login: one credential serves both. */
const loginOf = ({ credential: { type, data } }: OpenShop): Login =>
	type === 'httpBasicAuth'
		? { username: String(data.user), password: 'counter' }
		: { username: 'shop', password: 'counter' };

const newSlot = { day: tomorrow().plus({ days: 1 }).toFormat('yyyy-MM-dd'), from: '16:00', to: '18:00' };

async function failuresOf(environment: E2eEnvironment, { id, title, prefix, open }: ShopKind): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const [shop, mailbox] = [await open(), await startMailbox()];
	const login = loginOf(shop);
	let workflow = { id: '' };
	const bookings = (reference: string) =>
		sandbox.cyke.deliveries.filter(
			({ clientOrderReference, status }) =>
				clientOrderReference === `${prefix}-${reference}` && !/cancel|failed/.test(status),
		);
	const expectBooked = (reference: string, count = 1) =>
		expect(bookings(reference).length === count, `${bookings(reference).length} couriers are booked for ${reference}`);
	/** The courier did not find anybody. */
	const fail = (reference: string, number = prefix) => {
		const found = sandbox.cyke.deliveries
			.filter(({ clientOrderReference }) => clientOrderReference === `${number}-${reference}`)
			.at(-1);
		sandbox.cyke.setStatus(found?.id ?? 0, 'failed', { failureReason: 'Nobody was at home' }, { force: true });
	};
	const failedOrder = async (...orders: string[]) => {
		await bookOrders(
			environment,
			prefix,
			orders.map((order) => shop.place(order)),
		);
		for (const order of orders) {
			shop.place(order, { state: 'failed' });
			fail(order);
		}
	};
	const mailsWith = (pattern: RegExp) => mailbox.mails.filter((mail) => pattern.test(`${mail.subject}\n${mail.text}`));
	const mailWith = async (pattern: RegExp) =>
		await until(`a mail with ${pattern}`, async () => mailsWith(pattern).at(-1));
	const questionsAbout = (reference: string) => mailsWith(new RegExp(`\\?reference=${prefix}-${reference}(?![\\w-])`));
	const questionFor = async (reference: string) =>
		await until(`the question about ${reference}`, async () => questionsAbout(reference).at(-1));
	const noteOf = async (order: string, pattern: RegExp) =>
		await until(`the note ${pattern} on order ${order}`, async () =>
			shop.notesOf(order).some((note) => pattern.test(note)),
		);
	const expectOneNote = (order: string, pattern: RegExp) => {
		const found = shop.notesOf(order).filter((note) => pattern.test(note));
		expect(found.length === 1, `Order ${order} has the notes ${shop.notesOf(order).join(' | ')}`);
	};
	/** Opens the link of the mail, fills the form in and sends it. */
	const answer = async (reference: string, choice: string, slot: Partial<typeof newSlot> = {}) => {
		const link = linksIn(await questionFor(reference)).find((each) => each.includes('?reference=')) ?? '';
		await withSignedInPage(environment, login, async (page) => {
			await page.goto(link);
			await page.getByText('A delivery failed. What now?').first().waitFor();
			const filledIn = await page.locator('#field-0').inputValue();
			expect(filledIn === `${prefix}-${reference}`, `The form has the reference "${filledIn}"`);
			await page.locator('#field-1').selectOption({ label: choice });
			if (choice === AGAIN) {
				const { day, from, to } = { ...newSlot, ...slot };
				for (const [at, text] of [day, from, to].entries()) await page.locator(`#field-${at + 2}`).fill(text);
			}
			await page.screenshot({ path: `${checks.folder}/failed-${prefix}-${reference}.png` });
			await submitForm(page);
		});
	};
	const answered = async () => {
		await until('the answers to be dealt with', async () =>
			(await rest.executions(workflow.id)).every(({ status }) => !['new', 'running', 'waiting'].includes(status)),
		);
	};

	const step = async (what: string, work: () => Promise<void>) =>
		await checks.check(`${title}, failed deliveries: ${what}`, work);
	try {
		await step('imports the file, gives the mails the address of its form, and publishes it', async () => {
			cancelAllCouriers(environment);
			const { type, data } = shop.credential;
			const form = { user: login.username, password: login.password };
			const stored = [
				await rest.storeCredential(title, type, type === 'httpBasicAuth' ? form : data),
				...(type === 'httpBasicAuth' ? [] : [await rest.storeCredential('Form', 'httpBasicAuth', form)]),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			const settings = { shopAddress: shop.url, formAddress: FORM };
			const body = preparedWorkflow(`${id}-failed-delivery.json`, settings);
			workflow = await importAndPublish(environment, shop.atThisShop(body), stored);
			await setOwnFormAddress(environment, workflow.id, FORM);
		});
		await step('a person is asked once about a failed delivery of this shop, and about nothing else', async () => {
			await bookOrders(environment, 'OTHER', [shop.place('6309')]);
			fail('6309', 'OTHER');
			await bookOrders(environment, prefix, [shop.place('6308')]);
			sandbox.cyke.setStatus(bookings('6308')[0]?.id ?? 0, 'picked_up', {}, { force: true });
			await failedOrder('6301');
			const mail = await questionFor('6301');
			expectText(mail.text ?? '', /could not be delivered to .*Nobody was at home/s, 'The mail');
			// The carrier reports it once more, and another one.
			fail('6301');
			await failedOrder('6302');
			await questionFor('6302');
			await answered();
			expect(mailbox.mails.length === 2, `There are ${mailbox.mails.length} mails`);
			expectBooked('6301-R2', 0);
			expect(shop.notesOf('6301').length === 0, `The order has the note ${shop.notesOf('6301').join()}`);
		});
		await step('"Deliver again" books the new slot once, however often it is sent', async () => {
			for (let times = 0; times < 2; times += 1) {
				await answer('6301', AGAIN);
				await noteOf('6301', /is booked/);
				await answered();
			}
			expectBooked('6301-R2');
			const [booked] = bookings('6301-R2');
			const start = tomorrow().plus({ days: 1 }).startOf('day').set({ hour: 16 }).toMillis();
			expect(booked?.dropoff.slotStart === start, 'The courier comes at another time');
			expectOneNote('6301', /is booked/);
		});
		await step('the second attempt fails too: "Back to the shop" writes it down once, and books nobody', async () => {
			fail('6301-R2');
			for (let times = 0; times < 2; times += 1) {
				await answer('6301-R2', BACK);
				await mailWith(new RegExp(`bring ${prefix}-6301-R2 back`));
				await answered();
			}
			await noteOf('6301', /return/i);
			expectOneNote('6301', /return/i);
			expectBooked('6301-R3', 0);
		});
		await step('an answer that cannot be booked is said with the link, and books when it is corrected', async () => {
			await failedOrder('6311');
			await answer('6311', AGAIN, { from: 'noon' });
			await mailWith(new RegExp(`${prefix}-6311 is not booked again`));
			expectBooked('6311-R2', 0);
			await answer('6311', AGAIN);
			await noteOf('6311', /is booked/);
			expectBooked('6311-R2');
		});
		await step('an order that was cancelled meanwhile is not booked again, and the mail says so', async () => {
			await failedOrder('6321');
			await questionFor('6321');
			shop.place('6321', { state: 'cancelled' });
			await answer('6321', AGAIN);
			await mailWith(new RegExp(`${prefix}-6321 is not booked again[^]*cancel`, 'i'));
			expectBooked('6321-R2', 0);
		});
		await step('the carrier is down: nothing is booked, a mail says so, and the next answer books once', async () => {
			await failedOrder('6331');
			await questionFor('6331');
			const fault = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			const repair = sandbox.faults.add({ carrier: 'cyke', fault });
			try {
				await answer('6331', AGAIN);
				await mailWith(new RegExp(`${prefix}-6331 is not booked again[^]*Cyke`));
			} finally {
				repair();
			}
			await answer('6331', AGAIN);
			await noteOf('6331', /is booked/);
			expectBooked('6331-R2');
		});
		await step('the shop is down: question, booking and note wait until it is back, and come once', async () => {
			shop.setDown(true);
			const mailsBefore = mailbox.mails.length;
			try {
				await failedOrder('6341');
				await until('a mail that says so', async () =>
					mailbox.mails.slice(mailsBefore).some(({ subject }) => subject?.includes('a step waits for another try')),
				);
				expect(questionsAbout('6341').length === 0, 'Somebody is asked about an order that nobody could read');
			} finally {
				shop.setDown(false);
			}
			await questionFor('6341');
			await answered();
			expect(questionsAbout('6341').length === 1, `${questionsAbout('6341').length} mails ask about it`);
			shop.setDown(true);
			const before = mailbox.mails.length;
			try {
				await answer('6341', AGAIN);
				await until('a mail that says so', async () => mailbox.mails.length > before);
			} finally {
				shop.setDown(false);
			}
			await noteOf('6341', /is booked/);
			await answered();
			expectBooked('6341-R2');
			expectOneNote('6341', /is booked/);
		});
		await step('a delivery whose order is gone is said, and nothing is booked', async () => {
			await bookOrders(environment, prefix, [shop.place('6351')]);
			shop.remove('6351');
			fail('6351');
			await mailWith(new RegExp(`${prefix}-6351 could not be delivered, and the shop has no such order`));
			expectBooked('6351-R2', 0);
		});
		await step('no execution failed', async () => {
			await answered();
			await expectNoneFailed(environment, workflow);
			await environment.editor.showExecutions(workflow.id);
		});
		await rest.unpublish(workflow.id);
	} finally {
		shop.close();
		await mailbox.close();
	}
}

export async function failedDelivery(environment: E2eEnvironment): Promise<void> {
	for (const kind of shopKinds) await failuresOf(environment, kind);
}
