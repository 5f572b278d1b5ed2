import { allShells, compiled } from './shells';

/** package.json with the nodes and credentials of the generated files, because n8n loads what this list names. */
export function manifest(current: string): string {
	const parsed = JSON.parse(current);
	const n8n = { ...parsed.n8n, ...compiled(Object.keys(allShells())) };
	return `${JSON.stringify({ ...parsed, n8n }, null, 2)}\n`;
}
