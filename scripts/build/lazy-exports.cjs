// Loads a carrier of the pack of all when its first node is loaded. Declaring all of them takes four times as long as
// one, and few who install the pack use every carrier.
const { readFile } = require('node:fs/promises');

const lazily = (name, from) =>
	`Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('${from}').${name} });`;

/** The same exports, each made when it is read. esbuild then starts a module of the bundle when it is first needed. */
const withLazyExports = (source) =>
	source.replace(/^export \{ (.+) \} from '(.+)';$/gm, (_, names, from) =>
		names
			.split(', ')
			.map((name) => lazily(name, from))
			.join('\n'),
	);

/** For the entry of a bundle, which does nothing but export. */
exports.lazyExports = {
	name: 'lazy exports',
	setup(build) {
		const [entry] = build.initialOptions.entryPoints;
		build.onLoad({ filter: /[\\/]core\.ts$/ }, async ({ path }) =>
			path === entry ? { contents: withLazyExports(await readFile(path, 'utf8')), loader: 'ts' } : undefined,
		);
	},
};
