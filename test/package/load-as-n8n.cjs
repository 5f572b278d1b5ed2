// Loads an installed community package as n8n does at its start, and prints what came of it.
// node load-as-n8n.cjs <n8n-core> <package folder>; NODE_PATH names the modules that n8n shares.
const [core, folder] = process.argv.slice(2);
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const Module = require('node:module');

// The engine finds its own packages where it is installed; only the package under test sees NODE_PATH.
const fromCore = Module.createRequire(join(core, 'package.json'));
fromCore('reflect-metadata');
const { LazyPackageDirectoryLoader, PackageDirectoryLoader, resolveOutputSchemaPath } = fromCore(core);

const { name: packageName } = require(join(folder, 'package.json'));

/** n8n serves icons as /icons/<package>/<path>: what of that is not on disk. */
function missingIcons({ iconUrl }) {
	const urls = typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? { none: 'none' });
	return urls.filter((url) => !existsSync(join(folder, url.replace(`icons/${packageName}/`, ''))));
}

/** Every resource and operation that a person can choose. */
function choices(properties) {
	const shownFor = (property) => property.displayOptions?.show?.resource ?? [];
	return properties
		.filter((property) => property.name === 'operation')
		.flatMap((property) => shownFor(property).flatMap((resource) => property.options.map(({ value }) => ({ resource, operation: value }))));
}

function describeNode({ type, sourcePath }) {
	const { description } = type;
	const operations = choices(description.properties);
	const nodeDir = join(folder, sourcePath, '..');
	const schemaOf = (choice) => resolveOutputSchemaPath({ nodeDir, version: 1, ...choice });
	return {
		name: description.name,
		displayName: description.displayName,
		missingIcons: missingIcons(description),
		categories: description.codex?.categories ?? [],
		credentials: (description.credentials ?? []).map((each) => each.name),
		properties: description.properties.length,
		operations: operations.length,
		withoutSchema: operations.filter((choice) => !existsSync(schemaOf(choice) ?? '')),
		runs: ['execute', 'poll', 'webhook'].filter((method) => typeof type[method] === 'function'),
	};
}

async function main() {
	const eager = new PackageDirectoryLoader(folder);
	await eager.loadAll();
	const lazy = new LazyPackageDirectoryLoader(folder);
	await lazy.loadAll();
	const { toE164 } = require(join(folder, 'dist/shared/delivery/phone.js'));
	process.stdout.write(
		JSON.stringify({
			nodes: Object.values(eager.nodeTypes).map(describeNode),
			credentials: Object.values(eager.credentialTypes).map(({ type }) => ({ name: type.name, supportedNodes: type.supportedNodes, missingIcons: missingIcons(type) })),
			lazy: {
				isLazy: lazy.isLazyLoaded,
				types: lazy.types.nodes.map((each) => each.name),
				loadedOnDemand: Object.keys(lazy.known.nodes).map((name) => lazy.getNode(name).type.description.name),
				credentials: Object.keys(lazy.known.credentials).map((name) => lazy.getCredential(name).type.name),
			},
			phone: toE164('06 12 34 56 78', 'FR'),
		}),
	);
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
