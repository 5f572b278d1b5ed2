import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const kept = join(__dirname, '../../.cache/n8n');
const ticket = `${kept}.pid`;

function runs(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** Where this checkout's n8n keeps its data between two starts. One n8n at a time: two on one database would spoil it. */
export function takeHome(fresh: boolean): { home: string; leave(): void } {
	mkdirSync(join(kept, '..'), { recursive: true });
	let holder = 0;
	try {
		holder = Number(readFileSync(ticket, 'utf8'));
	} catch {
		// Nobody is in.
	}
	if (holder > 0 && runs(holder)) throw new Error(`n8n of this folder runs already (process ${holder}). End it with Ctrl+C where it was started.`);
	writeFileSync(ticket, String(process.pid));
	if (fresh) rmSync(kept, { recursive: true, force: true });
	mkdirSync(kept, { recursive: true });
	return { home: kept, leave: () => rmSync(ticket, { force: true }) };
}
