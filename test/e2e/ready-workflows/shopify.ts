import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { firstLink, startMailbox } from '../../../sandbox/shops/mailbox';
import { withWebhookTrigger, shopifyOrder } from '../../../sandbox/shops/shopify';
import { expect, expectText } from '../checks';
import type { E2eEnvironment } from '../environment';
import { importAndPublish, waitForSucceeded } from './import-workflow';

const PATH = 'shopify-order';

const decisions = [
	['Accept', 'booked'],
	['Turn down', 'denied'],
] as const;

/** The trigger is replaced, since n8n calls only shops of myshopify.com; mail, form and driver are the file's own. */
export async function shopifyToDeliverIt(environment: E2eEnvironment): Promise<void> {
	const { rest, checks, editor, sandbox, server } = environment;
	const { settings } = sandbox.deliverit;
	const savedSettings = { ...settings };
	// This run takes place at any hour of the day.
	Object.assign(settings, { openingHours: { from: '00:00', to: '24:00' }, push: { kind: 'always', minutes: 25 } });
	const mailbox = await startMailbox();
	let workflow = { id: '' };
	const state = () => sandbox.deliverit.orders.at(-1)?.state;
	try {
		await checks.check('Shopify to DeliverIt: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Mail', 'smtp', mailbox.credential);
			workflow = await importAndPublish(
				environment,
				withWebhookTrigger(PATH, readyWorkflow('shopify-order-to-deliverit.json')),
				[credential],
			);
		});
		for (const [at, [clicked, expectedState]] of decisions.entries()) {
			await checks.check(
				`Shopify to DeliverIt: another time is proposed, and "${clicked}" on the page of the mail decides`,
				async () => {
					await fetch(`${server.url}/webhook/${PATH}`, {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(shopifyOrder(2_001 + at)),
					});
					const mail = await until('the mail that asks', async () => await Promise.resolve(mailbox.mails[at]));
					expectText(mail.text ?? '', /Requested: \d\d:\d\d\s+Proposed: \d\d:\d\d/, 'The mail');
					// The mail is out before n8n has put the execution to rest.
					await until('the execution to wait', async () =>
						(await rest.executions(workflow.id)).some(({ status }) => status === 'waiting'),
					);
					await editor.page.goto(firstLink(mail));
					await editor.page.getByText('Another time for the driver').first().waitFor();
					expect(state() === 'pushed', 'Opening the page decided');
					await editor.page.getByText(clicked, { exact: true }).click();
					await checks.screenshot(`the page that decides, ${clicked}`);
					await editor.page.locator('button[type="submit"], #submit-btn').click();
					await until(
						`a driver that is ${expectedState}`,
						async () => await Promise.resolve(state() === expectedState),
					);
				},
			);
		}
		await checks.check(
			'Shopify to DeliverIt: both executions end well',
			async () => await waitForSucceeded(environment, workflow, decisions.length, 'executions of Shopify to DeliverIt'),
		);
		await rest.unpublish(workflow.id);
	} finally {
		await mailbox.close();
		Object.assign(settings, savedSettings);
	}
}
