import { runStep } from './step.mjs';

/** The npm that started us, or the one on the path. */
const npm = process.env.npm_execpath?.endsWith('.js')
	? { command: process.execPath, before: [process.env.npm_execpath] }
	: { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', before: [] };

export async function npmStep(folder, doing, args) {
	await runStep({
		doing,
		ifItFails: `Setting up failed: "npm ${args.join(' ')}" in ${folder} did not succeed. It needs the npm registry; check the network and run the command again.`,
		command: npm.command,
		args: [...npm.before, ...args],
		cwd: folder,
	});
}
