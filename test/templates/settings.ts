import type { WorkflowFile } from '../../sandbox/hosts/n8n';

export type Settings = Readonly<Record<string, string | number>>;

/** The workflow with the owner's own values in Settings. */
export function withSettings(file: WorkflowFile, settings: Settings): WorkflowFile {
	const nodes = structuredClone(file.nodes);
	const list = nodes.find(({ name }) => name === 'Settings')?.parameters.assignments as {
		assignments: { id: string; value: string | number }[];
	};
	for (const each of list.assignments) each.value = settings[each.id] ?? each.value;
	return { ...file, nodes };
}
