import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { root } from '../apps.mjs';

// The bundler and what it packs (zod, luxon, the core of carriers) are the root's; the platform core stays outside.
const { build } = createRequire(join(root, 'package.json'))('esbuild');

/** Zod's messages in forty languages: the core writes its own. */
const withoutLocales = {
	name: 'without-locales',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.(c?js|mjs)$/ }, () => ({ contents: 'export {};' }));
	},
};

/**
 * Imports zod as a namespace, so that the bundle contains only what is used of it: `import { z }` includes all of zod. The
 * packages for n8n use the host's zod, and there each module would get a copy of the namespace.
 */
export const zodInParts = {
	name: 'zod-in-parts',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/](shared|zapier[\\/]src)[\\/].+\.ts$/ }, async ({ path }) => {
			const source = await readFile(path, 'utf8');
			return { contents: source.replace("import { z } from 'zod/v4'", "import * as z from 'zod/v4'"), loader: 'ts' };
		});
	},
};

/**
 * Writes letters beyond ASCII as escapes. esbuild does so in texts, but not in patterns, where an escape means the same.
 * One such letter doubles the memory that V8 needs for the whole file.
 */
const ascii = (text) =>
	text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Bundles modules into one text for the platform's Node. Modules that are required inside a function load there. */
export async function bundle(entry, { folder, outside = [], plugins = [] }) {
	const { outputFiles, metafile, warnings } = await build({
		...entry,
		bundle: true,
		write: false,
		metafile: true,
		absWorkingDir: root,
		outdir: folder,
		platform: 'node',
		target: 'node22',
		format: 'cjs',
		minifySyntax: true,
		minifyWhitespace: true,
		external: ['zapier-platform-core', ...outside],
		nodePaths: [join(root, 'node_modules')],
		tsconfigRaw: { compilerOptions: { target: 'ES2022', strict: true } },
		plugins: [withoutLocales, ...plugins],
		logLevel: 'warning',
	});
	if (warnings.length > 0) throw new Error('The bundler warns, see above');
	return { text: ascii(outputFiles[0].text), inputs: Object.keys(metafile.inputs) };
}

/** An entry that is not a file. */
export const entryText = (contents, folder) => ({ stdin: { contents, resolveDir: folder, loader: 'js' } });

/** Samples of actions and output fields are in an app's data, so its code makes none. They cost as much as a booking. */
export const withoutData = {
	name: 'without-data',
	setup({ onLoad }) {
		const empty = {
			sample: 'export const sampleItem = () => ({});',
			'output-fields': 'export const outputFields = () => [];',
		};
		onLoad({ filter: /[\\/]zapier[\\/]src[\\/](sample|output-fields)\.ts$/ }, ({ path }) => ({
			contents: empty[basename(path, '.ts')],
		}));
	},
};

/** In place of an app, what its index.ts builds it from. */
export const recipe = {
	name: 'recipe',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /\/src\/app$/ }, ({ importer }) =>
			/[\\/]apps[\\/]\w+[\\/]index\.ts$/.test(importer) ? { path: 'recipe', namespace: 'recipe' } : undefined,
		);
		onLoad({ filter: /.*/, namespace: 'recipe' }, () => ({
			contents: 'export const buildApp = (carriers, kind, version) => ({ carriers, kind, version });',
		}));
	},
};
