import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, root } from '../apps.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Folders of the packages whose modules are in a bundle. */
function bundledPackages(inputs) {
	const names = inputs.flatMap((input) => /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
	return [...new Set(names)].map((name) => join(root, 'node_modules', name));
}

/** Folders of the packages that the platform may pack beside a bundle: its core, and what the core needs. */
const installedPackages = () =>
	Object.entries(readJson(join(home, 'package-lock.json')).packages)
		.filter(([folder, { dev, optional }]) => folder !== '' && !dev && !optional)
		.map(([folder]) => join(home, folder))
		.filter((folder) => existsSync(folder));

function licenceOf(folder) {
	const { name, version, license, homepage } = readJson(join(folder, 'package.json'));
	const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file));
	const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
	const head = [`${name} ${version}`, license, homepage].filter((part) => typeof part === 'string').join(', ');
	return [head, ...(texts.length > 0 ? texts : ['The package has no licence file.'])].join('\n\n');
}

/** The licences of everything that a build of an app may contain. */
export function licenceTexts(inputs) {
	const folders = [...new Set([...bundledPackages(inputs), ...installedPackages()])].sort();
	const own = `Waybill\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
	return `${[own, ...folders.map(licenceOf)].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}
