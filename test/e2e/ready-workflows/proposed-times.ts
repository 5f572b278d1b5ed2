import { until, type WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { linksIn, startMailbox } from '../../../sandbox/shops/mailbox';
import { orderInOdense } from '../../../sandbox/shops/order-in-odense';
import { startWooCommerce } from '../../../sandbox/shops/woocommerce';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { formAddress, submitForm, withSignedInPage } from './answer-form';
import { expectNoneFailed, importAndPublish, waitForSucceeded } from './import-workflow';

const NAME = 'Proposed times';
const login = { username: 'shop', password: 'counter' };

const isSchedule = ({ type }: WorkflowNode) => type === 'n8n-nodes-base.scheduleTrigger';

export async function proposedTimes(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, sandbox } = environment;
	const { settings } = sandbox.deliverit;
	const savedSettings = { ...settings };
	// This run takes place at any hour of the day.
	Object.assign(settings, { openingHours: { from: '00:00', to: '24:00' }, push: { kind: 'always', minutes: 25 } });
	const [shop, mailbox] = [await startWooCommerce(), await startMailbox()];
	let answers = { id: '' };
	let orders = { id: '' };
	const notes = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);
	const noteOf = async (id: string, text: RegExp) =>
		await until(`the note ${text} on order ${id}`, async () => notes(id).some((note) => text.test(note)));
	const states = (id: string) =>
		sandbox.deliverit.orders.filter(({ remarks }) => remarks.includes(`[ref:WC-${id}]`)).map(({ state }) => state);
	const mailAbout = async (text: string) =>
		await until(`the mail "${text}"`, async () => mailbox.mails.find(({ subject }) => subject?.includes(text)));

	/** Opens a link of the mail and presses the button of the form. */
	async function answer(id: string, choice: string): Promise<void> {
		const mail = await mailAbout(`another time for order ${id}`);
		expectText(mail.text ?? '', /Requested: \d+ \w+ \d\d:\d\d\s+Proposed: \d+ \w+ \d\d:\d\d/, 'The mail');
		const link = linksIn(mail).find((each) => each.endsWith(`choice=${encodeURIComponent(choice)}`));
		if (link === undefined) throw new Error(`The mail has no link to "${choice}": ${mail.text}`);
		await withSignedInPage(environment, login, async (page) => {
			await page.goto(link);
			await page.getByText('Another time for the driver').first().waitFor();
			expect(states(id).join() === 'pushed', `Opening the page decided: ${states(id).join()}`);
			await page.screenshot({ path: `${checks.folder}/form-${choice.toLowerCase().replace(' ', '-')}.png` });
			await submitForm(page);
		});
	}

	const step = async (what: string, work: () => Promise<void>) => await checks.check(`${NAME}: ${what}`, work);
	try {
		await step('imports both files and publishes them', async () => {
			const stored = [
				await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential),
				await rest.storeCredential('Mail', 'smtp', mailbox.credential),
				await rest.storeCredential('Form', 'httpBasicAuth', { user: login.username, password: login.password }),
			];
			const common = { shopAddress: shop.url };
			answers = await importAndPublish(
				environment,
				preparedWorkflow('woocommerce-proposed-times.json', common),
				stored,
			);
			const body = preparedWorkflow('woocommerce-orders-to-a-courier.json', {
				...common,
				carrier: 'deliverit',
				answerAddress: await formAddress(environment, answers.id),
			});
			// A look that comes every ten seconds would have a new time proposed before anybody answers.
			const nodes = body.nodes.map((node) => ({ ...node, ...(isSchedule(node) ? { disabled: true } : {}) }));
			orders = await importAndPublish(environment, { ...body, nodes, name: `${body.name}, at DeliverIt` }, stored);
		});
		await step('another time is proposed, and one click accepts it', async () => {
			shop.put(orderInOdense('5001'));
			await shop.callWebhook('5001');
			await answer('5001', 'Accept');
			await noteOf('5001', /scheduled\. The driver is in the shop at \d\d:\d\d/);
			expect(states('5001').includes('booked'), `The driver is ${states('5001').join()}`);
		});
		await step('another time is proposed, and one click turns it down', async () => {
			shop.put(orderInOdense('5002'));
			await shop.callWebhook('5002');
			await answer('5002', 'Turn down');
			await noteOf('5002', /turned down/);
			await until('the order on hold', async () => shop.statusOf('5002') === 'on-hold');
			expect(!states('5002').includes('booked'), `The driver is ${states('5002').join()}`);
		});
		await step('an order that was cancelled meanwhile gets no driver, and a mail says why', async () => {
			shop.put(orderInOdense('5003'));
			await shop.callWebhook('5003');
			await mailAbout('another time for order 5003');
			shop.change('5003', { status: 'cancelled' });
			await answer('5003', 'Accept');
			await mailAbout('WC-5003 is not accepted');
			expect(!states('5003').includes('booked'), `The driver is ${states('5003').join()}`);
		});
		await step('the executions end well', async () => {
			await waitForSucceeded(environment, answers, 3, `executions of ${NAME}`);
			await expectNoneFailed(environment, orders);
		});
		for (const { id } of [orders, answers]) await rest.unpublish(id);
	} finally {
		shop.close();
		await mailbox.close();
		Object.assign(settings, savedSettings);
	}
}
