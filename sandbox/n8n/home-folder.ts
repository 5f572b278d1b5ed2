import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const homeFolder = join(__dirname, '../../.cache/n8n');
const lockFile = `${homeFolder}.pid`;

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** The data folder of this checkout's n8n between two starts. Only one n8n may run: two would corrupt the database. */
export function acquireHome(reset: boolean): { home: string; release(): void } {
	mkdirSync(join(homeFolder, '..'), { recursive: true });
	let holder = 0;
	try {
		holder = Number(readFileSync(lockFile, 'utf8'));
	} catch {
		// No process has the folder.
	}
	if (holder > 0 && isRunning(holder))
		throw new Error(`n8n of this folder runs already (process ${holder}). End it with Ctrl+C where it was started.`);
	writeFileSync(lockFile, String(process.pid));
	if (reset) rmSync(homeFolder, { recursive: true, force: true });
	mkdirSync(homeFolder, { recursive: true });
	return { home: homeFolder, release: () => rmSync(lockFile, { force: true }) };
}
