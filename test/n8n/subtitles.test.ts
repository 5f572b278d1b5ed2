import type { INodeParameters } from 'n8n-workflow';

import { fromSources, PACKAGE } from '../../sandbox/hosts/n8n/installed';
import { createNode } from '../../sandbox/hosts/n8n/node';
import { workflowOf } from '../../sandbox/hosts/n8n/workflow';
import { nodeType } from './run-on-n8n';
import { carriers } from '../../shared/registry';
import { hubrise } from '../../shared/carriers/hubrise/carrier';

const installed = fromSources();

/** As n8n's canvas works out the line under a node's name. */
function subtitleOf(type: string, parameters: INodeParameters) {
	const node = createNode(installed, { type, parameters });
	const workflow = workflowOf(installed, { nodes: [node], connections: {} });
	const { subtitle = '' } = installed.nodes.get(type)?.description ?? {};
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
}

describe('the line under a node says in words what it does', () => {
	test.each(carriers.map((carrier) => ({ name: carrier.title, carrier })))('$name: each action', ({ carrier }) => {
		for (const { resource, verb, title } of carrier.actions)
			expect(subtitleOf(nodeType(carrier), { resource, operation: verb })).toBe(title);
	});

	test('a trigger: its event', () => {
		expect(subtitleOf(`${nodeType(hubrise)}Trigger`, { event: 'orderStatusChanged' })).toBe('Order status changed');
	});

	test('a webhook trigger: its events, or all of them', () => {
		const type = `${nodeType(hubrise)}WebhookTrigger`;
		expect(subtitleOf(type, { events: [] })).toBe('All events');
		const [first, second] = hubrise.webhookTriggers[0]?.events ?? [];
		expect(subtitleOf(type, { events: [first?.value ?? '', second?.value ?? ''] })).toBe(
			`${first?.label}, ${second?.label}`,
		);
	});

	test('the node for any carrier: what it does, and where', () => {
		const type = `${PACKAGE}.waybill`;
		expect(subtitleOf(type, { operation: 'book', carrier: 'hubrise' })).toBe('Book Shop Order: HubRise');
		expect(subtitleOf(type, { operation: 'get', carrier: '={{ "cyke" }}' })).toBe('Get by Reference: Cyke');
	});
});
