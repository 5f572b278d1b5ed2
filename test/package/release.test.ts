import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './packed';
import { callScript, root } from './run-node';

interface Field {
	type: string;
	required?: boolean;
	values?: string[];
}

interface Definition {
	version: string;
	nodes: Record<string, { versions: number[]; credentials: string[]; fields: Record<string, Field> }>;
	credentials: Record<string, Record<string, Field>>;
}

const published: Definition = {
	version: '0.2.3',
	nodes: {
		bike: {
			versions: [1],
			credentials: ['bikeApi'],
			fields: {
				'delivery.create.city': { type: 'string' },
				'delivery.create.kind': { type: 'options', values: ['box', 'bag'] },
			},
		},
	},
	credentials: { bikeApi: { token: { type: 'string', required: true } } },
};

function changed(version: string, change: (definition: Definition) => void): Definition {
	const copy = structuredClone(published);
	copy.version = version;
	change(copy);
	return copy;
}

const fieldsOf = ({ nodes }: Definition) => nodes.bike?.fields ?? {};

const breaks: Readonly<Record<string, (definition: Definition) => void>> = {
	'a field is gone': (now) => void delete fieldsOf(now)['delivery.create.city'],
	'a field has another type': (now) => void (fieldsOf(now)['delivery.create.city'] = { type: 'number' }),
	'a field is required now': (now) => void (fieldsOf(now)['delivery.create.city'] = { type: 'string', required: true }),
	'a new field is required': (now) => void (fieldsOf(now)['delivery.create.zip'] = { type: 'string', required: true }),
	'a choice is gone': (now) => void (fieldsOf(now)['delivery.create.kind'] = { type: 'options', values: ['box'] }),
	'a node is gone': (now) => void delete now.nodes.bike,
	'a credential is gone': (now) => void delete now.credentials.bikeApi,
};
const gone = (now: Definition) => void delete now.nodes.bike;
const add = (now: Definition) => void (fieldsOf(now)['delivery.cancel.id'] = { type: 'string', required: true });

interface Case {
	what: string;
	version: string;
	change: (definition: Definition) => void;
	last?: Definition;
	/** The lowest version that it may have; without it the version is right. */
	lowest?: string;
}

const cases: Case[] = [
	...Object.entries(breaks).flatMap(([what, change]) => [
		{ what, version: '0.2.4', change, lowest: '0.3.0' },
		{ what, version: '0.3.0', change },
	]),
	{ what: 'a new operation', version: '0.2.3', change: add, lowest: '0.2.4' },
	{ what: 'a new operation', version: '0.2.4', change: add },
	{ what: 'nothing', version: '0.2.3', change: () => undefined },
	{ what: 'a node is gone', version: '1.5.0', change: gone, last: { ...published, version: '1.4.2' }, lowest: '2.0.0' },
];

describe('the version that a change asks for', () => {
	let answers: string[][] = [];

	beforeAll(async () => {
		const pairs = cases.map(({ version, change, last = published }) => [last, changed(version, change)]);
		answers = await callScript('scripts/release/breaking-changes.mjs', 'versionProblemsOf', [pairs]);
	});

	test.each(cases.map((each, at) => ({ ...each, at })))('$what, as $version', ({ at, lowest }) => {
		expect(answers[at]).toEqual(lowest === undefined ? [] : [expect.stringContaining(`must be ${lowest} or higher`)]);
	});
});

test('manifest, README and changelog of every package are ready to be published', async () => {
	const problems = await callScript<Record<string, string[]>>('scripts/release/readiness.mjs', 'problemsInFiles');
	expect(problems).toEqual(Object.fromEntries(packages.map(({ name }) => [name, []])));
});

test('n8n’s scan finds a package by its name, so no other package.json in the repository has it', () => {
	const { stdout } = spawnSync('git', ['ls-files', '*package.json'], { cwd: root, encoding: 'utf8' });
	const names = stdout
		.split('\n')
		.filter((path) => path !== '')
		.map((path): string => JSON.parse(readFileSync(join(root, path), 'utf8')).name);
	for (const { name } of packages) expect(names.filter((each) => each === name)).toEqual([name]);
});

test('the Zapier apps have the version of the changelog that they share with the pack of all', () => {
	const versionOf = (folder: string): string =>
		JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).version;
	const apps = readdirSync(join(root, 'zapier/apps'));
	expect(apps.length).toBeGreaterThan(1);
	for (const app of apps) expect([app, versionOf(`zapier/apps/${app}`)]).toEqual([app, versionOf('.')]);
});

describe('the workflows of the repository', () => {
	const workflow = (file: string) => readFileSync(join(root, '.github/workflows', file), 'utf8');
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

	test.each(['ci.yml', 'release.yml'])('%s runs commands that exist', (file) => {
		const commands = [...workflow(file).matchAll(/npm (?:run )?([\w-]+)/g)].map(([, command]) => command);
		expect(commands.length).toBeGreaterThan(0);
		for (const command of commands.filter((each) => each !== 'knows')) expect(Object.keys(scripts)).toContain(command);
	});

	test('a release is dry unless its box is ticked, and proves where the package comes from', () => {
		const text = workflow('release.yml');
		expect(text).toMatch(/publish:\n.*\n\s+type: boolean\n\s+default: false/);
		expect(text).toMatch(/id-token: write/);
		expect(text).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
		expect(text).toMatch(/if: \$\{\{ !inputs\.publish \}\}\n\s+run: npm run release -- "\$PACKAGE" "\$VERSION"\n/);
	});
});
