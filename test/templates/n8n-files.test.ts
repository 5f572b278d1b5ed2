import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import { typeName } from '../../nodes/adapter/names';
import { packageFolder } from '../../scripts/generate/package-names';
import type { WorkflowFile } from '../../sandbox/hosts/n8n';
import { fromSources } from '../../sandbox/hosts/n8n/installed';
import { carriers } from '../../shared/registry';
import { singleFiles, workflowFiles } from './files';
import { referenceOf } from '../../shared/run/booking-settings';

const installed = fromSources(['.', ...carriers.map(packageFolder)]);
const files = [...workflowFiles, ...singleFiles.map(([name, file]) => [`single/${name}`, file] as const)];
const NOTE = 'n8n-nodes-base.stickyNote';
const WAIT = 'n8n-nodes-base.wait';

/** Fields that n8n itself adds to the form of a polling trigger. */
const added = ['pollTimes'];

/** The fields of a node that its form does not have, or that its form hides. */
function unknownFields(node: INode): string[] {
	const description = installed.nodes.get(node.type)?.description;
	if (!description) return [`${node.type} does not exist`];
	const actual: INodeParameters = Object.fromEntries(Object.entries(node.parameters).filter(([name]) => description.polling !== true || !added.includes(name)));
	const known = NodeHelpers.getNodeParameters(description.properties, structuredClone(actual), true, false, node, description) ?? {};
	return missing(actual, known, '');
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function missing(actual: object, known: object, at: string): string[] {
	return Object.entries(actual).flatMap(([name, value]): string[] => {
		const expected: unknown = Object.entries(known).find(([each]) => each === name)?.[1];
		const path = `${at}${name}`;
		if (isTree(value)) return isTree(expected) ? missing(value, expected, `${path}.`) : [path];
		return expected === value ? [] : [path];
	});
}

/** The steps after a step, in the order in which n8n runs them: from the top, then from the left. */
const nextOf = ({ nodes, connections }: WorkflowFile, name: string): INode[] =>
	nodes
		.filter((node) => connections[name]?.main?.some((branch) => branch?.some((link) => link.node === node.name)))
		.sort(({ position: [x1, y1] }, { position: [x2, y2] }) => y1 - y2 || x1 - x2);

const isOurs = ({ type }: INode) => !type.startsWith('n8n-nodes-base.');

test('a field that a form does not have is noticed', () => {
	const type = 'n8n-nodes-waybill.cyke';
	const node = { id: '', name: '', type, typeVersion: 1, position: [0, 0] as [number, number] };
	const parameters = { resource: 'delivery', operation: 'create', comment: 'x', dropoffFields: { floor: '2' }, packages: { line: [{ kind: 'box' }] } };
	expect(unknownFields({ ...node, parameters })).toEqual(['comment', 'dropoffFields.floor', 'packages.line.0.kind']);
	expect(unknownFields({ ...node, parameters: { resource: 'delivery', operation: 'cancel', direction: 'outbound' } })).toEqual(['direction']);
	expect(unknownFields({ ...node, type: 'n8n-nodes-waybill.cyke2', parameters: {} })).toEqual(['n8n-nodes-waybill.cyke2 does not exist']);
});

describe.each(files)('%s', (name, file) => {
	const ours = file.nodes.filter(isOurs);

	test('is what n8n exports', () => {
		expect(file).toMatchObject({ name: expect.any(String), active: false, pinData: expect.any(Object), settings: { executionOrder: 'v1' } });
		expect(file.id).toMatch(/^[A-Za-z0-9]{16}$/);
		const ids = file.nodes.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const names = file.nodes.map((node) => node.name);
		expect(new Set(names).size).toBe(names.length);
		const linked = Object.entries(file.connections).flatMap(([from, { main = [] }]) => [from, ...main.flatMap((branches) => (branches ?? []).map(({ node }) => node))]);
		expect(linked.filter((each) => !names.includes(each))).toEqual([]);
		expect(names.filter((each) => !linked.includes(each) && file.nodes.some((node) => node.name === each && node.type !== NOTE))).toEqual([]);
	});

	test('fills in only what our forms have, and all that they require', () => {
		expect(ours.length).toBeGreaterThan(0);
		for (const node of ours) {
			expect([node.name, unknownFields(node)]).toEqual([node.name, []]);
			const description = installed.nodes.get(node.type)?.description;
			const issues = description && NodeHelpers.getNodeParametersIssues(description.properties, node, description);
			expect([node.name, issues]).toEqual([node.name, null]);
		}
	});

	// While a step waits, everything that n8n has not run yet waits with it: for hours, where a shop is down for hours.
	test('tells about a step that waits before it waits', () => {
		const late = file.nodes.flatMap((node) => {
			const followers = nextOf(file, node.name);
			const wait = followers.findIndex(({ type }) => type === WAIT);
			return wait < 0 ? [] : followers.slice(wait + 1).map((follower) => `${node.name}: ${follower.name}`);
		});
		expect(late).toEqual([]);
	});

	test('names the credentials to choose, and holds none', () => {
		for (const node of ours) {
			const description = installed.nodes.get(node.type)?.description;
			const wanted = (description?.credentials ?? []).filter((credential) => description && NodeHelpers.displayParameter(node.parameters, credential, node, description));
			const names = Object.keys(node.credentials ?? {});
			// Where an expression chooses the carrier, the form shows every carrier's credential, and one is filled in.
			if (String(node.parameters.carrier).startsWith('=')) {
				expect(names).toHaveLength(1);
				expect(description?.credentials?.map((credential) => credential.name)).toEqual(expect.arrayContaining(names));
			} else expect(names).toEqual(wanted.map((credential) => credential.name));
		}
		const named = file.nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(named.every((credential) => /^[a-z]+-account$/.test(credential.id ?? '') && / account$/.test(credential.name))).toBe(true);
	});

	test('explains to a shop owner what to set', () => {
		const notes = file.nodes.filter(({ type }) => type === NOTE).map(({ parameters }) => String(parameters.content));
		expect(notes.some((text) => text.includes('**To set up**') && text.includes('Publish'))).toBe(true);
		// Every step that a note mentions exists.
		const mentionedSteps = notes.flatMap((text) => [...text.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, step]) => step));
		expect(mentionedSteps.filter((step) => !file.nodes.some((node) => node.name === step))).toEqual([]);
	});

	test('books with a reference of the shop and with retries', () => {
		for (const { type, parameters, retryOnFail } of ours) {
			const id = `${String(parameters.resource)}.${String(parameters.operation)}`;
			const found = carriers.find((carrier) => type.endsWith(`.${typeName(carrier)}`))?.actions.find((each) => each.id === id);
			if (found?.effect !== 'booking') continue;
			expect(retryOnFail).toBe(true);
			const reference = found.kind === 'call' ? referenceOf(found) : undefined;
			if (reference !== undefined) expect(parameters[reference]).toMatch(/^=[A-Z]+-\{\{/);
		}
	});

	test('is listed in templates/README.md by the name of its file', () => {
		const [base] = name.split('/').slice(-1);
		expect(readFileSync(join(__dirname, '../../templates/README.md'), 'utf8')).toContain(`n8n/${base}.json`);
	});
});
