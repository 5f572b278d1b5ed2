// Loads installed community packages as n8n does at its start, in the order of its arguments, and prints what came of
// it. node load-as-n8n.cjs <n8n-core> <package folder>...; NODE_PATH names the modules that n8n shares.
const [core, ...folders] = process.argv.slice(2);
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const Module = require('node:module');

// The engine finds its own packages where it is installed; only the packages under test see NODE_PATH.
const fromCore = Module.createRequire(join(core, 'package.json'));
fromCore('reflect-metadata');
const { LazyPackageDirectoryLoader, PackageDirectoryLoader, resolveOutputSchemaPath } = fromCore(core);
// n8n has loaded these long before.
for (const shared of ['n8n-workflow', 'zod/v4', 'luxon']) require(shared);

/** n8n serves icons as /icons/<package>/<path>: what of that is not on disk. */
function missingIcons({ iconUrl }, { directory, packageName }) {
	const urls = typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? { none: 'none' });
	return urls.filter((url) => !existsSync(join(directory, url.replace(`icons/${packageName}/`, ''))));
}

/** Every resource and operation that a person can choose. */
function choices(properties) {
	const shownFor = (property) => property.displayOptions?.show?.resource ?? [];
	return properties
		.filter((property) => property.name === 'operation')
		.flatMap((property) =>
			shownFor(property).flatMap((resource) => property.options.map(({ value }) => ({ resource, operation: value }))),
		);
}

function describeNode({ type, sourcePath }, loader) {
	const { description } = type;
	const operations = choices(description.properties);
	const nodeDir = join(loader.directory, sourcePath, '..');
	const schemaOf = (choice) => resolveOutputSchemaPath({ nodeDir, version: 1, ...choice });
	return {
		name: description.name,
		displayName: description.displayName,
		missingIcons: missingIcons(description, loader),
		categories: description.codex?.categories ?? [],
		credentials: (description.credentials ?? []).map((each) => each.name),
		properties: description.properties.length,
		operations: operations.length,
		withoutSchema: operations.filter((choice) => !existsSync(schemaOf(choice) ?? '')),
		runs: ['execute', 'poll', 'webhook'].filter((method) => typeof type[method] === 'function'),
	};
}

/** What n8n's form of a credential shows, without what names the package. */
const PACKAGE_KEYS = new Set(['icon', 'iconUrl', 'supportedNodes']);
const formOf = ({ type }) => JSON.stringify(type, (key, value) => (PACKAGE_KEYS.has(key) ? undefined : value));

async function load(folder) {
	const eager = new PackageDirectoryLoader(folder);
	const startedAt = performance.now();
	await eager.loadAll();
	const loadMs = performance.now() - startedAt;
	const lazy = new LazyPackageDirectoryLoader(folder);
	await lazy.loadAll();
	return {
		packageName: eager.packageName,
		loadMs,
		nodes: Object.values(eager.nodeTypes).map((each) => describeNode(each, eager)),
		credentials: Object.values(eager.credentialTypes).map((each) => ({
			name: each.type.name,
			supportedNodes: each.type.supportedNodes,
			missingIcons: missingIcons(each.type, eager),
			form: formOf(each),
		})),
		lazy: {
			isLazy: lazy.isLazyLoaded,
			types: lazy.types.nodes.map((each) => each.name),
			loadedOnDemand: Object.keys(lazy.known.nodes).map((name) => lazy.getNode(name).type.description.name),
			credentials: Object.keys(lazy.known.credentials).map((name) => lazy.getCredential(name).type.name),
		},
	};
}

async function main() {
	const loaded = [];
	for (const folder of folders) loaded.push(await load(folder));
	process.stdout.write(JSON.stringify(loaded));
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
