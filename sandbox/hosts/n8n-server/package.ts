import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod/v4';

const run = promisify(execFile);
const manifest = z.looseObject({ name: z.string(), version: z.string(), dependencies: z.record(z.string(), z.string()).optional() });

/**
 * Puts a packed package where n8n puts a community package, in the way n8n does: unpacked, without what only its authors need,
 * and with its dependencies installed. Ours has none, so no registry is asked.
 */
export async function installPackage(home: string, tarball: string): Promise<{ name: string; version: string }> {
	const nodes = join(home, '.n8n/nodes');
	const arriving = join(nodes, '.arriving');
	await rm(arriving, { recursive: true, force: true });
	await mkdir(arriving, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', arriving, '--strip-components=1']);
	const kept = manifest.parse(JSON.parse(await readFile(join(arriving, 'package.json'), 'utf8')));
	if (Object.keys(kept.dependencies ?? {}).length > 0) throw new Error(`${kept.name} has dependencies, which n8n would have to fetch`);
	await writeFile(join(arriving, 'package.json'), JSON.stringify({ ...kept, devDependencies: undefined, peerDependencies: undefined, optionalDependencies: undefined }, null, '\t'));
	const place = join(nodes, 'node_modules', kept.name);
	await rm(place, { recursive: true, force: true });
	await mkdir(join(nodes, 'node_modules'), { recursive: true });
	await rename(arriving, place);
	return { name: kept.name, version: kept.version };
}
