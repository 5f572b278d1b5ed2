import assert from 'node:assert/strict';

import { deliverit } from '../../../shared/carriers/deliverit/carrier';
import { itemsOf, sandboxFields, type WorkflowNode } from '../../hosts/n8n-server';
import { readyWorkflows } from '../../n8n/ready-workflows';
import type { Check, Stage } from '../check';

const FILE = 'shopify-order-to-deliverit.json';
const PATH = 'decision';

/** Shopify and a mail server cannot be had here: a webhook gives the order, and the link of the mail is kept. All else is the template's own. */
function replaced(node: WorkflowNode, credential: { id: string; name: string }): WorkflowNode {
	if (node.name === 'New order') return { ...node, type: 'n8n-nodes-base.set', typeVersion: 3.4, credentials: {}, parameters: { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} } };
	if (node.name === 'Ask the shop') {
		const link = { id: 'link', name: 'link', type: 'string', value: '={{ $execution.resumeFormUrl }}' };
		return { ...node, type: 'n8n-nodes-base.set', typeVersion: 3.4, credentials: {}, parameters: { assignments: { assignments: [link] }, includeOtherFields: true, options: {} } };
	}
	return node.credentials && 'deliverItApi' in node.credentials ? { ...node, credentials: { deliverItApi: credential } } : node;
}

const order = (id: number) => ({
	id,
	name: `#${id}`,
	created_at: new Date().toISOString(),
	note: '',
	shipping_lines: [{ title: 'Local delivery' }],
	shipping_address: { first_name: 'Freja', last_name: 'Holm', address1: 'Vestergade 10', zip: '5000', city: 'Odense C', phone: '12345678', latitude: 55.3957969, longitude: 10.3912053 },
});

async function make(stage: Stage): Promise<{ id: string }> {
	const { rest } = stage.cluster;
	const stored = await rest.storeCredential('DeliverIt', 'deliverItApi', sandboxFields(deliverit, stage.sandbox, stage.urls));
	const body = readyWorkflows().find(({ file }) => file === FILE)?.body;
	assert.ok(body, `${FILE} is not there`);
	const call: WorkflowNode = { name: 'Call', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [-200, 0], webhookId: crypto.randomUUID(), parameters: { httpMethod: 'POST', path: PATH, options: {} } };
	const nodes = [call, ...body.nodes.map((node) => replaced(node, { id: stored.id, name: stored.name }))];
	const workflow = await rest.makeWorkflow({ ...body, nodes, connections: { ...body.connections, Call: { main: [[{ node: 'New order', type: 'main', index: 0 }]] } } });
	await rest.publish(workflow);
	return workflow;
}

/** Opens the page that the mail leads to and sends its form. */
async function click(link: string, decision: string): Promise<void> {
	const page = await fetch(link);
	const text = await page.text();
	assert.equal(page.status, 200, `the form's page: ${text.slice(0, 200)}`);
	const form = new FormData();
	// As the page's own script sends a choice.
	form.append('field-0', JSON.stringify([decision]));
	const sent = await fetch(link, { method: 'POST', body: form });
	assert.ok(sent.ok, `the form was answered with ${sent.status}: ${(await sent.text()).slice(0, 200)}`);
}

const decisions = [
	['Accept', 'booked'],
	['Turn down', 'denied'],
] as const;

export const decision: Check = {
	title: "The ready workflow Shopify to DeliverIt: a person decides on n8n's own form, and a page that is only opened decides nothing",
	run: async (stage) => {
		const { rest, url } = stage.cluster;
		const { settings } = stage.sandbox.deliverit;
		// These checks run at any hour of the day.
		settings.openingHours = { from: '00:00', to: '24:00' };
		settings.push = { kind: 'always', minutes: 25 };
		const workflow = await make(stage);
		const said: string[] = [];
		const known = new Set<string | number>();
		for (const [at, [clicked, state]] of decisions.entries()) {
			await fetch(`${url}/webhook/${PATH}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order(2_001 + at)) });
			const { execution, run } = await rest.outcome(workflow.id, ({ id }) => !known.has(id));
			known.add(execution.id);
			assert.equal(execution.status, 'waiting', `the workflow did not wait: ${run.error?.message ?? Object.keys(run.runData).join(', ')}`);
			const [asked] = itemsOf(run, 'Ask the shop');
			const link = String(asked?.link);
			await (await fetch(link)).text();
			assert.equal(stage.sandbox.deliverit.orders.at(-1)?.state, 'pushed', 'opening the page decided');
			await click(link, clicked);
			await rest.outcome(workflow.id, ({ id, status }) => id === execution.id && status !== 'waiting');
			assert.equal(stage.sandbox.deliverit.orders.at(-1)?.state, state);
			said.push(`"${clicked}": ${state}`);
		}
		await rest.unpublish(workflow.id);
		return said.join(', ');
	},
};
