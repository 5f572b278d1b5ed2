import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { author, bugs, engines, homepage, license, peerDependencies, repository } from '../../package.json';
import type { Carrier } from '../../shared/declare/carrier';
import { codexFiles } from './codex';
import { coreFile } from './core-file';
import { fileList } from './file-list';
import { fileListPath, packageFolder, packageName } from './package-names';
import { compiled, shellsOf } from './shells';
import { singleReadme } from './single-readme';

const root = join(__dirname, '../..');
const FIRST_VERSION = '0.2.0';

type Read = (path: string) => string | undefined;

/** The version is the one thing that people write: a release raises it. */
function versionOf(manifest: string | undefined): string {
	return manifest === undefined ? FIRST_VERSION : JSON.parse(manifest).version;
}

function manifest(carrier: Carrier, shells: readonly string[], current: string | undefined): string {
	const folder = packageFolder(carrier);
	const file = {
		name: packageName(carrier),
		version: versionOf(current),
		description: `Unofficial n8n nodes for ${carrier.title}. ${carrier.description.replace(/\.$/, '')}`,
		license,
		homepage: `${homepage.replace('#readme', '')}/tree/main/${folder}#readme`,
		bugs,
		repository: { ...repository, directory: folder },
		author,
		keywords: ['n8n-community-node-package', 'n8n', 'delivery', 'courier', 'shipping', carrier.id],
		engines,
		files: ['dist'],
		publishConfig: { access: 'public', provenance: true },
		n8n: { n8nNodesApiVersion: 1, strict: true, ...compiled(shells) },
		peerDependencies,
	};
	return `${JSON.stringify(file, null, 2)}\n`;
}

/** The options are the repository's; this file says which sources are the package's. */
const compilerSettings = `${JSON.stringify(
	{ extends: '../../tsconfig.json', include: ['core.ts', 'nodes', 'credentials'], exclude: ['dist'] },
	null,
	'\t',
)}\n`;

const changelog = (carrier: Carrier) => `# Changelog of ${packageName(carrier)}

Written as in [Keep a Changelog](https://keepachangelog.com/en/1.1.0/). What all packages share is in the [changelog of the repository](${homepage.replace('#readme', '')}/blob/main/CHANGELOG.md).

## [${FIRST_VERSION}] - unreleased

### Added

- ${carrier.title} as a package of its own. It has the nodes and the credential of n8n-nodes-waybill, made from the same source.
`;

/**
 * A package of n8n with one carrier: path and text of every committed file. n8n verifies packages of one service only,
 * and reads these files in the repository. Nodes and credentials are the repository's own, letter by letter.
 */
export function singlePackage(carrier: Carrier, read: Read): Record<string, string> {
	const folder = packageFolder(carrier);
	const shells = shellsOf(carrier);
	const sources = Object.fromEntries(Object.entries(shells).filter(([path]) => path.endsWith('.ts')));
	const files = {
		...shells,
		...codexFiles(carrier, packageName(carrier)),
		'core.ts': coreFile(sources, '../../'),
		'package.json': manifest(carrier, Object.keys(sources), read(`${folder}/package.json`)),
		'README.md': singleReadme(carrier, packageName(carrier)),
		'CHANGELOG.md': read(`${folder}/CHANGELOG.md`) ?? changelog(carrier),
		'tsconfig.json': compilerSettings,
		...Object.fromEntries(
			['LICENSE', 'eslint.config.mjs'].map((file) => [file, readFileSync(join(root, file), 'utf8')]),
		),
	};
	const listed = Object.keys(files).filter((path) => path.includes('/'));
	return {
		...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
		[fileListPath(packageName(carrier))]: fileList(listed),
	};
}
