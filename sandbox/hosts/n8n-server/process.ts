import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

import { environmentOf, type InstanceSettings } from './environment';
import type { N8nInstallation } from './installation';

const MAX_LINES = 400;
const STOP_TIMEOUT_MS = 20_000;

/** One running n8n command, with the processes it has started itself. */
export interface N8nProcess {
	readonly pid: number;
	/** Its latest output. */
	output(): string;
	/** Undefined while it runs. */
	exitStatus(): number | string | undefined;
	readonly exited: Promise<void>;
	/** Resolves when the process and all it started are gone. */
	stop(): Promise<void>;
	/** Ends it as a power cut would. */
	kill(): Promise<void>;
}

function isGroupAlive(pid: number): boolean {
	try {
		process.kill(-pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Signals the whole group: n8n's task runners are processes of their own. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// Already gone.
	}
}

async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
	for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(50)) if (!isGroupAlive(pid)) return true;
	return !isGroupAlive(pid);
}

/** Starts `n8n <args>` as the leader of a group, so that everything it starts can be ended with it. */
export function launch(
	installed: N8nInstallation,
	args: readonly string[],
	settings: InstanceSettings,
	extra: Readonly<Record<string, string>> = {},
): N8nProcess {
	const child = spawn(installed.node, [installed.command, ...args], {
		cwd: settings.home,
		env: environmentOf(settings, extra),
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const lines: string[] = [];
	let exit: number | string | undefined;
	const collect = (chunk: Buffer) => {
		lines.push(
			...chunk
				.toString()
				.split('\n')
				.filter((line) => line.trim() !== ''),
		);
		lines.splice(0, Math.max(0, lines.length - MAX_LINES));
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	child.on('error', (error) => {
		exit ??= error.message;
	});
	const exited = new Promise<void>((resolve) => {
		child.on('exit', (code, signal) => {
			exit ??= code ?? signal ?? 'unknown';
			resolve();
		});
	});
	const pid = child.pid;
	if (pid === undefined) throw new Error(`n8n could not be started with ${installed.node}`);
	// The last resort for a program that ends without having stopped its n8n.
	const atExit = () => signalGroup(pid, 'SIGKILL');
	process.once('exit', atExit);
	const finish = async (signal: NodeJS.Signals) => {
		if (exit === undefined) process.kill(pid, signal);
		if (!(await waitUntilGone(pid, signal === 'SIGKILL' ? 0 : STOP_TIMEOUT_MS))) signalGroup(pid, 'SIGKILL');
		await waitUntilGone(pid, STOP_TIMEOUT_MS);
		process.removeListener('exit', atExit);
	};
	return {
		pid,
		output: () => lines.join('\n'),
		exitStatus: () => exit,
		exited,
		stop: async () => await finish('SIGTERM'),
		kill: async () => await finish('SIGKILL'),
	};
}
