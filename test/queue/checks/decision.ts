import assert from 'node:assert/strict';

import { deliverit } from '../../../shared/carriers/deliverit/carrier';
import { sandboxFields } from '../../../sandbox/hosts/n8n-server';
import { readyWorkflow, withCredentials } from '../../../sandbox/n8n/ready-workflows';
import { firstLink, startMailbox, type Mailbox } from '../../../sandbox/shops/mailbox';
import { withWebhookTrigger, shopifyOrder } from '../../../sandbox/shops/shopify';
import type { Check, QueueEnvironment } from '../check';

const PATH = 'decision';

async function createWorkflow(
	{ cluster: { rest }, sandbox, urls }: QueueEnvironment,
	mailbox: Mailbox,
): Promise<{ id: string }> {
	const stored = [
		await rest.storeCredential('DeliverIt', 'deliverItApi', sandboxFields(deliverit, sandbox, urls)),
		await rest.storeCredential('Mail', 'smtp', mailbox.credential),
	];
	const workflow = await rest.createWorkflow(
		withCredentials(withWebhookTrigger(PATH, readyWorkflow('shopify-order-to-deliverit.json')), stored),
	);
	await rest.publish(workflow);
	return workflow;
}

/** Opens the page that the mail leads to and sends its form. */
async function submitDecision(link: string, decision: string): Promise<void> {
	const page = await fetch(link);
	const text = await page.text();
	assert.equal(page.status, 200, `the form's page: ${text.slice(0, 200)}`);
	const form = new FormData();
	// As the page's own script sends a choice.
	form.append('field-0', JSON.stringify([decision]));
	const response = await fetch(link, { method: 'POST', body: form });
	assert.ok(response.ok, `the form was answered with ${response.status}: ${(await response.text()).slice(0, 200)}`);
}

const decisions = [
	['Accept', 'booked'],
	['Turn down', 'denied'],
] as const;

export const decision: Check = {
	title:
		"The ready workflow Shopify to DeliverIt: a person decides on n8n's own form, and a page that is only opened decides nothing",
	run: async (environment) => {
		const { rest, url } = environment.cluster;
		const { settings } = environment.sandbox.deliverit;
		// These checks run at any hour of the day.
		settings.openingHours = { from: '00:00', to: '24:00' };
		settings.push = { kind: 'always', minutes: 25 };
		const mailbox = await startMailbox();
		try {
			const workflow = await createWorkflow(environment, mailbox);
			const results: string[] = [];
			const seenExecutions = new Set<string | number>();
			for (const [at, [clicked, state]] of decisions.entries()) {
				await fetch(`${url}/webhook/${PATH}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(shopifyOrder(2_001 + at)),
				});
				const { execution, run } = await rest.waitForExecution(workflow.id, ({ id }) => !seenExecutions.has(id));
				seenExecutions.add(execution.id);
				assert.equal(
					execution.status,
					'waiting',
					`the workflow did not wait: ${run.error?.message ?? Object.keys(run.runData).join(', ')}`,
				);
				const link = firstLink(mailbox.mails[at]);
				await (await fetch(link)).text();
				assert.equal(environment.sandbox.deliverit.orders.at(-1)?.state, 'pushed', 'opening the page decided');
				await submitDecision(link, clicked);
				await rest.waitForExecution(workflow.id, ({ id, status }) => id === execution.id && status !== 'waiting');
				assert.equal(environment.sandbox.deliverit.orders.at(-1)?.state, state);
				results.push(`"${clicked}": ${state}`);
			}
			await rest.unpublish(workflow.id);
			return results.join(', ');
		} finally {
			await mailbox.close();
		}
	},
};
