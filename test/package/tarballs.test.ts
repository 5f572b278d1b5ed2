import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputSchemas } from '../../nodes/adapter/output-schema';
import { packOfAll } from '../../scripts/generate/package-names';
import { packages, packAll, type Packed } from './packed';
import { callScript, root, type LintResult } from './run-node';

const scanner = 'scripts/lint/scan.mjs';
/** Tarballs beyond this take notice of a library that came in by mistake. */
const MAX_BYTES: Readonly<Record<string, number>> = { [packOfAll]: 445_000 };
const MAX_SINGLE_BYTES = 290_000;

let packed: ReadonlyMap<string, Packed>;
let scans: ReadonlyMap<string, LintResult>;

beforeAll(async () => {
	packed = await packAll();
	const jobs = [...packed.values()].map(({ unpacked }) => ['tarball', unpacked]);
	const results = await callScript<LintResult[]>(scanner, 'scanAll', [jobs]);
	scans = new Map([...packed.keys()].map((name, at) => [name, results[at] ?? { clean: false, output: 'not scanned' }]));
});

const packedAs = (name: string): Packed => {
	const found = packed.get(name);
	if (!found) throw new Error(`${name} was not packed`);
	return found;
};

const isOutputSchema = (path: string) => path.includes('/__schema__/');

describe.each(packages)('the tarball of $name', ({ name, carriers }) => {
	test('holds the files that its list names, one output schema for each operation, and no other', async () => {
		const list = (await readFile(join(__dirname, `files/${name}.txt`), 'utf8'))
			.split('\n')
			.filter((line) => line !== '');
		const { files } = packedAs(name);
		expect(files.filter((path) => !isOutputSchema(path))).toEqual(list);
		expect(files.filter(isOutputSchema).sort()).toEqual(
			carriers.flatMap((carrier) => outputSchemas(carrier).map(({ path }) => `dist/${path}`)).sort(),
		);
	});

	test('has every file that n8n loads', async () => {
		const { n8n } = JSON.parse(await readFile(join(packedAs(name).unpacked, 'package.json'), 'utf8'));
		expect(packedAs(name).files).toEqual(
			expect.arrayContaining([
				...n8n.nodes,
				...n8n.credentials,
				...n8n.nodes.map((path: string) => path.replace(/\.js$/, '.json')),
			]),
		);
	});

	test('stays small', () => {
		expect(packedAs(name).bytes).toBeLessThan(MAX_BYTES[name] ?? MAX_SINGLE_BYTES);
	});

	test('comes with the licence of the library that is packed in', async () => {
		const notice = await readFile(join(packedAs(name).unpacked, 'dist/THIRD-PARTY.txt'), 'utf8');
		expect(notice).toMatch(/libphonenumber-js \d+\.\d+\.\d+/);
		expect(notice).toMatch(/Permission is hereby granted, free of charge/);
	});

	test('passes n8n’s package scan', () => {
		expect(scans.get(name)).toEqual({ clean: true, output: '' });
	});
});

test('the scan does find what must not be published', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'waybill-careless-'));
	await cp(join(root, 'package.json'), join(folder, 'package.json'));
	await writeFile(
		join(folder, 'index.js'),
		"const fs = require('fs');\nconsole.log(process.env.HOME, eval('1'), fs);\n",
	);
	const { clean, output } = await callScript<LintResult>(scanner, 'scan', ['tarball', folder]);
	await rm(folder, { recursive: true, force: true });
	expect(clean).toBe(false);
	for (const rule of ['no-restricted-globals', 'no-restricted-imports', 'no-console', 'no-dangerous-functions'])
		expect(output).toMatch(rule);
});
