import { isBuilt } from '../../scripts/set-up/build.mjs';
import { builds } from '../../scripts/set-up/builds.mjs';
import { chosenApps } from './apps.mjs';
import { writeApp } from './bundle/app-files.mjs';

/** `--if-changed`: leaves the apps as they are if the set-up has built them from the very same sources. */
const args = process.argv.slice(2);
if (args.includes('--if-changed') && isBuilt(builds.zapier)) process.stdout.write('built before\n');
else
	for (const app of chosenApps(args)) {
		await writeApp(app);
		process.stdout.write(`built ${app}\n`);
	}
