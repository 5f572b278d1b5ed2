// tsx bench/zapier-cold-start.ts [--runs 10] [--app <name>] [--json] [--before <folder of apps>]: what a step
// of a Zap costs in a new process, as ratios to loading Zapier's core alone. Build the apps first. `--before` measures
// other builds in the same run, to compare.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { bundleOf, startWorker } from '../sandbox/hosts/zapier';
import { carriers } from '../shared/registry';
import { referenceOf } from '../shared/run/booking-settings';
import { authDataFor } from '../test/zapier/run-on-zapier';
import { sampleCarrier } from '../test/zapier/scripted-carrier';
import { appNames, loadApp } from '../zapier/review/apps';
import { appFolder, newerNode } from '../zapier/review/command-line';
import { createKey } from '../zapier/src/app-context';
import { flat } from '../zapier/src/input-values';

interface Point {
	cpuMs: number;
	rssMb: number;
}

interface Run {
	core: Point;
	load: Point;
	book: Point;
}

export interface ColdStart {
	app: string;
	build: string;
	/** The app of one carrier. */
	isSingle: boolean;
	/** CPU of loading core and app, against the core alone. */
	load: number;
	/** CPU of loading both and the first booking, against the core alone. */
	book: number;
	/** Memory that the app adds when it is loaded, in MB. */
	loadMb: number;
	/** Memory that app and first booking add, in MB. */
	bookMb: number;
	/** CPU of the core alone, and of everything up to the first booking, in ms. */
	coreMs: number;
	bookMs: number;
}

const home = join(__dirname, '../zapier/package.json');

async function measure(folder: string, event: object): Promise<Run> {
	const child = spawn(newerNode, [join(__dirname, 'cold-start-process.cjs'), home, folder], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.on('data', (part: Buffer) => {
		output += part.toString('utf8');
	});
	child.stdin.end(JSON.stringify(event));
	await new Promise((resolve) => child.on('close', resolve));
	// The core prints lines of its own.
	return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A booking that the app can make, and a carrier on loopback that takes it. */
async function bookingFor(app: string) {
	const carrier = carriers.find((each) => each.id === app) ?? carriers[0];
	const action = carrier?.actions.find((each) => each.effect === 'booking');
	const sample = action?.samples.find(
		(each) => each.connection === undefined && each.input[referenceOf(action) ?? ''] !== undefined,
	);
	if (!carrier || !action || !sample) throw new Error(`${app} has no booking to try`);
	const kind = app === carrier.id ? 'single' : 'all';
	const key = createKey({ carrier, shared: kind === 'all', download: async () => '' }, action);
	const fields = (await loadApp(app)).creates[key]?.operation.inputFields ?? [];
	const [scripted, platform] = await Promise.all([sampleCarrier(sample), startWorker()]);
	const zap = { id: '1', authData: authDataFor(carrier, kind, scripted.address), timezone: 'Europe/Paris' };
	const plainFields = fields.filter((field) => typeof field !== 'function');
	return {
		event: {
			command: 'execute',
			method: `creates.${key}.operation.perform`,
			bundle: bundleOf(zap, plainFields, flat(action.form, sample.input)),
			rpc_base: platform.address,
		},
		close: async () => await Promise.all([scripted.close(), platform.close()]),
	};
}

/** Measures every app, `runs` times in turn. `builds`: names of builds, and the folder of an app in each. */
export async function zapierColdStart(
	runs = 10,
	builds: Readonly<Record<string, (app: string) => string>> = { now: appFolder },
	apps: readonly string[] = appNames,
): Promise<ColdStart[]> {
	const rows: ColdStart[] = [];
	for (const app of apps) {
		const { event, close } = await bookingFor(app);
		const measured = Object.entries(builds).map(([build, folderOf]) => ({ build, folderOf, runs: [] as Run[] }));
		for (let at = 0; at < runs; at += 1)
			for (const each of measured) each.runs.push(await measure(each.folderOf(app), event));
		await close();
		// One baseline for all builds of an app: all of them loaded the same core.
		const all = measured.flatMap((each) => each.runs);
		const coreMs = median(all.map(({ core }) => core.cpuMs));
		const coreMb = median(all.map(({ core }) => core.rssMb));
		for (const { build, runs: own } of measured) {
			const of = (read: (run: Run) => number) => median(own.map(read));
			// What the app adds is read in one process each time: the core's share of it varies more than the app's.
			const loadMs = of(({ core, load }) => load.cpuMs - core.cpuMs);
			const bookMs = of(({ core, book }) => book.cpuMs - core.cpuMs);
			rows.push({
				app,
				build,
				isSingle: carriers.some(({ id }) => id === app),
				load: (coreMs + loadMs) / coreMs,
				book: (coreMs + bookMs) / coreMs,
				loadMb: of(({ load }) => load.rssMb) - coreMb,
				bookMb: of(({ book }) => book.rssMb) - coreMb,
				coreMs,
				bookMs: coreMs + bookMs,
			});
		}
	}
	return rows;
}

async function main(): Promise<void> {
	const option = (name: string) => {
		const at = process.argv.indexOf(name);
		return at < 0 ? undefined : process.argv[at + 1];
	};
	const before = option('--before');
	const builds = {
		...(before === undefined ? {} : { before: (app: string) => join(before, app) }),
		now: appFolder,
	};
	const app = option('--app');
	const rows = await zapierColdStart(Number(option('--runs') ?? 10), builds, app === undefined ? appNames : [app]);
	if (process.argv.includes('--json')) {
		console.log(JSON.stringify(rows));
		return;
	}
	const two = (value: number) => Number(value.toFixed(2));
	console.table(
		rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? two(value) : value]),
			),
		),
	);
}

if (require.main === module) void main();
