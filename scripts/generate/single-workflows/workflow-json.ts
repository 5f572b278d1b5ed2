import { createHash } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { credentialName, typeName } from '../../../nodes/adapter/names';
import type { Carrier } from '../../../shared/declare/carrier';
import { carriers } from '../../../shared/registry';
import { packageName, packOfAll } from '../package-names';

/** A node of a workflow, as n8n exports it. */
export interface NodeJson {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [x: number, y: number];
	parameters: INodeParameters;
	disabled?: boolean;
	credentials?: Record<string, { id: string; name: string }>;
}

interface Target {
	node: string;
	type: 'main';
	index: number;
}

/** The targets of each output of a node. */
export type Outputs = Target[][];

/** A workflow as n8n exports it. */
export interface WorkflowJson {
	id: string;
	name: string;
	nodes: NodeJson[];
	connections: Record<string, { main: Outputs }>;
	pinData: Record<string, { json: IDataObject }[]>;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** n8n knows a workflow by sixteen letters and digits; all forms can be imported side by side. */
export const otherId = (id: string, form: string) => `way1${digest(`${form}${id}`).slice(0, 12)}`;

/** For a step that one of the pack became, in the form of n8n's node ids. */
export function stepId(id: string, name: string): string {
	const hex = digest(`${id} ${name}`);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const targetOf = (node: string): Target => ({ node, type: 'main', index: 0 });

export const isOurs = ({ type }: NodeJson) => type.startsWith(`${packOfAll}.`);

/** The node for any carrier, which no package with one carrier has. */
export const isForAny = ({ type }: NodeJson) => type === `${packOfAll}.waybill`;

export const isNote = ({ type }: NodeJson) => type === 'n8n-nodes-base.stickyNote';

const nodeName = ({ type }: NodeJson) => type.slice(packOfAll.length + 1);

/** The carrier of a node; "cykeTrigger" is one of the nodes of Cyke. */
export const carrierOf = (node: NodeJson): Carrier | undefined =>
	isOurs(node)
		? carriers.find((carrier) =>
				['', 'Trigger', 'WebhookTrigger'].some((kind) => `${typeName(carrier)}${kind}` === nodeName(node)),
			)
		: undefined;

/** The same node in the package of its carrier. */
export function inItsPackage(node: NodeJson): NodeJson {
	const carrier = carrierOf(node);
	return carrier ? { ...node, type: `${packageName(carrier)}.${nodeName(node)}` } : node;
}

export const accountOf = (carrier: Carrier): NodeJson['credentials'] => ({
	[credentialName(carrier)]: { id: `${carrier.id}-account`, name: `${carrier.title} account` },
});

/** "Cyke: delivery moved" beside "Cubyn: delivery moved": triggers of which a shop needs only that of its carrier. */
export function alternatives({ nodes }: WorkflowJson): NodeJson[] {
	const newsOf = (node: NodeJson) => {
		const title = carrierOf(node)?.title;
		return title !== undefined && node.name.startsWith(`${title}: `) ? node.name.slice(title.length) : undefined;
	};
	return nodes.filter((node) => {
		const news = newsOf(node);
		return news !== undefined && nodes.some((other) => other !== node && newsOf(other) === news);
	});
}

/** Carriers that the steps for any carrier may book at: the order does not come from them. */
export function choices(workflow: WorkflowJson): Carrier[] {
	const either = alternatives(workflow);
	const fixed = workflow.nodes.filter((node) => !either.includes(node)).map(carrierOf);
	return carriers.filter(
		(carrier) =>
			carrier.shopOrder !== undefined &&
			!fixed.includes(carrier) &&
			(either.length === 0 || either.some((node) => carrierOf(node) === carrier)),
	);
}
