import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { appFolder, home, root } from '../apps.mjs';
import { bundle, entryText, recipe, withoutData, zodInParts } from './bundler.mjs';
import { licenceTexts } from './licences.mjs';

const quoted = (path) => JSON.stringify(path);
const start = (file) => join(home, 'src/start', file);

/** Loads a bundle, from a file in the folder so that it finds the platform core. */
function load(text, folder) {
	const file = join(folder, 'describe.cjs');
	writeFileSync(file, text);
	try {
		return createRequire(file)(file);
	} finally {
		rmSync(file);
	}
}

/** Builds the app in this process and describes it: its data, and how to load its code step by step. */
async function describe(app, folder) {
	const index = join(appFolder(app), 'index.ts');
	const { inputs } = await bundle({ entryPoints: [index] }, { folder, plugins: [recipe] });
	const modules = inputs.filter((input) => /^shared\/.*\.ts$/.test(input)).map((input) => join(root, input));
	const entry = [
		`const recipe = require(${quoted(index)});`,
		`const { describe } = require(${quoted(join(home, 'scripts/bundle/code-entry.ts'))});`,
		`const modules = { ${modules.map((file) => `${quoted(file)}: require(${quoted(file)})`).join(',\n')} };`,
		`module.exports = describe(recipe, modules, ${quoted(start('code.ts'))});`,
	].join('\n');
	const { text } = await bundle(entryText(entry, folder), { folder, plugins: [recipe] });
	return load(text, folder);
}

/**
 * Writes an app as the platform loads it. `index.js` is what its wrapper requires: it reads the definition as data and
 * loads `code.js` when a function is called. Their names are literal, because the platform packs what it can see.
 */
export async function writeApp(app) {
	const folder = appFolder(app);
	const { data, code } = await describe(app, folder);
	const index = [
		`const { restore } = require(${quoted(start('restore.ts'))});`,
		`module.exports = restore(require('./app.json'), () => require('./code.js'));`,
	].join('\n');
	const outside = ['./app.json', './code.js'];
	const built = {
		index: await bundle(entryText(index, folder), { folder, outside }),
		code: await bundle(entryText(code, folder), { folder, plugins: [withoutData, zodInParts] }),
	};
	const inputs = [...built.index.inputs, ...built.code.inputs];
	const files = {
		'index.js': built.index.text,
		'code.js': built.code.text,
		'app.json': JSON.stringify(data),
		'THIRD-PARTY-LICENSES.txt': licenceTexts(inputs),
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
