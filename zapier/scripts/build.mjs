import { createRequire } from 'node:module';
import { join } from 'node:path';
import { appFolder, chosenApps, root } from './apps.mjs';

// The bundler and what it packs (zod, luxon, the core of carriers) are the root's; the platform core stays outside.
const { build } = createRequire(join(root, 'package.json'))('esbuild');

for (const app of chosenApps()) {
	const folder = appFolder(app);
	await build({
		entryPoints: [join(folder, 'index.ts')],
		// The platform's wrapper loads this very file, whatever package.json says.
		outfile: join(folder, 'index.js'),
		bundle: true,
		platform: 'node',
		target: 'node22',
		format: 'cjs',
		external: ['zapier-platform-core'],
		nodePaths: [join(root, 'node_modules')],
		tsconfigRaw: { compilerOptions: { target: 'ES2022', strict: true } },
		logLevel: 'warning',
	});
	process.stdout.write(`built ${app}\n`);
}
