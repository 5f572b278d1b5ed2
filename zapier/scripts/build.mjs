import { resolve } from 'node:path';
import { chosenApps } from './apps.mjs';
import { writeApp } from './bundle/app-files.mjs';

/** `--out <folder>`: writes each app into a folder of its own there. */
const args = process.argv.slice(2);
const at = args.indexOf('--out');
const [out] = at < 0 ? [] : args.splice(at, 2).slice(1);

for (const app of chosenApps(args)) {
	await writeApp(app, out === undefined ? undefined : resolve(out, app));
	process.stdout.write(`built ${app}\n`);
}
