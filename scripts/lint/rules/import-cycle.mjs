import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const skippedFolders = new Set(['node_modules', 'dist', 'build', 'coverage']);

function sourceFiles(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (entry.name.startsWith('.') || skippedFolders.has(entry.name)) return [];
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return sourceFiles(path);
		return entry.name.endsWith('.ts') ? [path] : [];
	});
}

const candidates = (path) => [`${path}.ts`, join(path, 'index.ts'), path];

function resolveImport(file, name) {
	if (!name.startsWith('.')) return undefined;
	return candidates(resolve(dirname(file), name)).find((path) => existsSync(path) && statSync(path).isFile());
}

/** The imports of each file, types included: two files that need each other's types should be one file. */
function importGraph(root) {
	const graph = new Map();
	for (const file of sourceFiles(root)) {
		const names = [...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^'\n]*)'/g)].map(
			([, name]) => name,
		);
		graph.set(file, new Set(names.flatMap((name) => resolveImport(file, name) ?? [])));
	}
	return graph;
}

const graphs = new Map();
const graphOf = (root) => {
	if (!graphs.has(root)) graphs.set(root, importGraph(root));
	return graphs.get(root);
};

/** The shortest way from one file to another along imports, or undefined. */
function wayBetween(graph, start, end) {
	const cameFrom = new Map([[start, undefined]]);
	const queue = [start];
	for (const file of queue) {
		if (file === end) {
			const way = [];
			for (let at = end; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
			return way;
		}
		for (const next of graph.get(file) ?? []) {
			if (cameFrom.has(next)) continue;
			cameFrom.set(next, file);
			queue.push(next);
		}
	}
	return undefined;
}

/** No file imports itself over others, not even for a type. */
export const importCycle = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { cycle: 'This import leads back here: {{way}}. Put what both need into a file of its own' },
	},
	create(context) {
		const graph = graphOf(context.cwd);
		function check(node) {
			const name = node.source?.value;
			const target = typeof name === 'string' ? resolveImport(context.filename, name) : undefined;
			const way = target && wayBetween(graph, target, context.filename);
			if (!way) return;
			const names = way.map((file) => relative(context.cwd, file).replaceAll('\\', '/'));
			context.report({ node, messageId: 'cycle', data: { way: names.join(' → ') } });
		}
		return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
	},
};
