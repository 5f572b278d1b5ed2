import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { generatedFiles } from './generate/files';

const root = join(__dirname, '..');

for (const [path, text] of Object.entries(generatedFiles((file) => readFileSync(join(root, file), 'utf8')))) {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
	console.log(`written: ${path}`);
}
