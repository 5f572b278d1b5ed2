// Writes zapier/definitions/<app>.json. With --check, writes nothing and fails where a file is not what the code gives.
// A change that would break Zaps in use is written only with --breaking.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { appNames, definitionOf, goldenFile, written } from '../review/apps';
import { breaking } from '../review/breaking';
import { readDefinition } from '../review/definition';

const has = (option: string) => process.argv.includes(option);

async function renew(app: string): Promise<boolean> {
	const file = goldenFile(app);
	const definition = await definitionOf(app);
	const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
	if (before === written(definition)) {
		console.log(`${app}: as written`);
		return true;
	}
	const breaks = before === undefined ? [] : breaking(readDefinition(JSON.parse(before)), readDefinition(definition));
	for (const each of breaks) console.log(`${app}: breaks Zaps in use: ${each}`);
	if (has('--check') || (breaks.length > 0 && !has('--breaking'))) {
		console.log(`${app}: not as written${has('--check') ? '' : '; run again with --breaking if that is meant'}`);
		return false;
	}
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, written(definition));
	console.log(`${app}: written`);
	return true;
}

async function main(): Promise<void> {
	for (const app of appNames) if (!(await renew(app))) process.exitCode = 1;
}

void main();
