import assert from 'node:assert/strict';

import { z } from 'zod/v4';

import { deliverit } from '../../../shared/carriers/deliverit/carrier';
import { sandboxFields, until, type StoredCredential } from '../../../sandbox/hosts/n8n-server';
import { preparedWorkflow } from '../../../sandbox/n8n/prepared-workflow';
import { withCredentials } from '../../../sandbox/n8n/ready-workflows';
import { linksIn, startMailbox, type Mailbox } from '../../../sandbox/shops/mailbox';
import { orderInOdense } from '../../../sandbox/shops/order-in-odense';
import { startWooCommerce, type WooCommerce } from '../../../sandbox/shops/woocommerce';
import type { Check, QueueEnvironment } from '../check';

const login = { user: 'shop', password: 'counter' };
const authorization = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;

/** Publishes a workflow; gives the address of its form. */
async function publish(
	{ cluster: { rest, url } }: QueueEnvironment,
	stored: readonly StoredCredential[],
	file: string,
	settings: Readonly<Record<string, unknown>>,
): Promise<{ id: string; form: string }> {
	const workflow = await rest.createWorkflow(withCredentials(preparedWorkflow(file, settings), stored));
	await rest.publish(workflow);
	const answer = workflow.nodes.find(({ name }) => name === 'Answer');
	return { id: workflow.id, form: `${url}/form/${answer?.webhookId}` };
}

async function publishBoth(environment: QueueEnvironment, shop: WooCommerce, mailbox: Mailbox): Promise<string[]> {
	const { rest } = environment.cluster;
	const { sandbox, urls } = environment;
	const stored = [
		await rest.storeCredential('DeliverIt', 'deliverItApi', sandboxFields(deliverit, sandbox, urls)),
		await rest.storeCredential('Shop', 'wooCommerceApi', shop.credential),
		await rest.storeCredential('Mail', 'smtp', mailbox.credential),
		await rest.storeCredential('Form', 'httpBasicAuth', login),
	];
	const common = { shopAddress: shop.url };
	const answers = await publish(environment, stored, 'woocommerce-proposed-times.json', common);
	const orders = await publish(environment, stored, 'woocommerce-orders-to-a-courier.json', {
		...common,
		carrier: 'deliverit',
		answerAddress: answers.form,
	});
	return [orders.id, answers.id];
}

/** Opens a link of the mail, and sends what its page is filled with. */
async function press(link: string, isDecided: () => boolean): Promise<void> {
	const page = await (await fetch(link, { headers: { authorization } })).text();
	assert.ok(page.includes('Another time for the driver'), `the form's page: ${page.slice(0, 200)}`);
	assert.equal(isDecided(), false, 'opening the page decided');
	const { choice, reference, orderKey, id, time } = z
		.record(z.string(), z.string())
		.parse(Object.fromEntries(new URL(link).searchParams));
	const form = new FormData();
	// As the page's own script sends its fields, in their order.
	for (const [at, value] of [JSON.stringify([choice]), reference, orderKey, id, time].entries())
		form.append(`field-${at}`, value ?? '');
	const response = await fetch(link.split('?')[0] ?? '', { method: 'POST', body: form, headers: { authorization } });
	assert.ok(response.ok, `the form was answered with ${response.status}: ${(await response.text()).slice(0, 200)}`);
}

const decisions = [
	['Accept', 'booked'],
	['Turn down', 'denied'],
] as const;

export const decision: Check = {
	title:
		"The ready workflow for proposed times: a person decides on n8n's own form, and a page that is only opened decides nothing",
	run: async (environment) => {
		const { settings } = environment.sandbox.deliverit;
		// These checks run at any hour of the day.
		settings.openingHours = { from: '00:00', to: '24:00' };
		settings.push = { kind: 'always', minutes: 25 };
		const [shop, mailbox] = [await startWooCommerce(), await startMailbox()];
		try {
			const published = await publishBoth(environment, shop, mailbox);
			const results: string[] = [];
			for (const [at, [choice, state]] of decisions.entries()) {
				const number = String(2_001 + at);
				const states = () =>
					environment.sandbox.deliverit.orders
						.filter(({ remarks }) => remarks.includes(`[ref:WC-${number}]`))
						.map((each) => each.state);
				shop.put(orderInOdense(number));
				await shop.callWebhook(number);
				const mail = await until('the mail that asks', async () =>
					mailbox.mails.find(({ subject }) => subject?.includes(number)),
				);
				const link = linksIn(mail).find((each) => each.endsWith(`choice=${encodeURIComponent(choice)}`)) ?? '';
				await press(link, () => states().some((each) => each !== 'pushed'));
				await until(`a driver that is ${state}`, async () => states().includes(state));
				results.push(`"${choice}": ${state}`);
			}
			for (const id of published) await environment.cluster.rest.unpublish(id);
			return results.join(', ');
		} finally {
			shop.close();
			await mailbox.close();
		}
	},
};
