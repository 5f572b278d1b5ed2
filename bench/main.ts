import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';

import { version as n8nVersion } from 'n8n-core/package.json';

import { version } from '../package.json';
import type { Measure, Row } from './row';

const folder = join(__dirname, 'rows');
const names = readdirSync(folder).map((file) => basename(file, '.js'));
/** Where a process of one measurement leaves its rows among what else it prints. */
const MARK = 'bench-rows:';

async function measureHere(name: string, quick: boolean): Promise<void> {
	// The one edge where a module is found by its path.
	const { measure } = createRequire(__filename)(join(folder, name)) as { measure: Measure };
	console.log(MARK + JSON.stringify(await measure({ quick })));
}

async function measureApart(name: string, quick: boolean): Promise<Row[]> {
	return await new Promise((resolve, reject) => {
		const options = { maxBuffer: 64 * 1_024 * 1_024 };
		const args = [...process.execArgv, __filename, '--row', name, ...(quick ? ['--quick'] : [])];
		execFile(process.execPath, args, options, (error, stdout, stderr) => {
			const line = stdout.split('\n').find((each) => each.startsWith(MARK));
			if (line === undefined) reject(new Error(`${name}: ${stderr || String(error)}`));
			else resolve(JSON.parse(line.slice(MARK.length)) as Row[]);
		});
	});
}

const cells = ({ what, baseline, ratio, goal, figures }: Row) =>
	`| ${what} | ${baseline} | ${ratio === undefined ? '' : `**${ratio.toFixed(2)} x**`} | ${goal ?? ''} | ${figures} |`;

/** npm run bench [-- --quick] [row …]: every measurement in a process of its own, one after the other. */
async function main(args: readonly string[]): Promise<void> {
	const quick = args.includes('--quick');
	const [flag, only] = args;
	if (flag === '--row' && only !== undefined) return await measureHere(only, quick);
	const chosen = args.filter((each) => !each.startsWith('--'));
	const unknown = chosen.filter((name) => !names.includes(name));
	if (unknown.length > 0) throw new Error(`There is no "${unknown.join(', ')}"; there are ${names.join(', ')}`);
	console.log(
		`Waybill ${version}, Node ${process.versions.node}, n8n-core ${n8nVersion}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}\n`,
	);
	console.log('| what | baseline | ratio | goal | figures (ours; baseline) |\n|---|---|---|---|---|');
	for (const name of chosen.length > 0 ? chosen : names)
		for (const row of await measureApart(name, quick)) console.log(cells(row));
}

void main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
