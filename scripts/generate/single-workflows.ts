import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { typeName } from '../../nodes/adapter/names';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { packageName, packOfAll } from './package-names';

const folder = 'templates/n8n';
const root = join(__dirname, '../..');

interface WorkflowText {
	id: string;
	nodes: { type: string; webhookId?: string }[];
}

/** "cykeTrigger" is one of the nodes of Cyke. */
const hasNode = (carrier: Carrier, node: string) =>
	[typeName(carrier), `${typeName(carrier)}Trigger`, `${typeName(carrier)}WebhookTrigger`].includes(node);

/** The type in the package of one carrier, or undefined for a node that only the pack of all has. */
function singleType(type: string): string | undefined {
	const node = type.slice(packOfAll.length + 1);
	const carrier = carriers.find((each) => hasNode(each, node));
	return carrier && `${packageName(carrier)}.${node}`;
}

const isOurs = ({ type }: { type: string }) => type.startsWith(`${packOfAll}.`);

/** n8n knows a workflow by sixteen letters and digits; both forms can be imported side by side. */
const otherId = (id: string) => `way1${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;

/** The same with nodes of the packages with one carrier each, or undefined if it needs the pack of all. */
function forSinglePackages(text: string): string | undefined {
	const workflow: WorkflowText = JSON.parse(text);
	const ours = workflow.nodes.filter(isOurs);
	if (ours.length === 0 || ours.some(({ type }) => singleType(type) === undefined)) return undefined;
	const nodes = workflow.nodes.map((node) => (isOurs(node) ? { ...node, type: singleType(node.type) } : node));
	return `${JSON.stringify({ ...workflow, id: otherId(workflow.id), nodes }, null, '\t')}\n`;
}

const ready = (): [file: string, text: string][] =>
	readdirSync(join(root, folder))
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => [file, readFileSync(join(root, folder, file), 'utf8')]);

/** The ready workflows for whoever installs single packages: path and text. */
export const singleWorkflows = (): Record<string, string> =>
	Object.fromEntries(
		ready().flatMap(([file, text]) => {
			const single = forSinglePackages(text);
			return single === undefined ? [] : [[`${folder}/single/${file}`, single]];
		}),
	);

/** Ready workflows that use a carrier: path in the repository, and name. */
export function workflowsOf(carrier: Carrier): { path: string; name: string }[] {
	return Object.entries(singleWorkflows()).flatMap(([path, text]) => {
		const { name, nodes }: { name: string; nodes: { type: string }[] } = JSON.parse(text);
		return nodes.some(({ type }) => type.startsWith(`${packageName(carrier)}.`)) ? [{ path, name }] : [];
	});
}
