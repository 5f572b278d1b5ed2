import type { Carrier } from '../../../shared/declare/carrier';
import { packageName } from '../package-names';
import { SETTINGS } from '../workflows/pieces';
import { ownStep } from './own-step';
import {
	choices,
	inItsPackage,
	isForAny,
	isNote,
	otherId,
	stepId,
	targetOf,
	type NodeJson,
	type Outputs,
	type WorkflowJson,
} from './workflow-json';

const NONE = 'No such carrier';
const COLUMN = 240;
const ROW = 180;
/** Beside each step of the pack is a column with the carriers' own, one below the other. */
const WIDER = 2;

const NOTE_WIDTH = 640;

const heightOf = (text: string) =>
	80 + 24 * text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / 70)), 0);

const stepName = (name: string, { title }: Carrier) => `${name}: ${title}`;

/** "a, b and c". */
const listed = (names: readonly string[], word: string) =>
	names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

/** As the node for any carrier reads it: "Cyke" is cyke. */
const CHOSEN = `={{ $('${SETTINGS}').first().json.settings.carrier.trim().toLowerCase() }}`;

const ruleFor = ({ id, title }: Carrier) => ({
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 },
		conditions: [{ id, leftValue: CHOSEN, rightValue: id, operator: { type: 'string', operation: 'equals' } }],
		combinator: 'and',
	},
	renameOutput: true,
	outputKey: title,
});

/** Each item to the step of the carrier that Settings names. */
const chooser = ({ id, name, position }: NodeJson, among: readonly Carrier[]): NodeJson => ({
	id,
	name,
	type: 'n8n-nodes-base.switch',
	typeVersion: 3.4,
	position,
	parameters: {
		mode: 'rules',
		rules: { values: among.map(ruleFor) },
		looseTypeValidation: true,
		options: { fallbackOutput: 'extra', renameFallbackOutput: NONE },
	},
});

/** A carrier that does not exist stops the run, where n8n shows it. */
function noSuchCarrier(id: string, among: readonly Carrier[], position: NodeJson['position']): NodeJson {
	const names = listed(
		among.map((carrier) => carrier.id),
		'or',
	);
	return {
		id: stepId(id, NONE),
		name: NONE,
		type: 'n8n-nodes-base.stopAndError',
		typeVersion: 1,
		position,
		parameters: { errorMessage: `Nothing is booked: the carrier in Settings must be ${names}.` },
	};
}

function packagesNote(among: readonly Carrier[], steps: readonly string[]): string {
	const packages = listed(among.map(packageName), 'and');
	const example = `*${steps[0]}: ${among[0]?.title}*`;
	return [
		'## One step for each carrier',
		`n8n runs and publishes this workflow only when it knows every step in it: install ${packages}, or delete the steps and the trigger of each carrier that you do not have.`,
		'',
		`From ${listed(
			steps.map((name) => `*${name}*`),
			'and',
		)}, each order goes to the step of the carrier that *Settings* names. Choose the credentials there, as in ${example}.`,
		'',
		'With one carrier, import its own file instead, from the folder with its name: there is nothing to delete.',
	].join('\n');
}

/** Credentials are chosen in the steps to which a Switch leads. */
const behindSwitches = (note: NodeJson): NodeJson => ({
	...note,
	parameters: {
		...note.parameters,
		content: String(note.parameters.content)
			.replace(/(your carrier's(?: credential)? in )(?=\*)/g, '$1its steps after ')
			.replace(/(in its trigger and in )(?=\*)/g, '$1its steps after '),
	},
});

/** Above the first row, what is above the steps stays as near to them as it was. */
const spread = (nodes: readonly NodeJson[], rows: number) => {
	const top = Math.min(...nodes.filter((node) => !isNote(node)).map(({ position: [, y] }) => y));
	return (node: NodeJson): NodeJson => {
		const [x, y] = node.position;
		return { ...node, position: [x * WIDER, isNote(node) && y < top ? y - top + top * rows : y * rows] };
	};
};

/** The workflow for several carriers without the node for any: a Switch leads to the step of each. */
export function switchedWorkflow(workflow: WorkflowJson): WorkflowJson {
	const among = choices(workflow);
	const id = otherId(workflow.id, '');
	const steps = workflow.nodes.filter(isForAny).map(({ name }) => name);
	// Later steps name earlier ones, and the Switch that has the name of a step gives what went into it.
	const named = steps.find((name) => JSON.stringify(workflow.nodes).includes(`$('${name}')`));
	if (named !== undefined)
		throw new Error(`"${workflow.name}" reads "${named}" by its name, and each carrier has its own`);
	const placed = workflow.nodes.map(spread(workflow.nodes, Math.max(WIDER, among.length)));
	const nodes = placed.flatMap((node): NodeJson[] => {
		if (isNote(node)) return [behindSwitches(node)];
		if (!isForAny(node)) return [inItsPackage(node)];
		const [x, y] = node.position;
		const own = among.map((carrier, row): NodeJson => {
			const name = stepName(node.name, carrier);
			return { ...ownStep(node, carrier), id: stepId(node.id, name), name, position: [x + COLUMN, y + row * ROW] };
		});
		return [chooser(node, among), ...own];
	});
	const connections = Object.fromEntries(
		Object.entries(workflow.connections).flatMap(([name, outputs]): [string, { main: Outputs }][] => {
			if (!steps.includes(name)) return [[name, outputs]];
			const main = [...among.map((carrier) => [targetOf(stepName(name, carrier))]), [targetOf(NONE)]];
			return [
				[name, { main }],
				...among.map((carrier): [string, { main: Outputs }] => [stepName(name, carrier), outputs]),
			];
		}),
	);
	const lowest = Math.max(...placed.map(({ position: [, y] }) => y));
	const content = packagesNote(among, steps);
	// Left of all others, so that it is read first.
	const [, setUpAt = 0] = placed.find(isNote)?.position ?? [];
	const note: NodeJson = {
		id: stepId(id, 'packages'),
		name: 'Packages',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		position: [-NOTE_WIDTH - 60, setUpAt],
		parameters: { content, width: NOTE_WIDTH, height: heightOf(content), color: 3 },
	};
	return {
		...workflow,
		id,
		nodes: [note, ...nodes, noSuchCarrier(id, among, [4 * COLUMN, lowest + 2 * ROW])],
		connections,
	};
}
