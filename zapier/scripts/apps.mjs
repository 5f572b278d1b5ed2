import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder zapier/. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(home);
/** Every app is a folder. */
export const apps = readdirSync(join(home, 'apps')).sort();
export const appFolder = (app) => join(home, 'apps', app);

/** The apps named on the command line, or all of them. */
export function chosenApps(args = process.argv.slice(2)) {
	const named = args.filter((word) => !word.startsWith('-'));
	const unknown = named.filter((word) => !apps.includes(word));
	if (unknown.length > 0) throw new Error(`No app is called ${unknown.join(', ')}; there are ${apps.join(', ')}`);
	return named.length > 0 ? named : apps;
}
