import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { generatedFiles } from '../../scripts/generate/files';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

test.each(Object.entries(generatedFiles(read)))('%s is as the registry says', (path, text) => {
	expect(read(path)).toBe(text);
});
