// Runs Zapier's own `validate` and `build` on every app, or on those named, without its servers.
import { statSync } from 'node:fs';

import { appNames } from '../review/apps';
import { startCommandLine, zipFile, type CommandLine } from '../review/command-line';
import { startStyleCheck, type StyleCheck } from '../review/style-check';

async function check(app: string, commandLine: CommandLine, style: StyleCheck): Promise<boolean> {
	style.reviewFor(app);
	for (const args of [['validate'], ['build', '--skip-dep-install']]) {
		const started = Date.now();
		const { code, output } = await commandLine.run(app, args);
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
}

async function main(): Promise<void> {
	const named = process.argv.slice(2);
	const style = await startStyleCheck();
	const commandLine = await startCommandLine(style.address);
	try {
		for (const app of named.length > 0 ? named : appNames)
			if (!(await check(app, commandLine, style))) process.exitCode = 1;
	} finally {
		await Promise.all([commandLine.close(), style.close()]);
	}
}

void main();
