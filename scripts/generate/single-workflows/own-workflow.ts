import type { Carrier } from '../../../shared/declare/carrier';
import { proposers } from '../workflows/carrier-steps';
import { offerSentence, titleAmong } from '../workflows/offers';
import { SETTINGS } from '../workflows/pieces';
import { isProposalNote, proposalNames } from '../workflows/proposals';
import { ownStep } from './own-step';
import {
	alternatives,
	carrierOf,
	choices,
	inItsPackage,
	isForAny,
	isNote,
	otherId,
	type NodeJson,
	type WorkflowJson,
} from './workflow-json';

const proposes = (carrier: Carrier) => proposers.some((proposer) => proposer.carrier === carrier);

/** What a note says about the choice among carriers, as it reads where there is none. */
const withoutChoice = (
	carrier: Carrier,
	among: readonly Carrier[],
	trigger: string,
): readonly (readonly [text: RegExp | string, instead: string])[] => [
	[/the carrier \([^)]*\), (and )?/g, ''],
	[/ Switch that trigger on and the others off\./g, ''],
	[/in its trigger/g, `in *${trigger}*`],
	[/the trigger of your carrier/g, `*${trigger}*`],
	[/\b(at the carrier that|to the carrier that) you choose/g, `at ${carrier.title}`],
	[/\byour carrier's in/g, `your ${carrier.title} credential in`],
	[/\byour carrier's/g, `your ${carrier.title}`],
	[/\byour carrier\b/g, carrier.title],
	[offerSentence(among), offerSentence([carrier])],
	[/ The other carriers propose no times\./, ''],
	...(proposes(carrier) ? [] : [[/\*Ask about the time\*(, | and )/g, ''] as const]),
];

const reworded = (text: string, ...choice: Parameters<typeof withoutChoice>) =>
	withoutChoice(...choice).reduce((left, [text, instead]) => left.replace(text, instead), text);

const PACKAGE = /, a usual package/g;

/** Settings that no step reads are gone, and so is what a note says of the package of the shop. */
function withSettingsInUse(nodes: readonly NodeJson[]): NodeJson[] {
	const inUse = (name: string) => JSON.stringify(nodes).includes(`json.${name}`);
	const settings = (node: NodeJson): NodeJson => {
		const { assignments } = node.parameters.assignments as { assignments: { name: string }[] };
		const left = assignments.filter(({ name }) => inUse(name));
		return { ...node, parameters: { ...node.parameters, assignments: { assignments: left } } };
	};
	return nodes.map((node) => {
		if (node.name === SETTINGS) return settings(node);
		if (!isNote(node) || inUse('settings.packageWeight')) return node;
		return {
			...node,
			parameters: { ...node.parameters, content: String(node.parameters.content).replace(PACKAGE, '') },
		};
	});
}

/** What a carrier that proposes no times has no use for. */
const proposalStepsIn = ({ nodes }: WorkflowJson) =>
	nodes
		.filter(
			(node) =>
				proposalNames.some((name) => name === node.name) ||
				(isNote(node) && isProposalNote(String(node.parameters.content))),
		)
		.map(({ name }) => name);

const withoutTargets = (
	connections: WorkflowJson['connections'],
	gone: readonly string[],
): WorkflowJson['connections'] =>
	Object.fromEntries(
		Object.entries(connections)
			.filter(([name]) => !gone.includes(name))
			.map(([name, { main }]) => [
				name,
				{ main: main.map((targets) => targets.filter(({ node }) => !gone.includes(node))) },
			]),
	);

/** A field that holds the name of the chosen carrier holds this one's. */
const named = (node: NodeJson, chosen: string, title: string): NodeJson => ({
	...node,
	parameters: Object.fromEntries(
		Object.entries(node.parameters).map(([field, value]) => [field, value === chosen ? title : value]),
	),
});

/** Whoever installed the package of one carrier: the workflow has no other carrier's node. */
export function ownWorkflow(workflow: WorkflowJson, carrier: Carrier): WorkflowJson {
	const either = alternatives(workflow);
	const among = choices(workflow);
	const own = either.find((node) => carrierOf(node) === carrier);
	const others = [
		...either.filter((node) => node !== own).map(({ name }) => name),
		...(proposes(carrier) ? [] : proposalStepsIn(workflow)),
	];
	const nodes = workflow.nodes
		.filter(({ name }) => !others.includes(name))
		.map((node): NodeJson => {
			if (isForAny(node)) return ownStep(node, carrier);
			if (isNote(node)) {
				const content = reworded(String(node.parameters.content), carrier, among, own?.name ?? '');
				return { ...node, parameters: { ...node.parameters, content } };
			}
			if (node !== own) return named(inItsPackage(node), titleAmong(among), carrier.title);
			const { disabled: _off, ...trigger } = inItsPackage(node);
			return { ...trigger, position: either[0]?.position ?? node.position };
		});
	// The sample of another carrier's trigger is this one's.
	const pinData = Object.fromEntries(
		Object.entries(workflow.pinData).map(([name, items]) =>
			either.some((node) => node.name === name)
				? [own?.name ?? name, items.map(({ json }) => ({ json: { ...json, carrier: carrier.id } }))]
				: [name, items],
		),
	);
	return {
		...workflow,
		id: otherId(workflow.id, carrier.id),
		name: `${workflow.name} (${carrier.title})`,
		nodes: withSettingsInUse(nodes),
		connections: withoutTargets(workflow.connections, others),
		pinData,
	};
}
