import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { median } from '../measure';
import type { Measure, Row } from '../row';

interface Load {
	cpuMs: number;
	rssMb: number;
}

interface Run {
	host: Load;
	own: Load;
}

const script = 'bench/n8n-load-process.cjs';
const ROOT = '.';

/** The pack of all carriers and each carrier's package, as they were built. */
function packageFolders(): string[] {
	const folders = [ROOT, ...readdirSync('packages').map((name) => join('packages', name))];
	return folders.filter((folder) => existsSync(join(folder, 'dist')));
}

function rowOf(folder: string, runs: number): Row {
	const measured = Array.from(
		{ length: runs },
		// The one edge where another process's figures are read.
		() => JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as Run,
	);
	const own = median(measured.map((run) => run.own.cpuMs));
	const host = median(measured.map((run) => run.host.cpuMs));
	const memory = median(measured.map((run) => run.own.rssMb));
	return {
		what: `n8n: loading ${folder === ROOT ? 'the pack of all carriers' : basename(folder)} at n8n's start, CPU`,
		baseline: 'loading n8n-workflow, which n8n does anyway',
		ratio: own / host,
		goal: folder === ROOT ? 'below 500 ms (0.1)' : 'about 56 ms',
		figures: `${own.toFixed(0)} ms, +${memory.toFixed(0)} MB; ${host.toFixed(0)} ms`,
	};
}

/** n8n loads every node of every installed package when it starts. Each run is a process of its own. */
export const measure: Measure = async ({ quick }) => packageFolders().map((folder) => rowOf(folder, quick ? 3 : 10));
