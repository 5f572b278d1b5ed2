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
 * zod as a namespace, of which a bundle holds what is used: the `z` that the modules import brings all of it along. The
 * packages for n8n share the host's zod, where a namespace would be copied for each module.
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
 * esbuild escapes letters beyond ASCII in texts, and leaves them in patterns, where the escape means the same. With one
 * such letter the engine holds the whole file in twice the memory.
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
