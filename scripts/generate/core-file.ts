import { carriers } from '../../shared/registry';

/** What a shell may import besides its carriers, and the file that has it. */
const sources: Readonly<Record<string, string>> = {
	actionNode: 'nodes/adapter/action-node',
	// The node that books at any carrier: the pack of all has it, and no package of one carrier.
	anyCarrierNode: 'nodes/adapter/any-carrier-node',
	carriers: 'shared/registry',
	pollNode: 'nodes/adapter/poll-node',
	webhookNode: 'nodes/adapter/webhook-node',
	authenticate: 'nodes/adapter/authenticate',
	credentialTest: 'nodes/adapter/authenticate',
	preAuthenticate: 'nodes/adapter/authenticate',
	credentialProperties: 'nodes/adapter/credential-properties',
	oauthProperties: 'nodes/adapter/credential-properties',
	...Object.fromEntries(carriers.map(({ id }) => [id, `shared/carriers/${id}/carrier`])),
};

const relativeImport = /import\s+\{([^}]*)\}\s+from\s+'(\.[^']*)'/g;

/** The names that a shell takes from core. Whatever else it imports would be missing in the package. */
function namesFromCore(path: string, text: string): string[] {
	return [...text.matchAll(relativeImport)].flatMap(([, names = '', from = '']) => {
		if (!/^(\.\.\/)+core$/.test(from)) throw new Error(`${path} imports ${from}; a shell imports from core only`);
		return names
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== '');
	});
}

function sourceOf(name: string): string {
	const source = sources[name];
	if (source === undefined)
		throw new Error(`A shell imports ${name} from core, which scripts/generate/core-file.ts does not know`);
	return source;
}

/**
 * The one file that a package bundles: what its shells import, and through that all of shared/ and the adapter that
 * they need. One bundle for all nodes of a package, because they share the limiter, the locks and the store.
 */
export function coreFile(shells: Readonly<Record<string, string>>, toRoot: string): string {
	const names = new Set(Object.entries(shells).flatMap(([path, text]) => namesFromCore(path, text)));
	const bySource = new Map<string, string[]>();
	for (const name of [...names].sort()) bySource.set(sourceOf(name), [...(bySource.get(sourceOf(name)) ?? []), name]);
	return [
		'// Written by "npm run generate": what the nodes and credentials of this package import. It is bundled to dist/core.js.',
		...[...bySource]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([source, exported]) => `export { ${exported.join(', ')} } from '${toRoot}${source}';`),
		'',
	].join('\n');
}
