import { everyTenSeconds, everyTenSecondsOfSchedule, type WorkflowBody, type WorkflowNode } from '../hosts/n8n-server';
import { credentialName, typeName } from '../../nodes/adapter/names';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { readyWorkflow } from './ready-workflows';

const SOON_SECONDS = 3;

type Parameters = WorkflowNode['parameters'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Settings as a person fills them in. */
function withSettings({ assignments }: Parameters, values: Readonly<Record<string, unknown>>): Parameters {
	const listed = isRecord(assignments) && Array.isArray(assignments.assignments) ? assignments.assignments : [];
	return {
		assignments: {
			assignments: listed.map((each: unknown) =>
				isRecord(each) && String(each.id) in values ? { ...each, value: values[String(each.id)] } : each,
			),
		},
	};
}

/** Schedules, polling triggers and waits: within seconds, where a shop has minutes. */
function soon({ type }: WorkflowNode): Parameters {
	if (type === 'n8n-nodes-base.scheduleTrigger') return { rule: everyTenSecondsOfSchedule };
	if (type === 'n8n-nodes-base.wait') return { amount: SOON_SECONDS, unit: 'seconds' };
	return /^n8n-nodes-waybill\.\w+(?<!Webhook)Trigger$/.test(type) ? { pollTimes: everyTenSeconds } : {};
}

const PACK = 'n8n-nodes-waybill';

/** The credential of the carrier in each step that is for all of them, and its trigger in the place of the others. */
function atCarrier(node: WorkflowNode, carrier: Carrier): WorkflowNode {
	if (node.type === `${PACK}.waybill`)
		return { ...node, credentials: { [credentialName(carrier)]: { id: '', name: '' } } };
	const triggers = carriers.map((each) => `${PACK}.${typeName(each)}Trigger`);
	return triggers.includes(node.type)
		? { ...node, disabled: node.type !== `${PACK}.${typeName(carrier)}Trigger` }
		: node;
}

/** A ready workflow as its owner sets it up by the note on its canvas, and with hardly a wait. */
export function preparedWorkflow(file: string, settings: Readonly<Record<string, unknown>>): WorkflowBody {
	const body = readyWorkflow(file);
	const carrier = carriers.find(({ id }) => id === settings.carrier);
	const nodes = body.nodes.map((node) => ({
		...(carrier ? atCarrier(node, carrier) : node),
		parameters: {
			...node.parameters,
			...soon(node),
			...(node.name === 'Settings' ? withSettings(node.parameters, settings) : {}),
		},
	}));
	return { ...body, nodes };
}
