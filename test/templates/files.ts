import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowFile } from '../../sandbox/hosts/n8n';

const folder = join(__dirname, '../../templates/n8n');

export function workflowFile(name: string): WorkflowFile {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

export const workflowFiles: readonly [string, WorkflowFile][] = readdirSync(folder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length))
	.map((name) => [name, workflowFile(name)]);
