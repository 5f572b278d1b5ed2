import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../sandbox/carriers');

/**
 * The registry of the embedded carriers: every folder with an index.ts, which exports a constant of the folder's name.
 */
export function embeddedRegistry(): string {
	const names = readdirSync(folder)
		.filter((name) => existsSync(join(folder, name, 'index.ts')))
		.sort();
	return [
		'// Written by "npm run generate" from the folders beside this file.',
		...names.map((name) => `import { ${name} } from './${name}';`),
		'',
		...names
			.filter((name) => existsSync(join(folder, name, 'backoffice.types.ts')))
			.map((name) => `export type * from './${name}/backoffice.types';`),
		'',
		'/** Every embedded carrier. */',
		`export const embedded = { ${names.join(', ')} };`,
		'',
	].join('\n');
}
