import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { PackageDirectoryLoader } from 'n8n-core';

const root = join(__dirname, '../../..');

export const PACKAGE = 'n8n-nodes-waybill';

/** The nodes and credential types that an n8n has installed, by name. */
export interface Installed {
	nodes: ReadonlyMap<string, INodeType>;
	credentials: ReadonlyMap<string, ICredentialType>;
}

const load = createRequire(__filename);

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

/** What a shell exports under its file's name, made: "dist/nodes/Cyke/Cyke.node.js" has the class Cyke. */
function fromSource<Shell>(folder: string, compiled: string): Shell {
	const path = compiled.replace(/^dist\//, '').replace(/\.js$/, '');
	const className = basename(path).replace(/\.(node|credentials)$/, '');
	// The shells have no type in common before they are made; n8n takes them by the same convention.
	const exported = load(join(root, folder, path)) as Record<string, (new () => Shell) | undefined>;
	const Shell = exported[className];
	if (!Shell) throw new Error(`${path} does not export ${className}`);
	return new Shell();
}

/** Straight from the sources, as the package.json of each folder lists them: the pack's is the root. */
export function fromSources(folders: readonly string[] = ['.']): Installed {
	const packages = folders.map((folder) => ({
		folder,
		manifest: load(join(root, folder, 'package.json')) as Manifest,
	}));
	return {
		nodes: new Map(
			packages.flatMap(({ folder, manifest: { name, n8n } }) =>
				n8n.nodes.map((path): [string, INodeType] => {
					const node = fromSource<INodeType>(folder, path);
					return [`${name}.${node.description.name}`, node];
				}),
			),
		),
		credentials: new Map(
			packages.flatMap(({ folder, manifest: { n8n } }) =>
				n8n.credentials.map((path): [string, ICredentialType] => {
					const credential = fromSource<ICredentialType>(folder, path);
					return [credential.name, credential];
				}),
			),
		),
	};
}

/**
 * As n8n loads installed packages: folders with package.json and dist. Node types carry their package's name;
 * credential types do not, and of two with one name the later package's counts.
 */
export async function fromPackages(folders: readonly string[]): Promise<Installed> {
	const nodes = new Map<string, INodeType>();
	const credentials = new Map<string, ICredentialType>();
	for (const folder of folders) {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		for (const [name, { type }] of Object.entries(loader.nodeTypes)) {
			if ('description' in type && !('nodeVersions' in type)) nodes.set(`${loader.packageName}.${name}`, type);
		}
		for (const [name, { type }] of Object.entries(loader.credentialTypes)) credentials.set(name, type);
	}
	return { nodes, credentials };
}
