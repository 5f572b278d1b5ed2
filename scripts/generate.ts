import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { generatedFiles } from './generate/files';
import { handover, withCalls } from './generate/zapier-calls';

const root = join(__dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readIfThere = (file: string) => (existsSync(join(root, file)) ? read(file) : undefined);

async function main(): Promise<void> {
	const files = { ...generatedFiles(read, readIfThere), [handover]: await withCalls(read(handover)) };
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
		console.log(`written: ${path}`);
	}
}

void main();
