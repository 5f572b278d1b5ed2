import { relative } from 'node:path';

const vagueWords = new Set(['util', 'utils', 'helper', 'helpers', 'misc', 'common', 'stuff', 'lib']);

/** A file or folder is named after its content. */
export const fileName = {
	meta: {
		type: 'suggestion',
		schema: [],
		messages: { vague: '"{{word}}" says nothing about what is in it: name it for what it holds' },
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
