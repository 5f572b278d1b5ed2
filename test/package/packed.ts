import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { packageName, packOfAll } from '../../scripts/generate/package-names';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { callScript, root, runNode, type ProcessResult } from './run-node';

export interface Packed {
	name: string;
	/** With the tarball in it. */
	folder: string;
	filename: string;
	unpacked: string;
	bytes: number;
	files: string[];
}

/** Every package that npm gets, and the carriers in it. */
export const packages: readonly { name: string; carriers: readonly Carrier[] }[] = [
	{ name: packOfAll, carriers },
	...carriers.map((carrier) => ({ name: packageName(carrier), carriers: [carrier] })),
];

export async function packAll(): Promise<ReadonlyMap<string, Packed>> {
	const all = await callScript<Packed[]>('scripts/lint/pack.mjs', 'packAll');
	return new Map(all.map((each) => [each.name, each]));
}

/** What n8n lets a community package take from its own modules, of what we use. */
const hostModules = ['n8n-workflow', 'zod', 'luxon'];

export interface N8nFolder {
	home: string;
	/** Where a package is installed. */
	folderOf(name: string): string;
	/** Loads packages in this order, in a Node of its own. */
	load(names: readonly string[], node?: string): Promise<ProcessResult>;
	remove(): Promise<void>;
}

/** As n8n installs: unpacked beside nothing else, without the packages that development needs. */
async function install({ unpacked }: Packed, target: string): Promise<void> {
	await mkdir(dirname(target), { recursive: true });
	await cp(unpacked, target, { recursive: true });
	const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8'));
	for (const list of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[list];
	await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
}

/** A folder as n8n has it, with these packages installed. */
export async function n8nFolder(all: Iterable<Packed>): Promise<N8nFolder> {
	const home = await mkdtemp(join(tmpdir(), 'waybill-n8n-'));
	const folderOf = (name: string) => join(home, '.n8n/nodes/node_modules', name);
	for (const packed of all) await install(packed, folderOf(packed.name));
	await mkdir(join(home, 'host'));
	for (const name of hostModules) await symlink(join(root, 'node_modules', name), join(home, 'host', name), 'dir');
	return {
		home,
		folderOf,
		load: async (names, node) =>
			await runNode([join(__dirname, 'load-as-n8n.cjs'), join(root, 'node_modules/n8n-core'), ...names.map(folderOf)], {
				cwd: home,
				node,
				env: { NODE_PATH: join(home, 'host'), NODE_OPTIONS: undefined },
			}),
		remove: async () => await rm(home, { recursive: true, force: true }),
	};
}
