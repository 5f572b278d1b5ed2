// npm run release -- <package> <version> [--publish]: publishes one n8n package from the release workflow. Without
// --publish it does everything else and prints what it would have done.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printFailure, setUp } from './setup.mjs';
import { root } from './set-up/root.mjs';
import { StepFailed } from './set-up/step.mjs';
import { folderOf, manifestOf } from './lint/packages.mjs';
import { pack } from './lint/pack.mjs';
import { readiness, recordDefinition } from './release/readiness.mjs';

const forReal = process.argv.includes('--publish');
const [name, version] = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

function require(condition, message) {
	if (!condition) throw new StepFailed(message, '');
}

/** In the dry run a step that changes anything outside is only printed. */
function outside(command, args, cwd = root) {
	console.log(`${forReal ? '$' : 'would run:'} ${[command, ...args].join(' ')}`);
	if (forReal) execFileSync(command, args, { cwd, stdio: 'inherit' });
}

async function release() {
	require(name && version, 'Say which: npm run release -- <package> <version> [--publish]');
	const folder = folderOf(name);
	const tag = `${name}-${version}`;
	require(manifestOf(folder).version ===
		version, `${folder}/package.json has version ${manifestOf(folder).version}, not ${version}`);
	require(git('tag', '--list', tag) === '', `The tag ${tag} exists: this version was published`);
	require(!forReal || git('status', '--porcelain') === '', 'There are changes that are not committed');
	require(!forReal ||
		process.env.GITHUB_ACTIONS ===
			'true', 'Only the release workflow publishes: npm proves where a package comes from by it');
	const changelog = readFileSync(join(root, folder, 'CHANGELOG.md'), 'utf8');
	require(!forReal ||
		!changelog.includes(`## [${version}] - unreleased`), `${folder}/CHANGELOG.md still calls ${version} unreleased`);
	console.log(`1. ${tag}: the version is new${forReal ? ', and everything is committed' : ''}`);

	await setUp();
	const packed = await pack(folder);
	console.log(`2. built and packed: ${packed.filename}, ${packed.bytes} bytes, ${packed.files.length} files`);

	const problems = await readiness(folder, packed);
	require(problems.length === 0, `${name} is not ready:\n${problems.join('\n')}`);
	console.log("3. ready: licence, provenance, README, version, files, n8n's lint and scans");

	console.log('4. publish, tag and keep the definition for the next release');
	outside('npm', ['publish', join(packed.folder, packed.filename), '--provenance', '--access', 'public']);
	outside('git', ['tag', tag]);
	outside('git', ['push', 'origin', tag]);
	if (forReal) recordDefinition(name, folder);
	else console.log(`would write: scripts/release/definitions/${name}.json`);
	outside('git', ['add', 'scripts/release/definitions']);
	outside('git', ['commit', '-m', `Published ${tag}`]);
	outside('git', ['push']);
	console.log(forReal ? `Published ${tag}` : `Nothing was published: this was the dry run of ${tag}`);
}

await release().catch((error) => {
	printFailure(error);
	process.exitCode = 1;
});
