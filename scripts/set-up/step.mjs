import { spawn } from 'node:child_process';

const statusInterval = 5_000;
/** npm prints the error first and a long usage text after it, so both ends are shown. */
const headLines = 15;
const tailLines = 25;

/** A failed step: its message is the whole sentence a person needs, `output` what the command printed last. */
export class StepFailed extends Error {
	constructor(message, output) {
		super(message);
		this.output = output;
	}
}

function elapsed(since) {
	const seconds = Math.round((Date.now() - since) / 1_000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A line that a terminal overwrites; a log gets one line each time. */
function printStatus(line, last) {
	if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line}${last ? '\n' : ''}`);
	else process.stdout.write(`${line}\n`);
}

/** Settings of the npm that runs us name its own folder; an npm for another folder must not inherit them. */
function cleanEnvironment(extra) {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^npm_(lifecycle|package|command|config_local_prefix)/i.test(name),
	);
	return { ...Object.fromEntries(inherited), ...extra };
}

/** Runs a command quietly, shows every few seconds that it is alive, and fails with one sentence. */
export async function runStep({ doing, ifItFails, command, args, cwd, env }) {
	const startedAt = Date.now();
	printStatus(`· ${doing} …`, false);
	const timer = setInterval(() => printStatus(`· ${doing} … ${elapsed(startedAt)}`, false), statusInterval);
	const printed = [];
	try {
		const code = await new Promise((resolve, reject) => {
			const child = spawn(command, args, { cwd, env: cleanEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
			const collect = (chunk) => {
				printed.push(
					...chunk
						.toString()
						.split('\n')
						.filter((line) => line.trim() !== ''),
				);
				printed.splice(headLines, Math.max(0, printed.length - headLines - tailLines));
			};
			child.stdout.on('data', collect);
			child.stderr.on('data', collect);
			child.on('error', reject);
			child.on('close', (exitCode, signal) => resolve(exitCode ?? signal));
		});
		if (code !== 0)
			throw new StepFailed(`${ifItFails} (it ended with ${code} after ${elapsed(startedAt)})`, printed.join('\n'));
	} catch (error) {
		printStatus(`✗ ${doing}`, true);
		throw error instanceof StepFailed ? error : new StepFailed(`${ifItFails} (${error.message})`, printed.join('\n'));
	} finally {
		clearInterval(timer);
	}
	printStatus(`✓ ${doing} (${elapsed(startedAt)})`, true);
}
