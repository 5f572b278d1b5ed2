import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '../set-up/fingerprint.mjs';
import { root } from '../set-up/root.mjs';
import { manifestOf, packageFolders } from './packages.mjs';

const run = promisify(execFile);
const cache = join(root, '.cache/packed');
const published = ['dist', 'package.json', 'README.md', 'LICENSE'];

async function npmPack(target, folders) {
	const { stdout } = await run(
		'npm',
		['pack', ...folders.map((folder) => join(root, folder)), '--ignore-scripts', '--json', '--loglevel=error'],
		{ cwd: target, maxBuffer: 1e8 },
	);
	return JSON.parse(stdout);
}

async function store(staging, { filename, size, files }, target) {
	const own = join(staging, filename.replace(/\.tgz$/, ''));
	await mkdir(join(own, 'unpacked'), { recursive: true });
	await rename(join(staging, filename), join(own, filename));
	await run('tar', ['-xzf', join(own, filename), '-C', join(own, 'unpacked'), '--strip-components=1']);
	const packed = { filename, bytes: size, files: files.map(({ path }) => path).sort() };
	await writeFile(join(own, 'packed.json'), JSON.stringify(packed));
	await mkdir(dirname(target), { recursive: true });
	for (const older of await readdir(dirname(target)))
		if (older !== basename(target)) await rm(join(dirname(target), older), { recursive: true, force: true });
	// Another process may have been first with the same content.
	await rename(own, target).catch((error) => {
		if (!existsSync(join(target, 'packed.json'))) throw error;
	});
}

function targetOf(folder) {
	const { name } = manifestOf(folder);
	if (!existsSync(join(root, folder, 'dist/known/nodes.json')))
		throw new Error(`There is no build of ${name} to pack: run "npm run build" first`);
	return { name, folder, target: join(cache, name, fingerprint(join(root, folder), published).slice(0, 16)) };
}

/**
 * Packages as npm would publish them: tarball and unpacked content. Both stay in the cache until the package changes,
 * so nobody may write there.
 */
async function packFolders(folders) {
	const targets = folders.map(targetOf);
	const missing = targets.filter(({ target }) => !existsSync(join(target, 'packed.json')));
	if (missing.length > 0) {
		await mkdir(cache, { recursive: true });
		const staging = await mkdtemp(join(cache, 'new-'));
		const packed = await npmPack(
			staging,
			missing.map(({ folder }) => folder),
		);
		for (const { name, target } of missing)
			await store(
				staging,
				packed.find((each) => each.name === name),
				target,
			);
		await rm(staging, { recursive: true, force: true });
	}
	return targets.map(({ name, target }) => ({
		name,
		folder: target,
		unpacked: join(target, 'unpacked'),
		...JSON.parse(readFileSync(join(target, 'packed.json'), 'utf8')),
	}));
}

export const packAll = async () => await packFolders(packageFolders);
export const pack = async (folder = '.') => (await packFolders([folder]))[0];
