import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../set-up/root.mjs';
import { manifestOf } from '../lint/packages.mjs';

/** What n8n's verification wants to read, for a package with one service. */
const headings = [
	'Installation',
	'Operations',
	'Credentials',
	'Compatibility',
	'Usage',
	'Resources',
	'Version history',
];

const slug = (heading) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s-]/gu, '')
		.trim()
		.replace(/\s/g, '-');

const anchorsOf = (markdown) => [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading));

/** The place in this repository that a link leads to, or undefined for a page elsewhere. */
function targetOf(link, base, repository) {
	const [path, anchor] = link.split('#');
	if (!/^https?:/.test(path)) return { path: path === '' ? undefined : join(base, path), anchor };
	const own = [
		`${repository}/blob/main/`,
		`${repository}/tree/main/`,
		`${repository.replace('github.com', 'raw.githubusercontent.com')}/main/`,
	];
	const prefix = own.find((each) => path.startsWith(each));
	if (prefix) return { path: path.slice(prefix.length), anchor };
	return path === repository ? { path: 'README.md', anchor } : undefined;
}

function linkProblem(link, { readme, base, repository, isSingle }) {
	const target = targetOf(link, base, repository);
	if (target === undefined) return undefined;
	if (isSingle && !/^(https:|#)/.test(link))
		return `${link} leads nowhere on a package's page: write the whole address`;
	if (target.path !== undefined && !existsSync(join(root, target.path))) return `${link} leads to a missing file`;
	if (target.anchor === undefined || target.anchor === 'readme') return undefined;
	const text = target.path === undefined ? readme : readFileSync(join(root, target.path), 'utf8');
	return anchorsOf(text).includes(target.anchor) ? undefined : `${link} leads to a missing heading`;
}

/** Dead links and missing parts of a package's README. */
export function readmeProblems(folder) {
	const isSingle = folder !== '.';
	const path = join(folder, 'README.md');
	if (!existsSync(join(root, path))) return ['there is no README.md'];
	const readme = readFileSync(join(root, path), 'utf8');
	const repository = manifestOf('.').homepage.replace('#readme', '');
	const context = { readme, base: dirname(path), repository, isSingle };
	const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
	return [
		...links.flatMap((link) => linkProblem(link, context) ?? []).map((problem) => `README: ${problem}`),
		...(isSingle ? headings : [])
			.filter((heading) => !anchorsOf(readme).includes(slug(heading)))
			.map((heading) => `README lacks the part "${heading}"`),
	];
}
