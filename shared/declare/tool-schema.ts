import { z } from 'zod/v4';

import type { Action } from './action';
import { fieldNotes } from './field';

/** A tool as language models and agents take it: a name, what it does, and JSON Schema (draft 7) of its input. */
export interface ToolSchema {
	name: string;
	title: string;
	description: string;
	/** What calling twice would do, in the words of tool annotations. */
	readOnly: boolean;
	idempotent: boolean;
	inputSchema: object;
}

export function toolSchema(carrier: string, action: Action): ToolSchema {
	return {
		name: `${carrier}_${action.id.replace('.', '_')}`,
		title: action.title,
		description: action.does,
		readOnly: action.effect === 'read',
		// A booking is found again by its reference rather than made twice.
		idempotent: true,
		inputSchema: z.toJSONSchema(action.input, {
			target: 'draft-7',
			io: 'input',
			override: ({ zodSchema, jsonSchema }) => {
				const note = zodSchema instanceof z.ZodType ? fieldNotes.get(zodSchema) : undefined;
				if (!note) return;
				jsonSchema.title = note.unit ? `${note.label} (${note.unit})` : note.label;
				if (note.help !== undefined) jsonSchema.description = note.help;
				if (note.placeholder !== undefined) jsonSchema.examples = [note.placeholder];
			},
		}),
	};
}
