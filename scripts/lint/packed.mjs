import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../set-up/root.mjs';

const run = promisify(execFile);

/** The tarball as npm would publish it, and the same unpacked; whoever asks for it removes it. */
export async function pack() {
	if (!existsSync(join(root, 'dist/known/nodes.json'))) throw new Error('There is no build to pack: run "npm run build" first');
	const folder = await mkdtemp(join(tmpdir(), 'waybill-packed-'));
	const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder], { cwd: root, maxBuffer: 1e8 });
	const [packed] = JSON.parse(stdout);
	const unpacked = join(folder, 'unpacked');
	await mkdir(unpacked);
	await run('tar', ['-xzf', join(folder, packed.filename), '-C', unpacked, '--strip-components=1']);
	return { folder, filename: packed.filename, unpacked, bytes: packed.size, files: packed.files.map((file) => file.path), remove: async () => await rm(folder, { recursive: true, force: true }) };
}
