import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { callScript, root, runNode, type Ran } from './child';

/** What n8n lets a community package take from its own modules, of what we use. */
const shared = ['n8n-workflow', 'zod', 'luxon'];

interface Loaded {
	nodes: {
		name: string;
		displayName: string;
		missingIcons: string[];
		categories: string[];
		credentials: string[];
		properties: number;
		operations: number;
		withoutSchema: unknown[];
		runs: string[];
	}[];
	credentials: { name: string; supportedNodes: string[]; missingIcons: string[] }[];
	lazy: { isLazy: boolean; types: string[]; loadedOnDemand: string[]; credentials: string[] };
	phone: string;
}

let home = '';
let installed = '';

/** As n8n installs: unpacked beside nothing else, without the packages that development needs. */
async function installAsN8n(): Promise<void> {
	const packed = await callScript<{ folder: string; unpacked: string }>('scripts/lint/packed.mjs', 'pack');
	home = await mkdtemp(join(tmpdir(), 'waybill-n8n-'));
	installed = join(home, '.n8n/nodes/node_modules/n8n-nodes-waybill');
	await mkdir(dirname(installed), { recursive: true });
	await cp(packed.unpacked, installed, { recursive: true });
	await rm(packed.folder, { recursive: true, force: true });
	const { devDependencies, peerDependencies, ...manifest } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
	expect(Object.keys(devDependencies)).not.toHaveLength(0);
	expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
	await writeFile(join(installed, 'package.json'), JSON.stringify(manifest));
	await mkdir(join(home, 'host'));
	for (const name of shared) await symlink(join(root, 'node_modules', name), join(home, 'host', name), 'dir');
}

async function load(): Promise<Ran> {
	const env = { NODE_PATH: join(home, 'host'), NODE_OPTIONS: undefined };
	return await runNode([join(__dirname, 'load-as-n8n.cjs'), join(root, 'node_modules/n8n-core'), installed], { cwd: home, env });
}

beforeAll(installAsN8n);
afterAll(async () => await rm(home, { recursive: true, force: true }));

describe('the tarball, installed and loaded as n8n does', () => {
	let loaded: Loaded;
	let manifest: { n8n: { nodes: string[]; credentials: string[] } };

	beforeAll(async () => {
		manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
		const { code, stdout, stderr } = await load();
		if (code !== 0) throw new Error(stderr);
		loaded = JSON.parse(stdout);
	});

	test('every node and credential of the package loads', () => {
		expect(loaded.nodes.map((node) => node.name).sort()).toEqual([
			'cubyn',
			'cubynTrigger',
			'cubynWebhookTrigger',
			'cyke',
			'cykeTrigger',
			'cykeWebhookTrigger',
			'deliverIt',
			'deliverItTrigger',
			'hubRise',
			'hubRiseTrigger',
			'hubRiseWebhookTrigger',
		]);
		expect(loaded.credentials.map((credential) => credential.name).sort()).toEqual(['cubynApi', 'cykeApi', 'deliverItApi', 'hubRiseApi', 'hubRiseOAuth2Api']);
		expect(loaded.nodes).toHaveLength(manifest.n8n.nodes.length);
		expect(loaded.credentials).toHaveLength(manifest.n8n.credentials.length);
	});

	test('every node has its icons, its categories, its fields and something to run', () => {
		for (const node of loaded.nodes) {
			expect(node).toMatchObject({ missingIcons: [] });
			expect(node.categories.length).toBeGreaterThan(0);
			expect(node.credentials.length).toBeGreaterThan(0);
			expect(node.properties).toBeGreaterThan(0);
			expect(node.runs.length).toBeGreaterThan(0);
		}
	});

	test('every operation shows its result before its first run', () => {
		for (const node of loaded.nodes) expect(node).toMatchObject({ withoutSchema: [] });
		expect(loaded.nodes.filter((node) => node.operations > 0).map((node) => node.name).sort()).toEqual(['cubyn', 'cyke', 'deliverIt', 'hubRise']);
	});

	test('every credential has its icons and knows its nodes', () => {
		for (const credential of loaded.credentials) {
			expect(credential).toMatchObject({ missingIcons: [] });
			expect(credential.supportedNodes.length).toBeGreaterThan(0);
		}
	});

	test('n8n can start without loading the nodes, and load each when it is wanted', () => {
		const names = loaded.nodes.map((node) => node.name).sort();
		expect(loaded.lazy.isLazy).toBe(true);
		expect([...loaded.lazy.types].sort()).toEqual(names);
		expect([...loaded.lazy.loadedOnDemand].sort()).toEqual(names);
		expect([...loaded.lazy.credentials].sort()).toEqual(loaded.credentials.map((credential) => credential.name).sort());
	});

	test('the library that was packed in works', () => {
		expect(loaded.phone).toBe('+33612345678');
	});
});

test('a package that asks for anything else of the host does not load', async () => {
	const file = join(installed, 'dist/shared/delivery/phone-library.js');
	const whole = await readFile(file, 'utf8');
	await writeFile(file, "module.exports = require('libphonenumber-js/core');\n");
	const { code, stderr } = await load();
	await writeFile(file, whole);
	expect(stderr).toMatch(/Cannot find module 'libphonenumber-js\/core'/);
	expect(code).toBe(1);
});
