import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { credentialName, oauthCredentialName, typeName } from '../../nodes/adapter/names';
import { packOfAll } from '../../scripts/generate/package-names';
import { machineNode } from './run-node';
import { n8nFolder, packages, packAll, type N8nFolder } from './packed';

interface Loaded {
	packageName: string;
	loadMs: number;
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
	credentials: { name: string; supportedNodes: string[]; missingIcons: string[]; form: string }[];
	lazy: { isLazy: boolean; types: string[]; loadedOnDemand: string[]; credentials: string[] };
}

let n8n: N8nFolder;
/**
 * Each package, loaded in a process with all others: first the pack of all, then the other way round and on this
 * machine's own Node, which may be the oldest that is supported.
 */
let orders: Loaded[][] = [];

const names = packages.map(({ name }) => name);

async function loadInOrder(order: readonly string[], node?: string): Promise<Loaded[]> {
	const { code, stdout, stderr } = await n8n.load(order, node);
	if (code !== 0) throw new Error(stderr);
	return JSON.parse(stdout);
}

beforeAll(async () => {
	const packed = await packAll();
	n8n = await n8nFolder(packed.values());
	orders = [await loadInOrder(names), await loadInOrder([...names].reverse(), machineNode)];
	const lines = [...packed.values()].map(({ name, bytes, files }) => {
		const times = orders.flatMap((order) => order.filter(({ packageName }) => packageName === name));
		return `  ${name}: ${Math.round(bytes / 1_024)} KB, ${files.length} files, loads in ${times.map(({ loadMs }) => Math.round(loadMs)).join(' and ')} ms`;
	});
	process.stdout.write(`${lines.join('\n')}\n`);
});
afterAll(async () => await n8n.remove());

const loadedAs = (name: string): Loaded[] =>
	orders.map((order) => {
		const found = order.find(({ packageName }) => packageName === name);
		if (!found) throw new Error(`${name} was not loaded`);
		return found;
	});

describe.each(packages)(
	'the tarball of $name, loaded by n8n beside the others in both orders',
	({ name, carriers }) => {
		test('has every node and credential of its carriers', async () => {
			const { n8n: listed } = JSON.parse(await readFile(join(n8n.folderOf(name), 'package.json'), 'utf8'));
			for (const loaded of loadedAs(name)) {
				expect(loaded.nodes.map((node) => node.name)).toEqual(
					expect.arrayContaining(
						carriers.flatMap((carrier) => [
							typeName(carrier),
							...(carrier.pollingTriggers.length > 0 ? [`${typeName(carrier)}Trigger`] : []),
							...(carrier.webhookTriggers.length > 0 ? [`${typeName(carrier)}WebhookTrigger`] : []),
						]),
					),
				);
				expect(loaded.credentials.map((credential) => credential.name)).toEqual(
					expect.arrayContaining(
						carriers.flatMap((carrier) => [
							credentialName(carrier),
							...(carrier.connection.oauth ? [oauthCredentialName(carrier)] : []),
						]),
					),
				);
				expect(loaded.nodes).toHaveLength(listed.nodes.length);
				expect(loaded.credentials).toHaveLength(listed.credentials.length);
			}
		});

		test('every node has its icons, its categories, its fields and something to run', () => {
			for (const node of loadedAs(name).flatMap(({ nodes }) => nodes)) {
				expect(node).toMatchObject({ missingIcons: [] });
				expect(node.categories.length).toBeGreaterThan(0);
				expect(node.credentials.length).toBeGreaterThan(0);
				expect(node.properties).toBeGreaterThan(0);
				expect(node.runs.length).toBeGreaterThan(0);
			}
		});

		test('every operation of a carrier shows its result before its first run', () => {
			const types = carriers.map(typeName);
			for (const { nodes } of loadedAs(name)) {
				const own = nodes.filter((node) => types.includes(node.name));
				for (const node of own) expect(node).toMatchObject({ withoutSchema: [] });
				expect(own.filter((node) => node.operations > 0).map((node) => node.name)).toHaveLength(carriers.length);
			}
		});

		test('every credential has its icons and knows its nodes', () => {
			for (const credential of loadedAs(name).flatMap(({ credentials }) => credentials)) {
				expect(credential).toMatchObject({ missingIcons: [] });
				expect(credential.supportedNodes.length).toBeGreaterThan(0);
			}
		});

		test('n8n can start without loading the nodes, and load each when it is wanted', () => {
			for (const { nodes, credentials, lazy } of loadedAs(name)) {
				const types = nodes.map((node) => node.name).sort();
				expect(lazy.isLazy).toBe(true);
				expect([...lazy.types].sort()).toEqual(types);
				expect([...lazy.loadedOnDemand].sort()).toEqual(types);
				expect([...lazy.credentials].sort()).toEqual(credentials.map((credential) => credential.name).sort());
			}
		});
	},
);

test('a credential is the same in every package, because n8n keeps the one of the last package', () => {
	const forms = new Map<string, Set<string>>();
	for (const { name, form } of orders.flatMap((order) => order.flatMap(({ credentials }) => credentials)))
		forms.set(name, new Set([...(forms.get(name) ?? []), form]));
	expect(forms.size).toBeGreaterThan(0);
	expect([...forms].filter(([, variants]) => variants.size > 1)).toEqual([]);
});

test('a package that requires anything else of the host does not load', async () => {
	const file = join(n8n.folderOf(packOfAll), 'dist/core.js');
	const original = await readFile(file, 'utf8');
	await writeFile(file, `require('libphonenumber-js/core');\n${original}`);
	const { code, stderr } = await n8n.load([packOfAll]);
	await writeFile(file, original);
	expect(stderr).toMatch(/Cannot find module 'libphonenumber-js\/core'/);
	expect(code).toBe(1);
});
