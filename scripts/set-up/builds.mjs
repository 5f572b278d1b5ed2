import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const foldersIn = (path) => (existsSync(join(root, path)) ? readdirSync(join(root, path)) : []);
/** Every folder of zapier/apps is an app. */
const zapierApps = foldersIn('zapier/apps');

/** The builds of the project, and the sources that each is made from. */
export const builds = {
	n8n: {
		name: 'the n8n packages',
		from: [
			'core.ts',
			'nodes',
			'credentials',
			'shared',
			'packages',
			'package.json',
			'gulpfile.js',
			'scripts/build',
			'scripts/generate/package-names.ts',
		],
		makes: ['.', ...foldersIn('packages').map((name) => `packages/${name}`)].map(
			(folder) => `${folder}/dist/known/nodes.json`,
		),
		script: 'node_modules/gulp/bin/gulp.js',
		args: ['build'],
	},
	zapier: {
		name: 'the Zapier apps',
		from: [
			// The version of an app is in its package.json.
			...zapierApps.flatMap((app) => [`zapier/apps/${app}/index.ts`, `zapier/apps/${app}/package.json`]),
			'zapier/src',
			'zapier/scripts',
			'shared',
			// For the licences.
			'zapier/package-lock.json',
			'LICENSE',
		],
		makes: zapierApps.flatMap((app) =>
			['index.js', 'code.js', 'app.json', 'THIRD-PARTY-LICENSES.txt'].map((file) => `zapier/apps/${app}/${file}`),
		),
		script: 'zapier/scripts/build.mjs',
	},
};
