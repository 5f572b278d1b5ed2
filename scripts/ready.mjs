// npm run ready [-- <package>]: whether each n8n package can be published, with its size and load time.
import { printFailure, setUp } from './setup.mjs';
import { folderOf, manifestOf, packageFolders } from './lint/packages.mjs';
import { pack } from './lint/pack.mjs';
import { loadTimes } from './release/load-time.mjs';
import { lastDefinition, readiness } from './release/readiness.mjs';

const names = process.argv.slice(2);

async function report(folder) {
	const packed = await pack(folder);
	const problems = await readiness(folder, packed);
	const last = lastDefinition(packed.name)?.version ?? 'none';
	const { first, all } = loadTimes(folder);
	const figures = `${Math.round(packed.bytes / 1_024)} KB, ${packed.files.length} files, first node in ${first} ms, all nodes in ${all} ms`;
	console.log(
		`${problems.length === 0 ? '✓' : '✗'} ${packed.name} ${manifestOf(folder).version} (last release: ${last}; ${figures})`,
	);
	for (const problem of problems) console.log(`  ${problem}`);
	return problems.length === 0;
}

try {
	await setUp();
	const folders = names.length === 0 ? packageFolders : names.map(folderOf);
	for (const folder of folders) if (!(await report(folder))) process.exitCode = 1;
} catch (error) {
	printFailure(error);
	process.exitCode = 1;
}
