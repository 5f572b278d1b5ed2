const { mkdir, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
require('reflect-metadata');
const { LoggerProxy } = require('n8n-workflow');
const { PackageDirectoryLoader } = require('n8n-core');

/** What n8n keeps for itself while it loads a node. */
function withoutMarks({ __loadOptionsMethods, ...description }) {
	return description;
}

/**
 * The lists that let n8n start without loading every node, as n8n's own `n8n-generate-metadata` writes them. That
 * command takes one package and starts all of n8n's engine for it; this one starts it once for all.
 */
exports.writeMetadata = async function writeMetadata(folder) {
	LoggerProxy.init(console);
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const lists = {
		'known/nodes.json': loader.known.nodes,
		'known/credentials.json': loader.known.credentials,
		'types/nodes.json': Object.values(loader.nodeTypes).map(({ type }) => withoutMarks(type.description)),
		'types/credentials.json': Object.values(loader.credentialTypes).map(({ type }) => type),
	};
	for (const [path, list] of Object.entries(lists)) {
		const file = join(folder, 'dist', path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, JSON.stringify(list));
	}
};
