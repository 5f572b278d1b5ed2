import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import Module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { VersionedNodeType } from 'n8n-workflow';

import { version } from 'n8n-core/package.json';

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waybill', `n8n-nodes-base-${version}`);
const root = join(__dirname, '..');

/** n8n's own nodes are no dependency of the project: the package is fetched once for the comparison. */
function unpack(): void {
	if (existsSync(join(folder, 'package'))) return;
	mkdirSync(folder, { recursive: true });
	const [file = ''] = execFileSync('npm', ['pack', `n8n-nodes-base@${version}`, '--silent'], {
		cwd: folder,
		encoding: 'utf8',
	})
		.trim()
		.split('\n');
	execFileSync('tar', ['xzf', file], { cwd: folder });
}

type Load = (request: string, parent: { filename?: string } | undefined, isMain: boolean) => unknown;

/**
 * n8n's HTTP Request node, as n8n ships it. Its packages come from the project; the few that are missing here belong to
 * options for language models and are not used.
 */
export function httpRequestNode(): VersionedNodeType {
	unpack();
	const loader = Module as unknown as { _load: Load };
	const original = loader._load;
	const projectRequire = createRequire(join(root, 'package.json'));
	loader._load = (request, parent, isMain) => {
		const isForeign = parent?.filename?.startsWith(folder) === true && !request.startsWith('.');
		if (!isForeign) return original.call(Module, request, parent, isMain);
		try {
			return projectRequire(request) as unknown;
		} catch {
			return {};
		}
	};
	try {
		const path = join(folder, 'package/dist/nodes/HttpRequest/HttpRequest.node.js');
		const { HttpRequest } = createRequire(__filename)(path) as { HttpRequest: new () => VersionedNodeType };
		return new HttpRequest();
	} finally {
		loader._load = original;
	}
}
