/** The compiler does not check a cast, so a comment next to it explains why it holds. */
export const castNeedsReason = {
	meta: {
		type: 'suggestion',
		schema: [],
		messages: { silent: 'A cast needs a comment on its line or just above that says why it holds' },
	},
	create(context) {
		const commented = new Set();
		for (const comment of context.sourceCode.getAllComments()) {
			for (let line = comment.loc.start.line; line <= comment.loc.end.line + 1; line += 1) commented.add(line);
		}
		/** The cast and its enclosing nodes, up to the function with its own comment. */
		const linesAround = (node) => {
			const ancestors = context.sourceCode.getAncestors(node);
			const own = ancestors.findLastIndex((each) =>
				/^(FunctionDeclaration|MethodDefinition|PropertyDefinition)$/.test(each.type),
			);
			return [node, ...ancestors.slice(Math.max(own - 1, 1))].map((each) => each.loc.start.line);
		};
		return {
			TSAsExpression(node) {
				if (node.parent.type === 'TSAsExpression') return;
				if (node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName.name === 'const') return;
				if (![...linesAround(node), node.loc.end.line].some((line) => commented.has(line)))
					context.report({ node, messageId: 'silent' });
			},
		};
	},
};
