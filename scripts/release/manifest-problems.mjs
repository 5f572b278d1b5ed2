import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up/root.mjs';
import { manifestOf } from '../lint/packages.mjs';

const GITHUB = /^git\+https:\/\/github\.com\/[\w-]+\/[\w-]+\.git$/;

const isEmpty = (value) => value === undefined || Object.keys(value).length === 0;

/** Everything that n8n's verification and npm's provenance read in package.json. */
const demands = (folder) => ({
	'the name starts with n8n-nodes-': ({ name }) => /^n8n-nodes-[a-z]/.test(name),
	'the keyword n8n-community-node-package': ({ keywords = [] }) => keywords.includes('n8n-community-node-package'),
	'the MIT licence': ({ license }) => license === 'MIT',
	'an author with a name and an address': ({ author = {} }) => Boolean(author.name && author.email),
	'a home page and a place for reports': ({ homepage, bugs }) => Boolean(homepage && bugs?.url),
	'the repository on GitHub, for its provenance': ({ repository = {} }) => GITHUB.test(repository.url ?? ''),
	'the folder in the repository': ({ repository = {} }) => (repository.directory ?? '.') === folder,
	'published with provenance, for everybody': ({ publishConfig = {} }) =>
		publishConfig.provenance === true && publishConfig.access === 'public',
	'no dependencies': ({ dependencies, optionalDependencies, bundledDependencies }) =>
		[dependencies, optionalDependencies, bundledDependencies].every(isEmpty),
	'n8n-workflow as its only peer': ({ peerDependencies }) =>
		JSON.stringify(peerDependencies) === JSON.stringify({ 'n8n-workflow': '*' }),
	'only the build is published': ({ files }) => JSON.stringify(files) === JSON.stringify(['dist']),
	'nodes, credentials and strict mode': ({ n8n = {} }) =>
		n8n.strict === true && n8n.nodes?.length > 0 && n8n.credentials?.length > 0,
	// A package of several services cannot be verified, and the root is meant to be one.
	'one service': ({ n8n }) => folder === '.' || new Set(n8n.nodes.map((path) => path.split('/')[2])).size === 1,
});

/** What of a package's manifest and licence stands in the way of publishing it. */
export function manifestProblems(folder) {
	const manifest = manifestOf(folder);
	const licence = join(root, folder, 'LICENSE');
	return [
		...Object.entries(demands(folder))
			.filter(([, isMet]) => !isMet(manifest))
			.map(([demand]) => `package.json lacks: ${demand}`),
		...(existsSync(licence) && readFileSync(licence, 'utf8').startsWith('MIT License')
			? []
			: ['there is no LICENSE file with the MIT licence']),
	];
}
