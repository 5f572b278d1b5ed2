import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod/v4';

const run = promisify(execFile);
const manifest = z.looseObject({
	name: z.string(),
	version: z.string(),
	dependencies: z.record(z.string(), z.string()).optional(),
});

/**
 * Installs a packed package as n8n installs a community package: unpacked, without its development dependencies,
 * and with its dependencies installed. Ours has none, so no registry is contacted.
 */
export async function installPackage(home: string, tarball: string): Promise<{ name: string; version: string }> {
	const nodes = join(home, '.n8n/nodes');
	const staging = join(nodes, '.arriving');
	await rm(staging, { recursive: true, force: true });
	await mkdir(staging, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', staging, '--strip-components=1']);
	const packageJson = manifest.parse(JSON.parse(await readFile(join(staging, 'package.json'), 'utf8')));
	if (Object.keys(packageJson.dependencies ?? {}).length > 0)
		throw new Error(`${packageJson.name} has dependencies, which n8n would have to fetch`);
	await writeFile(
		join(staging, 'package.json'),
		JSON.stringify(
			{ ...packageJson, devDependencies: undefined, peerDependencies: undefined, optionalDependencies: undefined },
			null,
			'\t',
		),
	);
	const target = join(nodes, 'node_modules', packageJson.name);
	await rm(target, { recursive: true, force: true });
	await mkdir(join(nodes, 'node_modules'), { recursive: true });
	await rename(staging, target);
	return { name: packageJson.name, version: packageJson.version };
}
