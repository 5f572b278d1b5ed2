import { isAbsolute, join, posix, relative, sep } from 'node:path';

const inProject = (cwd, path) => relative(cwd, path).split(sep).join('/');

function inside(path, folders) {
	return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** The allowed imports of a part of the project: packages by name, and folders of the project. */
export const imports = {
	meta: {
		type: 'problem',
		schema: [
			{
				type: 'object',
				additionalProperties: false,
				properties: {
					packages: { type: 'array', items: { type: 'string' } },
					folders: { type: 'array', items: { type: 'string' } },
					exceptFolders: { type: 'array', items: { type: 'string' } },
					because: { type: 'string' },
				},
			},
		],
		messages: {
			package: '"{{name}}" may not be imported here: {{because}}',
			folder: '"{{name}}" leaves the folders that may be imported here: {{because}}',
		},
	},
	create(context) {
		const { packages, folders, exceptFolders = [], because } = context.options[0];
		const here = posix.dirname(inProject(context.cwd, context.filename));

		function check(node, name) {
			if (typeof name !== 'string') return;
			const data = { name, because };
			if (!name.startsWith('.') && !isAbsolute(name)) {
				if (packages !== undefined && !packages.includes(name)) context.report({ node, messageId: 'package', data });
				return;
			}
			const target = name.startsWith('.') ? posix.join(here, name) : inProject(context.cwd, join(name));
			if ((folders !== undefined && !inside(target, folders)) || inside(target, exceptFolders))
				context.report({ node, messageId: 'folder', data });
		}

		const bySource = (node) => check(node, node.source?.value);
		return {
			ImportDeclaration: bySource,
			ExportNamedDeclaration: bySource,
			ExportAllDeclaration: bySource,
			ImportExpression: bySource,
			TSImportType: (node) => check(node, node.argument?.literal?.value ?? node.source?.value),
			"CallExpression[callee.name='require']": (node) => check(node, node.arguments[0]?.value),
		};
	},
};
