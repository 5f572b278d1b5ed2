/** Who may import what. The parts know each other in one direction only: hosts know the core, the core knows nobody. */
const core = {
	files: ['shared/**/*.ts'],
	imports: {
		packages: ['zod/v4', 'luxon', 'node:crypto'],
		folders: ['shared'],
		because: 'the core runs in any host, so it brings nothing and asks its ports for the rest',
	},
};

const phoneLibrary = {
	files: ['shared/delivery/phone-library.ts'],
	imports: { ...core.imports, packages: ['libphonenumber-js/core'] },
};

/** Only the registry names carriers; everything else gets one handed in. */
const withoutCarriers = {
	files: ['shared/!(carriers)/**/*.ts'],
	imports: { ...core.imports, exceptFolders: ['shared/carriers'], because: 'a carrier is handed in by the registry, never imported by name' },
};

const n8n = {
	files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	imports: {
		packages: ['n8n-workflow', 'zod/v4', 'luxon', 'node:crypto'],
		folders: ['nodes', 'credentials', 'shared'],
		because: 'what is published for n8n holds n8n and the core only',
	},
};

const zapier = {
	files: ['zapier/src/**/*.ts', 'zapier/apps/**/*.ts'],
	imports: { exceptFolders: ['nodes', 'credentials', 'sandbox', 'test', 'scripts'], because: 'a Zapier app holds Zapier and the core only' },
};

const carriers = {
	files: ['sandbox/carriers/**/*.ts'],
	imports: { folders: ['sandbox/carriers'], because: 'the embedded carriers are written from the carriers’ own pages, so that they can find the core wrong' },
};

/** The last that fits a file counts. */
export const parts = [core, withoutCarriers, phoneLibrary, n8n, zapier, carriers];

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
