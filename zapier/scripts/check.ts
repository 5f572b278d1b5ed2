// Runs Zapier's own `validate` and `build` on every app, or on those named, without its servers.
import { statSync } from 'node:fs';

import { appNames } from '../review/apps';
import { zapierPlatform, zipFile } from '../review/command-line';
import { startStyleCheck } from '../review/style-check';

async function check(app: string): Promise<boolean> {
	const styleCheck = await startStyleCheck(app);
	try {
		for (const args of [['validate'], ['build', '--skip-dep-install']]) {
			const started = Date.now();
			const { code, output } = await zapierPlatform(app, args, styleCheck.address);
			const duration = `${((Date.now() - started) / 1_000).toFixed(1)} s`;
			// The command line ends well even where the style check finds something.
			const passed = code === 0 && !/[1-9]\d* checks failed/.test(output);
			console.log(`${passed ? 'passed' : 'FAILED'}  ${app}  ${args[0]}  ${duration}`);
			if (!passed) {
				console.log(output);
				return false;
			}
		}
		console.log(`        ${app}  build.zip ${Math.round(statSync(zipFile(app)).size / 1_024)} kB`);
		return true;
	} finally {
		await styleCheck.close();
	}
}

async function main(): Promise<void> {
	const named = process.argv.slice(2);
	for (const app of named.length > 0 ? named : appNames) if (!(await check(app))) process.exitCode = 1;
}

void main();
