/** What every package has, whoever's nodes are in it. */
const always = [
	'LICENSE',
	'README.md',
	'package.json',
	'dist/THIRD-PARTY.txt',
	'dist/core.js',
	...['known', 'types'].flatMap((folder) => ['credentials', 'nodes'].map((list) => `dist/${folder}/${list}.json`)),
];

/**
 * The files that the tarball of a package may hold, made from its sources alone; the tests compare it with what npm
 * packs. Output schemas are left out: there is one for each operation, which the tests count.
 */
export function fileList(sources: readonly string[]): string {
	const built = [...new Set(sources)]
		.filter((path) => /\.(ts|svg|png)$|\.node\.json$/.test(path))
		.map((path) => `dist/${path.replace(/\.ts$/, '.js')}`);
	return `${[...always, ...built].sort().join('\n')}\n`;
}
