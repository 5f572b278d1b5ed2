import { until } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow } from '../../../sandbox/n8n/ready-workflows';
import { linkIn, openMailbox } from '../../../sandbox/shops/mailbox';
import { calledAt, shopifyOrder } from '../../../sandbox/shops/shopify';
import { expect, expectText } from '../checks';
import type { World } from '../world';
import { importAndPublish, seeSucceeded } from './imported';

const PATH = 'shopify-order';

const decisions = [
	['Accept', 'booked'],
	['Turn down', 'denied'],
] as const;

/** The trigger is replaced, since n8n calls only shops of myshopify.com; mail, form and driver are the file's own. */
export async function shopifyToDeliverIt(world: World): Promise<void> {
	const { rest, checks, editor, sandbox, server } = world;
	const { settings } = sandbox.deliverit;
	const kept = { ...settings };
	// This run takes place at any hour of the day.
	Object.assign(settings, { openingHours: { from: '00:00', to: '24:00' }, push: { kind: 'always', minutes: 25 } });
	const mailbox = await openMailbox();
	let workflow = { id: '' };
	const state = () => sandbox.deliverit.orders.at(-1)?.state;
	try {
		await checks.check('Shopify to DeliverIt: imports the file and publishes it', async () => {
			const credential = await rest.storeCredential('Mail', 'smtp', mailbox.credential);
			workflow = await importAndPublish(world, calledAt(PATH, readyWorkflow('shopify-order-to-deliverit.json')), [credential]);
		});
		for (const [at, [clicked, wanted]] of decisions.entries()) {
			await checks.check(`Shopify to DeliverIt: another time is proposed, and "${clicked}" on the page of the mail decides`, async () => {
				await fetch(`${server.url}/webhook/${PATH}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(shopifyOrder(2_001 + at)) });
				const mail = await until('the mail that asks', async () => await Promise.resolve(mailbox.mails[at]));
				expectText(mail.text ?? '', /Asked for: \d\d:\d\d\s+Proposed: \d\d:\d\d/, 'The mail');
				// The mail is out before n8n has put the execution to rest.
				await until('the execution to wait', async () => (await rest.executions(workflow.id)).some(({ status }) => status === 'waiting'));
				await editor.page.goto(linkIn(mail));
				await editor.page.getByText('Another time for the driver').first().waitFor();
				expect(state() === 'pushed', 'Opening the page decided');
				await editor.page.getByText(clicked, { exact: true }).click();
				await checks.shot(`the page that decides, ${clicked}`);
				await editor.page.locator('button[type="submit"], #submit-btn').click();
				await until(`a driver that is ${wanted}`, async () => await Promise.resolve(state() === wanted));
			});
		}
		await checks.check('Shopify to DeliverIt: both executions end well', async () => await seeSucceeded(world, workflow, decisions.length, 'executions of Shopify to DeliverIt'));
		await rest.unpublish(workflow.id);
	} finally {
		await mailbox.close();
		Object.assign(settings, kept);
	}
}
