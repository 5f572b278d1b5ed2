import { relative } from 'node:path';

const vagueWords = new Set(['util', 'utils', 'helper', 'helpers', 'misc', 'common', 'stuff', 'lib']);

/** A file or folder is named after its content. */
export const fileName = {
	meta: {
		type: 'suggestion',
		schema: [],
		messages: { vague: '"{{word}}" does not say what the file contains: name it after its content' },
	},
	create(context) {
		return {
			Program(node) {
				const words = relative(context.cwd, context.filename)
					.split(/[\\/]/)
					.flatMap((part) => part.toLowerCase().split(/[.\-_]/));
				const word = words.find((each) => vagueWords.has(each));
				if (word) context.report({ node, messageId: 'vague', data: { word } });
			},
		};
	},
};
