import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Carrier } from '../../../shared/declare/carrier';
import { packageName } from '../package-names';
import { workflowFiles } from '../workflows';
import { ownWorkflow } from './own-workflow';
import { switchedWorkflow } from './switched-workflow';
import { choices, inItsPackage, isForAny, isOurs, otherId, type WorkflowJson } from './workflow-json';

const folder = 'templates/n8n';
const root = join(__dirname, '../../..');

/** The ready workflows for the pack of all: those made from declarations, and those written by hand. */
function ready(): [file: string, workflow: WorkflowJson][] {
	const made = workflowFiles();
	const written = readdirSync(join(root, folder))
		.filter((file) => file.endsWith('.json') && !(`${folder}/${file}` in made))
		.map((file): [string, string] => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')]);
	return [...Object.entries(made), ...written]
		.map(([path, text]): [string, WorkflowJson] => [path.slice(folder.length + 1), JSON.parse(text)])
		.sort(([one], [other]) => one.localeCompare(other));
}

/** One of steps that name their carriers: the same steps in the carriers' packages. */
const renamed = (workflow: WorkflowJson): WorkflowJson => ({
	...workflow,
	id: otherId(workflow.id, ''),
	nodes: workflow.nodes.map(inItsPackage),
});

/** For any carrier: with a Switch, and once more for each carrier alone. */
function variants([file, workflow]: [string, WorkflowJson]): [path: string, variant: WorkflowJson][] {
	if (!workflow.nodes.some(isOurs)) return [];
	if (!workflow.nodes.some(isForAny)) return [[file, renamed(workflow)]];
	return [
		[file, switchedWorkflow(workflow)],
		...choices(workflow).map((carrier): [string, WorkflowJson] => [
			`${carrier.id}/${file}`,
			ownWorkflow(workflow, carrier),
		]),
	];
}

const all = () =>
	ready()
		.flatMap(variants)
		.map(([file, workflow]) => ({ path: `${folder}/single/${file}`, workflow }));

/** The ready workflows for whoever installs single packages: path and text. */
export const singleWorkflows = (): Record<string, string> =>
	Object.fromEntries(all().map(({ path, workflow }) => [path, `${JSON.stringify(workflow, null, '\t')}\n`]));

const packagesIn = ({ nodes }: WorkflowJson) =>
	new Set(nodes.map(({ type }) => type.slice(0, type.indexOf('.'))).filter((name) => name !== 'n8n-nodes-base'));

interface CarrierWorkflow {
	path: string;
	name: string;
	/** Packages that it needs beside the carrier's. */
	needs: string[];
}

/** Ready workflows for the package of a carrier. Of those for several carriers, its own form. */
export function workflowsOf(carrier: Carrier): CarrierWorkflow[] {
	const own = packageName(carrier);
	const used = all().filter(({ workflow }) => packagesIn(workflow).has(own));
	const ownForm = (path: string) => path.replace('/single/', `/single/${carrier.id}/`);
	return used
		.filter(({ path }) => !used.some((other) => other.path === ownForm(path)))
		.map(({ path, workflow }) => ({
			path,
			name: workflow.name,
			needs: [...packagesIn(workflow)].filter((name) => name !== own).sort(),
		}));
}
