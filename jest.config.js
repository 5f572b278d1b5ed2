const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Every folder of test/ that holds tests is one project, named as its folder. */
const folders = readdirSync(join(__dirname, 'test'), { withFileTypes: true, recursive: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
	.map((entry) => entry.parentPath.slice(join(__dirname, 'test').length + 1).split(/[\\/]/)[0])
	.filter((folder) => folder !== '');

const projectOf = (folder) => ({
	displayName: folder,
	// One name for all of them in Jest's cache: see transform.cjs.
	id: 'waybill',
	rootDir: __dirname,
	// Only the tests are crawled; what they import is found on disk.
	roots: [`<rootDir>/test/${folder}`],
	testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
	testEnvironment: '<rootDir>/test/environment.cjs',
	transform: {
		'^.+\\.tsx?$': [
			'<rootDir>/test/transform.cjs',
			{
				swcrc: false,
				module: { type: 'commonjs' },
				jsc: {
					target: 'es2022',
					parser: { syntax: 'typescript', decorators: true },
					transform: { legacyDecorator: true, decoratorMetadata: true },
				},
			},
		],
	},
	setupFilesAfterEnv: ['<rootDir>/test/assert-http-unpatched.ts'],
	...(existsSync(join(__dirname, 'test', folder, 'setup.ts'))
		? { setupFiles: [`<rootDir>/test/${folder}/setup.ts`] }
		: {}),
});

module.exports = {
	projects: [...new Set(folders)].sort().map(projectOf),
	testSequencer: './test/sequencer.cjs',
	// Two cores are what the smallest machine has; the n8n engine grows, so a worker is replaced before it hurts.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1500MB',
	// Ends what hangs. No test is about how fast the machine is.
	testTimeout: 600_000,
};
