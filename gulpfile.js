const { execFile } = require('node:child_process');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { promisify } = require('node:util');
const esbuild = require('esbuild');
const { dest, series, src } = require('gulp');

const dist = join(__dirname, 'dist');
const run = promisify(execFile);

async function runNode(script, args) {
	try {
		await run(process.execPath, [join(__dirname, 'node_modules', script), ...args], { cwd: __dirname });
	} catch (error) {
		throw new Error(`${script} failed\n${error.stdout}${error.stderr}`);
	}
}

async function clean() {
	await rm(dist, { recursive: true, force: true });
}

async function compile() {
	await runNode('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
}

/** A published n8n package may have no dependencies, so the one library that n8n does not bring goes inside. */
async function bundlePhoneLibrary() {
	await esbuild.build({
		entryPoints: [join(__dirname, 'shared/delivery/phone-library.ts')],
		outfile: join(dist, 'shared/delivery/phone-library.js'),
		allowOverwrite: true,
		bundle: true,
		format: 'cjs',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		target: 'es2022',
		legalComments: 'inline',
		banner: { js: '/*! Contains libphonenumber-js, MIT licence: see dist/THIRD-PARTY.txt */' },
	});
	const licence = await readFile(join(__dirname, 'node_modules/libphonenumber-js/LICENSE'), 'utf8');
	const { version, homepage } = require('libphonenumber-js/package.json');
	const notice = `shared/delivery/phone-library.js contains libphonenumber-js ${version}, ${homepage}\n\n${licence}`;
	await writeFile(join(dist, 'THIRD-PARTY.txt'), notice);
}

function copyPictures() {
	return src(['nodes/**/*.{svg,png}', 'credentials/**/*.{svg,png}', 'icons/**/*.{svg,png}'], { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

function copyCodex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));
}

/** What n8n's editor shows of an operation's result before its first run. */
async function writeOutputSchemas() {
	const { carriers } = require(join(dist, 'shared/registry.js'));
	const { outputSchemas } = require(join(dist, 'nodes/adapter/output-schema.js'));
	for (const { path, schema } of carriers.flatMap((carrier) => outputSchemas(carrier))) {
		const file = join(dist, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, `${JSON.stringify(schema, null, '\t')}\n`);
	}
}

/** The lists that let n8n start without loading every node. Its by-products serve n8n's own translations only. */
async function writeMetadata() {
	await runNode('n8n-core/bin/generate-metadata', []);
	await rm(join(dist, 'methods'), { recursive: true, force: true });
}

exports.build = series(clean, compile, bundlePhoneLibrary, copyPictures, copyCodex, writeOutputSchemas, writeMetadata);
exports.default = exports.build;
