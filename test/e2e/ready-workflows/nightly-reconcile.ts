import { tomorrow } from '../../../sandbox/demo/orders/order';
import { until } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { startMailbox } from '../../../sandbox/shops/mailbox';
import { bookOrders, cancelAllCouriers } from '../book-orders';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { shopKinds } from '../shops/kinds';
import type { ShopKind } from '../shops/shop';
import { importAndPublish, waitForSucceeded } from './import-workflow';
import { runRound } from './rounds';

/** Another booking of an order, made at the carrier's own screen. */
const byHand = (reference: string) => ({
	client_order_reference: reference,
	dropoff: {
		slot_starting_at: tomorrow().startOf('day').set({ hour: 14 }).toISO(),
		slot_ending_at: tomorrow().startOf('day').set({ hour: 16 }).toISO(),
		place: {
			recipient_name: 'Inès Haddad',
			recipient_phone: '+33644625198',
			address: '41 rue de Lancry',
			postal_code: '75010',
			city: 'Paris',
		},
	},
	packages: [{ type: 'Bouquet', amount: 1 }],
});

async function nightsOf(environment: E2eEnvironment, { id, title, prefix, open }: ShopKind): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const [shop, mailbox] = [await open(), await startMailbox()];
	let workflow = { id: '' };
	const bookings = (order: string) =>
		sandbox.cyke.deliveries.filter(({ clientOrderReference }) => clientOrderReference === `${prefix}-${order}`);
	const only = (order: string) => {
		const [found] = bookings(order);
		if (!found) throw new Error(`Order ${order} has no booking`);
		return found;
	};
	const held = () => JSON.stringify(sandbox.cyke.deliveries.map(({ id: each, status }) => [each, status]));
	/** Mails of one night. */
	const night = async () => {
		const before = mailbox.mails.length;
		await runRound(environment, workflow);
		return mailbox.mails.slice(before);
	};
	const planted = [
		/Order 6102: .*no booking.*Book it/,
		/Order 6103: .*2 live bookings.*Cancel all but one/,
		/live, and the shop has no such order.*order 6104.*cancel/,
		/Order 6105: .*ended as "Failed" \(Recipient absent\).*Book the order again/,
		/Order 6106: .*still live.*Cancel it/,
	];
	const expectReport = async () => {
		const mails = await night();
		expect(mails.length === 1, `The night sent ${mails.length} mails: ${mails.map(({ text }) => text).join(' | ')}`);
		expectText(mails[0]?.subject ?? '', new RegExp(`^${title}: ${planted.length} orders need you`), 'The subject');
		const text = mails[0]?.text ?? '';
		const lines = text.split('\n\n').filter((line) => line.includes('•'));
		for (const each of planted)
			expect(lines.filter((line) => each.test(line)).length === 1, `The report has no line ${each}: ${text}`);
		expect(lines.length === planted.length, `The report has ${lines.length} lines: ${text}`);
	};
	const expectTold = async (words: RegExp) => {
		const mails = await night();
		const said = mails.map((mail) => `${mail.subject}: ${mail.text}`).join(' | ');
		expect(mails.length === 1, `The night sent ${mails.length} mails: ${said}`);
		expectText(said, /could not be compared tonight/, 'The mail');
		expectText(said, words, 'The mail');
	};

	const step = async (what: string, work: () => Promise<void>) =>
		await checks.check(`${title} at night: ${what}`, work);
	try {
		await step('imports the file and publishes it, and a shop without orders gets no mail', async () => {
			cancelAllCouriers(environment);
			const stored = [
				await rest.storeCredential(title, shop.credential.type, shop.credential.data),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
			];
			const body = preparedWorkflow(`${id}-nightly-reconcile.json`, { shopAddress: shop.url });
			workflow = await importAndPublish(environment, shop.atThisShop(body), stored);
			await waitForSucceeded(environment, workflow, 1, `executions of ${title} at night`);
			await rest.unpublish(workflow.id);
			expect(mailbox.mails.length === 0, `There is a mail: ${mailbox.mails.at(-1)?.text}`);
		});
		await step(
			'one report names what is missing, double, orphaned, stuck and to cancel; nothing is changed',
			async () => {
				const booked = ['6101', '6103', '6104', '6105', '6106'].map((order) => shop.place(order));
				await bookOrders(environment, prefix, booked);
				await bookOrders(environment, 'OTHER', [shop.place('6108')]);
				shop.remove('6108');
				shop.place('6102');
				sandbox.cyke.book(byHand(`${prefix}-6103`));
				shop.remove('6104');
				sandbox.cyke.setStatus(only('6105').id, 'failed', {}, { force: true });
				shop.place('6106', { state: 'cancelled' });
				shop.place('6107', { state: 'cancelled' });
				const before = held();
				await expectReport();
				expect(held() === before, 'The night changed bookings');
				const notes = ['6101', '6102', '6103', '6105', '6106', '6107'].flatMap((order) => shop.notesOf(order));
				expect(notes.length === 0, `The night wrote on orders: ${notes.join(' | ')}`);
			},
		);
		await step('the shop is down: the owner is told, nothing is made up, and the next night is whole', async () => {
			shop.setDown(true);
			try {
				await expectTold(/503|unavailable/i);
			} finally {
				shop.setDown(false);
			}
			await expectReport();
		});
		await step('the carrier is down: the owner is told, nothing is made up, and the next night is whole', async () => {
			const fault = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			const repair = sandbox.faults.add({ carrier: 'cyke', fault });
			try {
				await expectTold(/Cyke/);
			} finally {
				repair();
			}
			await expectReport();
		});
		await step('the carrier fails for one moment: the report is whole', async () => {
			sandbox.faults.once({ carrier: 'cyke' }, { kind: 'reset', phase: 'before' });
			await expectReport();
		});
		await step('what is put right is reported no more', async () => {
			await bookOrders(environment, prefix, [shop.place('6102')]);
			const wrong = [...bookings('6103').slice(1), only('6104'), only('6106')];
			for (const { id: each } of wrong) sandbox.cyke.setStatus(each, 'cancelled', {}, { force: true });
			shop.place('6105', { state: 'cancelled' });
			const mails = await night();
			expect(mails.length === 0, `There is a mail: ${mails[0]?.text}`);
		});
		await until('no execution to be left', async () =>
			(await rest.executions(workflow.id)).every(({ status }) => status === 'success'),
		);
	} finally {
		shop.close();
		await mailbox.close();
	}
}

export async function nightlyReconcile(environment: E2eEnvironment): Promise<void> {
	for (const kind of shopKinds) await nightsOf(environment, kind);
}
