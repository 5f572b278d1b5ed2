import { z } from 'zod/v4';

import type { Action } from './action';
import { fieldMetadata } from './field';
import { markedDescription, markedName } from './twin';

/** A tool as language models and agents take it: a name, what it does, and JSON Schema (draft 7) of its input. */
export interface ToolSchema {
	name: string;
	title: string;
	description: string;
	/** The effect of calling twice, in the words of tool annotations. */
	readOnly: boolean;
	idempotent: boolean;
	inputSchema: object;
}

export function toolSchema(carrier: string, action: Action): ToolSchema {
	return {
		name: `${carrier}_${action.id.replace('.', '_')}`,
		title: markedName(action, action.title),
		description: markedDescription(action),
		readOnly: action.effect === 'read',
		// A booking is found again by its reference rather than made twice.
		idempotent: true,
		inputSchema: z.toJSONSchema(action.input, {
			target: 'draft-7',
			io: 'input',
			override: ({ zodSchema, jsonSchema }) => {
				const metadata = zodSchema instanceof z.ZodType ? fieldMetadata.get(zodSchema) : undefined;
				if (!metadata) return;
				jsonSchema.title = metadata.unit ? `${metadata.label} (${metadata.unit})` : metadata.label;
				if (metadata.help !== undefined) jsonSchema.description = metadata.help;
				if (metadata.placeholder !== undefined) jsonSchema.examples = [metadata.placeholder];
			},
		}),
	};
}
