import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { generatedFiles } from '../../scripts/generate/files';
import { handover, withCalls } from '../../scripts/generate/zapier-calls';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readIfThere = (path: string) => (existsSync(join(root, path)) ? read(path) : undefined);
const generated = generatedFiles(read, readIfThere);

test.each(Object.entries(generated))('%s matches the registry', (path, text) => {
	expect(readIfThere(path)).toBe(text);
});

/** Made by a build, and committed nowhere. */
const built = /\/(dist|node_modules)\//;

test.each(['packages', 'templates/n8n/single'])('%s holds generated files only', (folder) => {
	const present = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.filter((path) => !built.test(path));
	expect(present.filter((path) => !(path in generated))).toEqual([]);
});

test('the table of requests matches what the steps send', async () => {
	expect(read(handover)).toBe(await withCalls(read(handover)));
});
