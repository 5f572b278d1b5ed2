// npm run new-carrier -- <Title>: a carrier that compiles, with one read action and an embedded copy to try it on.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { shells } from './new-carrier/shells';

const root = join(__dirname, '..');
const templates = join(__dirname, 'new-carrier/template');

/**
 * "shared.carriers.{{id}}.carrier.ts.txt" is shared/carriers/<id>/carrier.ts: a template must not look like a source.
 */
const pathOf = (template: string, id: string): string =>
	template
		.replace(/\.ts\.txt$/, '')
		.replaceAll('.', '/')
		.replaceAll('{{id}}', id)
		.concat('.ts');

function folders(title: string, id: string): Record<string, string> {
	const fill = (text: string) =>
		text.replaceAll('{{id}}', id).replaceAll('{{Title}}', title).replaceAll('{{PREFIX}}', id.slice(0, 2).toUpperCase());
	return Object.fromEntries(
		readdirSync(templates).map((template) => [
			pathOf(template, id),
			fill(readFileSync(join(templates, template), 'utf8')),
		]),
	);
}

function main(title = ''): void {
	if (!/^[A-Z][A-Za-z0-9]+$/.test(title))
		throw new Error('Give the name as people write it: npm run new-carrier -- Stuart');
	const id = title.toLowerCase();
	const files = { ...folders(title, id), ...shells(title, id) };
	const existing = Object.keys(files).filter((path) => existsSync(join(root, path)));
	if (existing.length > 0) throw new Error(`These files exist already: ${existing.join(', ')}`);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
		console.log(`written: ${path}`);
	}
	console.log(`\nNow add ${id} of shared/carriers/${id}/carrier.ts to shared/registry.ts, and run: npm run generate`);
}

main(process.argv[2]);
