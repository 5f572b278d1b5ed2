import type { INode } from 'n8n-workflow';

import { packageName, packOfAll } from '../../../scripts/generate/package-names';
import type { WorkflowFile } from '../../../sandbox/hosts/n8n';
import type { Carrier } from '../../../shared/declare/carrier';
import { carriers } from '../../../shared/registry';
import { singleFiles, workflowFile, workflowFiles } from '../files';

const isForAny = ({ type }: INode) => type === `${packOfAll}.waybill`;
const isNote = ({ type }: INode) => type === 'n8n-nodes-base.stickyNote';
const forAny = workflowFiles.filter(([, { nodes }]) => nodes.some(isForAny)).map(([name]) => name);
/** A carrier whose orders these are has a node of its own among the steps; only others carry them. */
const bookersOf = (name: string) =>
	carriers.filter(
		({ id, shopOrder }) =>
			shopOrder !== undefined &&
			!workflowFile(name).nodes.some(({ type }) => type.toLowerCase() === `${packOfAll}.${id}`),
	);
const packagesIn = ({ nodes }: WorkflowFile) => [...new Set(nodes.map(({ type }) => type.slice(0, type.indexOf('.'))))].sort();
const notesIn = ({ nodes }: WorkflowFile) => nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
/** DI2: only a booking there may have to wait for an answer. */
const proposes = ({ actions }: Carrier) => actions.some(({ verb }) => verb === 'deny');
const isOfProposals = (node: INode | undefined) =>
	['Another time proposed', 'Ask about the time'].includes(String(node?.name)) ||
	String(node?.parameters.content).startsWith('## When another time is proposed');
const targetsOf = ({ connections }: WorkflowFile, name: string) =>
	(connections[name]?.main ?? []).map((output) => (output ?? []).map(({ node }) => node));
/** Fields and fields in a collection of fields. */
const pathsIn = (parameters: object): string[] =>
	Object.entries(parameters).flatMap(([name, value]): string[] =>
		typeof value === 'object' && value !== null ? pathsIn(value).map((inner) => `${name}.${inner}`) : [name],
	);
const find = ({ nodes }: WorkflowFile, name: string) => nodes.find((node) => node.name === name);

test('every workflow for any carrier has its forms, and nothing else is there', () => {
	const expected = forAny.flatMap((name) => [name, ...bookersOf(name).map(({ id }) => `${id}/${name}`)]);
	const others = workflowFiles.map(([name]) => name).filter((name) => !forAny.includes(name));
	expect(forAny.length).toBeGreaterThan(0);
	expect(singleFiles.map(([name]) => name).sort()).toEqual(expect.arrayContaining(expected));
	expect(singleFiles.map(([name]) => name).filter((name) => !expected.includes(name) && !others.includes(name))).toEqual([]);
});

test('all forms can be imported side by side', () => {
	const ids = [...workflowFiles, ...singleFiles].map(([, { id }]) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

describe.each(forAny.flatMap((name) => bookersOf(name).map((carrier) => ({ name, carrier, id: carrier.id }))))('$id/$name', ({ name, carrier }) => {
	const pack = workflowFile(name);
	const own = workflowFile(`single/${carrier.id}/${name}`);
	const others = carriers.filter((other) => other !== carrier && packagesIn(own).every((each) => each !== packageName(other)));

	test('has the steps of the pack, and needs the package of its carrier', () => {
		expect(packagesIn(own)).toContain(packageName(carrier));
		expect(packagesIn(own)).not.toContain(packOfAll);
		const left = pack.nodes.filter(({ name: each }) => !find(own, each)).map(({ name: each }) => each);
		const ofOthers = (step: string) =>
			others.some(({ title }) => step.startsWith(`${title}: `)) || (!proposes(carrier) && isOfProposals(find(pack, step)));
		expect(left.filter((each) => !ofOthers(each))).toEqual([]);
		for (const { name: each } of own.nodes)
			expect(targetsOf(own, each)).toEqual(
				targetsOf(pack, each).map((targets) => targets.filter((target) => !left.includes(target))),
			);
		expect(own.nodes.filter(({ disabled }) => disabled === true)).toEqual([]);
	});

	test('speaks of its carrier alone, and leaves nothing to choose', () => {
		const text = JSON.stringify(own);
		for (const { id, title } of others) expect([id, title].filter((word) => text.includes(word))).toEqual([]);
		expect(text).not.toMatch(/settings\.carrier|the others off|the carrier \(|carrier's credential|its trigger/);
	});

	test('fills in all fields of a step that its carrier has', () => {
		for (const step of pack.nodes.filter(isForAny)) {
			const { carrier: _chosen, ...fields } = step.parameters;
			const parcels = carrier.shopOrder?.parcels === undefined ? ['parcelsFields'] : [];
			const kept = pathsIn(find(own, step.name)?.parameters ?? {});
			expect(pathsIn(fields).filter((path) => !kept.includes(path) && !parcels.includes(path.split('.')[0] ?? ''))).toEqual([]);
		}
	});
});

describe.each(forAny)('%s with a Switch', (name) => {
	const pack = workflowFile(name);
	const file = workflowFile(`single/${name}`);
	const among = bookersOf(name);

	test('leads each item to the step of its carrier, and from there on as the pack does', () => {
		expect(among.length).toBeGreaterThan(1);
		for (const { name: step } of pack.nodes.filter(isForAny)) {
			expect(find(file, step)?.type).toBe('n8n-nodes-base.switch');
			const own = among.map(({ title }) => `${step}: ${title}`);
			expect(targetsOf(file, step)).toEqual([...own, 'No such carrier'].map((each) => [each]));
			for (const each of own) expect(targetsOf(file, each)).toEqual(targetsOf(pack, step));
			expect(own.map((each) => find(file, each)?.type.split('.')[0])).toEqual(among.map(packageName));
		}
		expect(packagesIn(file)).not.toContain(packOfAll);
	});

	test('says which packages it needs, and which steps may be deleted', () => {
		const [packages = ''] = notesIn(file).filter((text) => text.includes('install'));
		for (const carrier of among) expect(packages).toContain(packageName(carrier));
		expect(packages).toMatch(/delete the steps and the trigger of each carrier that you do not have/);
	});
});

/** A step with its name below it, in pixels. */
const STEP = { width: 100, height: 100 };

const areaOf = ({ position: [x, y], parameters, type }: INode) => {
	const { width, height } = isNote({ type } as INode) ? { width: Number(parameters.width), height: Number(parameters.height) } : STEP;
	return { left: x, top: y, right: x + width, bottom: y + height };
};

const overlaps = (one: INode, other: INode) => {
	const [a, b] = [areaOf(one), areaOf(other)];
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

const formsOfAny = singleFiles.filter(([path]) => forAny.some((name) => path === name || path.endsWith(`/${name}`)));

test.each(formsOfAny)('%s: no step and no note lies on another', (_name, { nodes }) => {
	const pairs = nodes.flatMap((one, at) => nodes.slice(at + 1).map((other) => [one, other] as const));
	expect(pairs.filter(([one, other]) => overlaps(one, other)).map((pair) => pair.map((node) => node.name))).toEqual([]);
});
