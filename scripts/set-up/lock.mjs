import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './root.mjs';

function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

function acquire(lockFile) {
	try {
		writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
	}
	const holder = Number(readFileSync(lockFile, 'utf8'));
	// An empty ticket is one being written; a number without a process is one left behind.
	if (holder > 0 && !isRunning(holder)) rmSync(lockFile, { force: true });
	return false;
}

/** `npm start` and `npm test` side by side: two installs into one folder would spoil it, so the second waits. */
export async function withLock(work, lockFile = join(root, '.cache/set-up.pid')) {
	mkdirSync(dirname(lockFile), { recursive: true });
	for (let waited = 0; !acquire(lockFile); waited += 1) {
		if (waited % 20 === 0) console.log('· Waiting for another set-up of this folder to end …');
		await pause(500);
	}
	try {
		return await work();
	} finally {
		rmSync(lockFile, { force: true });
	}
}
