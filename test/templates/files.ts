import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowFile } from '../../sandbox/hosts/n8n';

const folder = join(__dirname, '../../templates/n8n');

let variant = '';

/** From here on, a workflow is taken in the form of this folder: "single" or "single/cyke". */
export function takeVariant(folderOfVariant: string): void {
	variant = folderOfVariant;
}

export function workflowFile(name: string): WorkflowFile {
	return JSON.parse(readFileSync(join(folder, variant, `${name}.json`), 'utf8'));
}

/** The same workflow, in which n8n tries a step again at once: its pauses are n8n's own, and change no result. */
export const withoutPauses = (file: WorkflowFile): WorkflowFile => ({
	...file,
	nodes: file.nodes.map((node) => (node.retryOnFail === true ? { ...node, waitBetweenTries: 1 } : node)),
});

export const workflowFiles: readonly [string, WorkflowFile][] = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length))
	.map((name) => [name, workflowFile(name)]);

/** The forms for single packages, by their path without the ending: "cyke/shopify-morning-run". */
export const singleFiles: readonly [string, WorkflowFile][] = readdirSync(join(folder, 'single'), {
	recursive: true,
	encoding: 'utf8',
})
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replaceAll('\\', '/').slice(0, -'.json'.length))
	.map((name) => [name, workflowFile(`single/${name}`)]);
