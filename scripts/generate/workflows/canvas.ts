import { createHash } from 'node:crypto';

import type { IDataObject, INode } from 'n8n-workflow';

const COLUMN = 240;
const ROW = 180;

/** A step of a ready workflow. `at`: column and row of the canvas. */
export interface Step {
	name: string;
	type: string;
	version?: number;
	at: readonly [column: number, row: number];
	parameters?: IDataObject;
	/** n8n's own settings of the node: what happens on an error, credentials, a webhook. */
	settings?: Partial<
		Pick<
			INode,
			'onError' | 'alwaysOutputData' | 'retryOnFail' | 'waitBetweenTries' | 'maxTries' | 'disabled' | 'credentials'
		>
	>;
	isWebhook?: boolean;
}

/** A sticky note, beside the steps: left edge and top in columns and rows, width and height in pixels. */
export interface Note {
	text: string;
	at: readonly [column: number, row: number];
	size: readonly [width: number, height: number];
	color?: number;
}

/** From a step's output to the next step. Output 0 is the first; of a step with an error branch, the last is the errors. */
export type Link = readonly [from: string, to: string, output?: number];

/** What is to be set up: as high as its text is long, so that it ends above the steps. */
export function setUpNote(lines: readonly string[]): Note {
	const text = lines.join('\n');
	const height = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / 80)), 0);
	const rows = Math.ceil((height * 24 + 80) / ROW);
	return { text, at: [0, -rows - 0.5], size: [700, rows * ROW], color: 4 };
}

export interface ReadyWorkflow {
	file: string;
	name: string;
	steps: readonly Step[];
	links: readonly Link[];
	notes: readonly Note[];
	/** Sample items of a trigger, so that Execute shows something before anything is connected. */
	pinned: Readonly<Record<string, readonly IDataObject[]>>;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Always the same one, in the form that n8n gives its nodes. */
const uuid = (text: string) => {
	const hex = digest(text);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const place = ([column, row]: readonly [number, number]): [number, number] => [column * COLUMN, row * ROW];

const nodeOf = (file: string, step: Step) => ({
	id: uuid(`${file} ${step.name}`),
	name: step.name,
	type: step.type,
	typeVersion: step.version ?? 1,
	position: place(step.at),
	...step.settings,
	parameters: step.parameters ?? {},
	...(step.isWebhook ? { webhookId: uuid(`${file} ${step.name} webhook`) } : {}),
});

const noteOf = (file: string, { text, at, size: [width, height], color = 7 }: Note, index: number) => ({
	id: uuid(`${file} note ${index}`),
	name: `Note ${index + 1}`,
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position: place(at),
	parameters: { content: text, width, height, color },
});

function connectionsOf(links: readonly Link[]) {
	const connections: Record<string, { main: { node: string; type: 'main'; index: number }[][] }> = {};
	for (const [from, to, output = 0] of links) {
		const { main } = (connections[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return connections;
}

const pinDataOf = (pinned: ReadyWorkflow['pinned']) =>
	Object.fromEntries(Object.entries(pinned).map(([step, items]) => [step, items.map((json) => ({ json }))]));

/** The workflow as n8n exports it. */
export const workflowText = ({ file, name, steps, links, notes, pinned }: ReadyWorkflow): string =>
	`${JSON.stringify(
		{
			id: `way${digest(file).slice(0, 13)}`,
			name,
			active: false,
			nodes: [...notes.map((note, index) => noteOf(file, note, index)), ...steps.map((step) => nodeOf(file, step))],
			connections: connectionsOf(links),
			settings: { executionOrder: 'v1' },
			pinData: pinDataOf(pinned),
			meta: { templateCredsSetupCompleted: false },
			tags: [],
		},
		null,
		'\t',
	)}\n`;
