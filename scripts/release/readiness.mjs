import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../set-up/root.mjs';
import { manifestOf, packageFolders } from '../lint/packages.mjs';
import { n8nLint, stageSources } from '../lint/n8n-lint.mjs';
import { scan } from '../lint/scan.mjs';
import { definitionOf } from './definition.mjs';
import { manifestProblems } from './manifest-problems.mjs';
import { readmeProblems } from './readme-problems.mjs';
import { versionProblems } from './breaking-changes.mjs';

const fileOf = (name) => join(root, 'scripts/release/definitions', `${name}.json`);

/** What the last release of a package offers, or undefined before the first. */
export const lastDefinition = (name) =>
	existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : undefined;

/** Written with a release: the next one is compared with it. */
export function recordDefinition(name, folder) {
	mkdirSync(dirname(fileOf(name)), { recursive: true });
	writeFileSync(fileOf(name), `${JSON.stringify(definitionOf(folder), null, '\t')}\n`);
}

function changelogProblems(folder, version) {
	const path = join(root, folder, 'CHANGELOG.md');
	if (!existsSync(path)) return ['there is no CHANGELOG.md'];
	return readFileSync(path, 'utf8').includes(`## [${version}]`) ? [] : [`CHANGELOG.md has no entry for ${version}`];
}

/** A tarball that holds other files than its list names. Output schemas follow the declarations; the tests count them. */
function fileListProblems({ name, files }) {
	const path = `test/package/files/${name}.txt`;
	const list = readFileSync(join(root, path), 'utf8')
		.split('\n')
		.filter((line) => line !== '');
	const packed = files.filter((file) => !file.includes('/__schema__/'));
	const differing = [
		...packed.filter((file) => !list.includes(file)),
		...list.filter((file) => !packed.includes(file)),
	];
	return differing.length === 0 ? [] : [`the tarball is not as ${path} says: ${differing.join(', ')}`];
}

const found = ({ clean, output }, check) => (clean ? [] : [`${check}:\n${output}`]);

/** The root is linted as a copy without what is not published. */
async function withSources(folder, use) {
	if (folder !== '.') return await use(join(root, folder));
	const staged = await stageSources();
	try {
		return await use(staged.folder);
	} finally {
		await staged.remove();
	}
}

/** What stands in the way in the committed files of every package, by its name. */
export const problemsInFiles = () =>
	Object.fromEntries(
		packageFolders.map((folder) => [
			manifestOf(folder).name,
			[
				...manifestProblems(folder),
				...readmeProblems(folder),
				...changelogProblems(folder, manifestOf(folder).version),
			],
		]),
	);

/** Everything that stands in the way of publishing a package that is built and packed. */
export async function readiness(folder, packed) {
	const definition = definitionOf(folder);
	return [
		...manifestProblems(folder),
		...readmeProblems(folder),
		...changelogProblems(folder, definition.version),
		...versionProblems(lastDefinition(packed.name), definition),
		...fileListProblems(packed),
		...(await withSources(folder, async (sources) => [
			...found(await n8nLint(sources), "n8n's strict lint"),
			...found(await scan('source', sources), "n8n's scan of the source"),
		])),
		...found(await scan('tarball', packed.unpacked), "n8n's scan of the tarball"),
	];
}
