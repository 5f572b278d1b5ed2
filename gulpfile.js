// gulp build: every n8n package of the repository, each into the dist folder beside its package.json. The root is the
// package with all carriers; packages/ has one for each.
const { existsSync, readdirSync } = require('node:fs');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { finished } = require('node:stream/promises');
const esbuild = require('esbuild');
const { dest, series, src } = require('gulp');
const { lazyExports } = require('./scripts/build/lazy-exports.cjs');
const { withoutSamples } = require('./scripts/build/without-samples.cjs');

const singles = existsSync(join(__dirname, 'packages')) ? readdirSync(join(__dirname, 'packages')) : [];
const packages = ['.', ...singles.sort().map((name) => `packages/${name}`)];

/** A task for every package. `work` gets its folder. */
function inEach(displayName, work) {
	const task = async () => {
		for (const folder of packages) await work(join(__dirname, folder));
	};
	return Object.assign(task, { displayName });
}

const clean = inEach('clean', async (folder) => await rm(join(folder, 'dist'), { recursive: true, force: true }));

const forNode = { platform: 'node', format: 'cjs', target: 'es2022' };
/** Names and lines stay as they are, for reviewers; the text of other alphabets is written, not escaped. */
const bundled = { ...forNode, bundle: true, charset: 'utf8', minifySyntax: true, mainFields: ['module', 'main'] };

/**
 * What all nodes of a package share, in one file: limiter, locks and memory must be one. zod and luxon are n8n's own.
 * The phone library is the one thing n8n does not have, and a published package may have no dependencies.
 */
const bundleCore = inEach(
	'bundle core',
	async (folder) =>
		await esbuild.build({
			...bundled,
			entryPoints: [join(folder, 'core.ts')],
			outfile: join(folder, 'dist/core.js'),
			external: ['n8n-workflow', 'zod/v4', 'luxon'],
			plugins: [withoutSamples, ...(folder === __dirname ? [lazyExports] : [])],
			legalComments: 'inline',
			banner: { js: '/*! Contains libphonenumber-js, MIT licence: see THIRD-PARTY.txt */' },
		}),
);

/** Nodes and credentials stay files of their own, as n8n loads and reviews them. */
const transpileShells = inEach('transpile nodes and credentials', async (folder) => {
	const { n8n } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const sourceOf = (path) => join(folder, path.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	await esbuild.build({
		...forNode,
		entryPoints: [...n8n.nodes, ...n8n.credentials].map(sourceOf),
		outbase: folder,
		outdir: join(folder, 'dist'),
	});
});

const writeNotice = inEach('write notices', async (folder) => {
	const licence = await readFile(join(__dirname, 'node_modules/libphonenumber-js/LICENSE'), 'utf8');
	const { version, homepage } = require('libphonenumber-js/package.json');
	const notice = `core.js contains libphonenumber-js ${version}, ${homepage}\n\n${licence}`;
	await writeFile(join(folder, 'dist/THIRD-PARTY.txt'), notice);
});

/** Icons, and the words by which n8n's search finds a node. */
const copyFiles = inEach('copy icons and search words', async (folder) => {
	const files = ['nodes/**/*.{svg,png}', 'credentials/**/*.{svg,png}', 'nodes/**/*.node.json'];
	const copying = src(files, { cwd: folder, base: folder, encoding: false, allowEmpty: true }).pipe(
		dest('dist', { cwd: folder }),
	);
	await finished(copying.resume());
});

/** What n8n's editor shows of an operation's result before its first run. */
async function writeOutputSchemas() {
	const outfile = join(__dirname, '.cache/output-schemas.cjs');
	await esbuild.build({
		...bundled,
		outfile,
		entryPoints: ['scripts/build/output-schemas.ts'],
		external: ['zod/v4', 'luxon'],
	});
	const { outputSchemaFiles } = require(outfile);
	for (const { folders, path, schema } of outputSchemaFiles()) {
		for (const folder of folders.filter((each) => packages.includes(each))) {
			const file = join(__dirname, folder, 'dist', path);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, `${JSON.stringify(schema, null, '\t')}\n`);
		}
	}
}

const writeMetadata = inEach('write metadata', async (folder) => {
	await require('./scripts/build/metadata.cjs').writeMetadata(folder);
});

writeOutputSchemas.displayName = 'write output schemas';

exports.build = series(clean, bundleCore, transpileShells, writeNotice, copyFiles, writeOutputSchemas, writeMetadata);
exports.default = exports.build;
