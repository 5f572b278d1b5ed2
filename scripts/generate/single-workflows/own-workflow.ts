import type { Carrier } from '../../../shared/declare/carrier';
import { SETTINGS } from '../workflows/pieces';
import { ownStep } from './own-step';
import {
	alternatives,
	carrierOf,
	inItsPackage,
	isForAny,
	isNote,
	otherId,
	type NodeJson,
	type WorkflowJson,
} from './workflow-json';

/** What a note says about the choice among carriers, as it reads where there is none. */
const withoutChoice = (carrier: Carrier, trigger: string): readonly (readonly [said: RegExp, instead: string])[] => [
	[/the carrier \([^)]*\), (and )?/g, ''],
	[/ Switch that trigger on and the others off\./g, ''],
	[/in its trigger/g, `in *${trigger}*`],
	[/the trigger of your carrier/g, `*${trigger}*`],
	[/\b(at the carrier that|to the carrier that) you choose/g, `at ${carrier.title}`],
	[/\byour carrier's in/g, `your ${carrier.title} credential in`],
	[/\byour carrier's/g, `your ${carrier.title}`],
	[/\byour carrier\b/g, carrier.title],
];

const retold = (text: string, carrier: Carrier, trigger: string) =>
	withoutChoice(carrier, trigger).reduce((told, [said, instead]) => told.replace(said, instead), text);

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

/** Whoever installed the package of one carrier: the workflow has no other carrier's node. */
export function ownWorkflow(workflow: WorkflowJson, carrier: Carrier): WorkflowJson {
	const either = alternatives(workflow);
	const own = either.find((node) => carrierOf(node) === carrier);
	const others = either.filter((node) => node !== own).map(({ name }) => name);
	const nodes = workflow.nodes
		.filter(({ name }) => !others.includes(name))
		.map((node): NodeJson => {
			if (isForAny(node)) return ownStep(node, carrier);
			if (isNote(node)) {
				const content = retold(String(node.parameters.content), carrier, own?.name ?? '');
				return { ...node, parameters: { ...node.parameters, content } };
			}
			if (node !== own) return inItsPackage(node);
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
		connections: Object.fromEntries(Object.entries(workflow.connections).filter(([name]) => !others.includes(name))),
		pinData,
	};
}
