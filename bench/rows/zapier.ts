import { execFileSync } from 'node:child_process';

import type { ColdStart } from '../zapier-cold-start';
import type { Measure, Row } from '../row';

const tsx = 'node_modules/tsx/dist/cli.mjs';
const script = 'bench/zapier-cold-start.ts';
const megabytes = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(0)} MB`;

const rowsOf = ({ app, isSingle, load, book, loadMb, bookMb, coreMs, bookMs }: ColdStart): Row[] => [
	{
		what: `Zapier: loading the app "${app}", CPU`,
		baseline: "Zapier's core alone",
		ratio: load,
		goal: isSingle ? '1.03 x' : '1.08 x, at most +15 MB',
		figures: `${(load * coreMs).toFixed(0)} ms, ${megabytes(loadMb)}; ${coreMs.toFixed(0)} ms`,
	},
	{
		what: `Zapier: loading "${app}" and the first booking, CPU`,
		baseline: "Zapier's core alone",
		ratio: book,
		goal: isSingle ? 'half of 519 ms (0.1)' : 'half of 1,036 ms (0.1)',
		figures: `${bookMs.toFixed(0)} ms, ${megabytes(bookMb)}; ${coreMs.toFixed(0)} ms`,
	},
];

/** Each run is a process of its own, as Zapier starts an app. The apps are measured as they were built. */
export const measure: Measure = async ({ quick }) => {
	const output = execFileSync(process.execPath, [tsx, script, '--json', '--runs', quick ? '3' : '10'], {
		encoding: 'utf8',
	});
	const rows: ColdStart[] = JSON.parse(output.trim().split('\n').at(-1) ?? '');
	return rows.flatMap(rowsOf);
};
