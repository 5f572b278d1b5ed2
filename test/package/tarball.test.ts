import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callScript, root, type Verdict } from './child';

interface Packed {
	folder: string;
	unpacked: string;
	bytes: number;
	files: string[];
}

const scanner = 'scripts/lint/scan.mjs';
let packed: Packed;

beforeAll(async () => {
	packed = await callScript<Packed>('scripts/lint/packed.mjs', 'pack');
});

afterAll(async () => await rm(packed.folder, { recursive: true, force: true }));

test('only the build and the three files npm always takes are published', () => {
	const others = packed.files.filter((path) => !path.startsWith('dist/'));
	expect(others.filter((path) => !['package.json', 'README.md', 'LICENSE'].includes(path))).toEqual([]);
	expect(others).toEqual(expect.arrayContaining(['package.json', 'LICENSE']));
	expect(packed.files.filter((path) => /^dist\/(?!(nodes|credentials|shared|icons|known|types)\/|THIRD-PARTY\.txt$)/.test(path))).toEqual([]);
	expect(packed.files.filter((path) => /(^|\/)(zapier|sandbox|test|scripts)\/|\.ts$|\.map$/.test(path))).toEqual([]);
});

test('everything n8n looks for on disk is there', async () => {
	const { n8n } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const wanted = [...n8n.nodes, ...n8n.credentials, ...n8n.nodes.map((path: string) => path.replace(/\.js$/, '.json'))];
	const lists = ['dist/known/nodes.json', 'dist/known/credentials.json', 'dist/types/nodes.json', 'dist/types/credentials.json'];
	expect(packed.files).toEqual(expect.arrayContaining([...wanted, ...lists, 'dist/shared/delivery/phone-library.js', 'dist/THIRD-PARTY.txt']));
	expect(packed.files.filter((path) => path.endsWith('.svg')).length).toBeGreaterThan(0);
});

test('the download stays small', () => {
	expect(packed.bytes).toBeLessThan(400_000);
});

test('the library that is packed in comes with its licence', async () => {
	const notice = await readFile(join(packed.unpacked, 'dist/THIRD-PARTY.txt'), 'utf8');
	expect(notice).toMatch(/libphonenumber-js \d+\.\d+\.\d+/);
	expect(notice).toMatch(/Permission is hereby granted, free of charge/);
});

test('n8n’s package scan finds nothing in the tarball', async () => {
	expect(await callScript<Verdict>(scanner, 'scan', ['tarball', packed.unpacked])).toEqual({ clean: true, said: '' });
});

test('the scan does find what must not be published', async () => {
	await mkdir(join(packed.unpacked, 'dist/careless'), { recursive: true });
	await writeFile(join(packed.unpacked, 'dist/careless/index.js'), "const fs = require('fs');\nconsole.log(process.env.HOME, eval('1'), fs);\n");
	const { clean, said } = await callScript<Verdict>(scanner, 'scan', ['tarball', packed.unpacked]);
	expect(clean).toBe(false);
	for (const rule of ['no-restricted-globals', 'no-restricted-imports', 'no-console', 'no-dangerous-functions']) expect(said).toMatch(rule);
});
