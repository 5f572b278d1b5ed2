import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { credentialName, oauthCredentialName } from '../../nodes/adapter/names';
import type { Carrier } from '../../shared/declare/carrier';

const root = join(__dirname, '../..');

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const texts = (paths: readonly string[]): Record<string, string> =>
	Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

const filesIn = (folder: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
		.sort();

const isShell = (path: string) => /\.(node|credentials)\.ts$/.test(path);

/** Every file beside the nodes and credentials of the repository that goes into its package. */
export const publishedSources = (): string[] =>
	[...filesIn('nodes'), ...filesIn('credentials')].filter((path) =>
		/\.(node|credentials)\.ts$|\.(svg|png)$|\.node\.json$/.test(path),
	);

/** Every node and credential type of the repository: path and text. */
export const allShells = (): Record<string, string> =>
	texts([...filesIn('nodes'), ...filesIn('credentials')].filter(isShell));

/** The nodes, credential types and icons of one carrier, without the generated codex files. */
export function shellsOf(carrier: Carrier): Record<string, string> {
	const credentials = [credentialName(carrier), ...(carrier.connection.oauth ? [oauthCredentialName(carrier)] : [])];
	return texts([
		...filesIn(`nodes/${carrier.title}`).filter((path) => isShell(path) || path.endsWith('.svg')),
		...credentials.map((name) => `credentials/${capital(name)}.credentials.ts`),
	]);
}

/** The compiled form of shells, as package.json lists it. */
export function compiled(shells: Iterable<string>): { nodes: string[]; credentials: string[] } {
	const listed = (ending: string) =>
		[...shells]
			.filter((path) => basename(path).endsWith(`${ending}.ts`))
			.map((path) => `dist/${path.replace(/\.ts$/, '.js')}`)
			.sort();
	return { nodes: listed('.node'), credentials: listed('.credentials') };
}
