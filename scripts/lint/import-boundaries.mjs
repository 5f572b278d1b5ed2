/** Allowed imports between the parts. They go in one direction: hosts import the core, and the core imports no host. */
const core = {
	files: ['shared/**/*.ts'],
	imports: {
		packages: ['zod/v4', 'luxon', 'node:crypto'],
		folders: ['shared'],
		because: 'the core runs in any host, so it brings nothing and takes the rest from its ports',
	},
};

const phoneLibrary = {
	files: ['shared/delivery/phone-library.ts'],
	imports: { ...core.imports, packages: ['libphonenumber-js/core'] },
};

/** The rooms of the core, the lowest first: each may import those below it. Only the registry knows every carrier. */
const rooms = ['delivery', 'declare', 'run', 'events', 'shops', 'carriers'];

const room = (name, at) => ({
	files: [`shared/${name}/**/*.ts`],
	imports: {
		...core.imports,
		folders: ['shared/json', ...rooms.slice(0, at + 1).map((each) => `shared/${each}`)],
		because: 'the rooms of the core import downwards, and a carrier is handed in by the registry',
	},
});

const n8n = {
	files: ['nodes/adapter/**/*.ts', 'core.ts'],
	imports: {
		packages: ['n8n-workflow', 'zod/v4', 'luxon', 'node:crypto'],
		folders: ['nodes', 'shared'],
		because: 'what is published for n8n holds n8n and the core only',
	},
};

/** A shell takes what it needs from core, the one file that is bundled; another import would be missing there. */
const shells = {
	files: ['nodes/[A-Z]*/*.ts', 'credentials/**/*.ts'],
	imports: {
		packages: ['n8n-workflow'],
		folders: ['core'],
		because: 'a package has its nodes, its credentials and core, and nothing else',
	},
};

const zapier = {
	files: ['zapier/src/**/*.ts', 'zapier/apps/**/*.ts'],
	imports: {
		exceptFolders: ['nodes', 'credentials', 'sandbox', 'test', 'scripts'],
		because: 'a Zapier app holds Zapier and the core only',
	},
};

const carriers = {
	files: ['sandbox/carriers/**/*.ts'],
	imports: {
		folders: ['sandbox/carriers'],
		because: 'the embedded carriers are written from the carriers’ own pages, so that they can find the core wrong',
	},
};

/** The last that fits a file counts. */
export const boundaries = [core, ...rooms.map(room), phoneLibrary, n8n, shells, zapier, carriers];

/** Out of the core's reach: a host brings time, chance, network and log through ports. */
export const hostGlobals = [
	'process',
	'console',
	'fetch',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'clearTimeout',
	'clearInterval',
	'clearImmediate',
	'queueMicrotask',
	'globalThis',
	'global',
	'window',
	'require',
	'__dirname',
	'__filename',
	'Buffer',
	'XMLHttpRequest',
];
