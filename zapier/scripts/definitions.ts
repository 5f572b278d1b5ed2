// Writes zapier/definitions/<app>.json. With --check, writes nothing and fails where a file is not what the code gives.
// A change that would break Zaps in use is written only with --breaking.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { appNames, definitionOf, goldenFile, serialise } from '../review/apps';
import { breakingChanges } from '../review/breaking-changes';
import { readDefinition } from '../review/definition';

const has = (option: string) => process.argv.includes(option);

async function update(app: string): Promise<boolean> {
	const file = goldenFile(app);
	const definition = await definitionOf(app);
	const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	if (before === serialise(definition)) {
		console.log(`${app}: as written`);
		return true;
	}
	const changes =
		before === undefined ? [] : breakingChanges(readDefinition(JSON.parse(before)), readDefinition(definition));
	for (const each of changes) console.log(`${app}: breaks Zaps in use: ${each}`);
	if (has('--check') || (changes.length > 0 && !has('--breaking'))) {
		console.log(`${app}: not as written${has('--check') ? '' : '; run again with --breaking if that is meant'}`);
		return false;
	}
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, serialise(definition));
	console.log(`${app}: written`);
	return true;
}

async function main(): Promise<void> {
	for (const app of appNames) if (!(await update(app))) process.exitCode = 1;
}

void main();
