import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

import { environmentOf, type Place } from './environment';
import type { Given } from './given';

const KEPT = 400;
const PATIENCE_MS = 20_000;

/** One n8n command that runs, with whatever it has started itself. */
export interface N8nProcess {
	readonly pid: number;
	/** What it printed last. */
	said(): string;
	/** Undefined while it runs. */
	ended(): number | string | undefined;
	readonly whenEnded: Promise<void>;
	/** Resolves when the process and all it started are gone. */
	stop(): Promise<void>;
	/** Ends it as a power cut would. */
	kill(): Promise<void>;
}

function groupLives(pid: number): boolean {
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

async function gone(pid: number, patienceMs: number): Promise<boolean> {
	for (const end = Date.now() + patienceMs; Date.now() < end; await pause(50)) if (!groupLives(pid)) return true;
	return !groupLives(pid);
}

/** Starts `n8n <args>` as the leader of a group, so that everything it starts can be ended with it. */
export function launch(installed: Given, args: readonly string[], place: Place, extra: Readonly<Record<string, string>> = {}): N8nProcess {
	const child = spawn(installed.node, [installed.command, ...args], {
		cwd: place.home,
		env: environmentOf(place, extra),
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const lines: string[] = [];
	let end: number | string | undefined;
	const keep = (chunk: Buffer) => {
		lines.push(...chunk.toString().split('\n').filter((line) => line.trim() !== ''));
		lines.splice(0, Math.max(0, lines.length - KEPT));
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	child.on('error', (error) => {
		end ??= error.message;
	});
	const whenEnded = new Promise<void>((resolve) => {
		child.on('exit', (code, signal) => {
			end ??= code ?? signal ?? 'unknown';
			resolve();
		});
	});
	const pid = child.pid;
	if (pid === undefined) throw new Error(`n8n could not be started with ${installed.node}`);
	// The last resort for a program that ends without having stopped its n8n.
	const atExit = () => signalGroup(pid, 'SIGKILL');
	process.once('exit', atExit);
	const finish = async (signal: NodeJS.Signals) => {
		if (end === undefined) process.kill(pid, signal);
		if (!(await gone(pid, signal === 'SIGKILL' ? 0 : PATIENCE_MS))) signalGroup(pid, 'SIGKILL');
		await gone(pid, PATIENCE_MS);
		process.removeListener('exit', atExit);
	};
	return { pid, said: () => lines.join('\n'), ended: () => end, whenEnded, stop: async () => await finish('SIGTERM'), kill: async () => await finish('SIGKILL') };
}
