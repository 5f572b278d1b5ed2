import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { credentialName, typeName } from '../../nodes/adapter/names';
import { carriers } from '../../shared/registry';

const root = join(__dirname, '../..');
/** The files that the hosts want on disk, as another carrier has them, with the new names. */
export function shells(title: string, id: string): Record<string, string> {
	const model = carriers.find(({ connection }) => !connection.oauth);
	if (!model) throw new Error('There is no carrier to copy');
	const newType = title.charAt(0).toLowerCase() + title.slice(1);
	const renamed = (path: string) =>
		readFileSync(join(root, path), 'utf8')
			.replace(/description: '[^']*'/, `description: 'Follow the deliveries of ${title}'`)
			.replaceAll(model.connection.docs, `https://${id}.example/api`)
			.replaceAll(`name: '${typeName(model)}'`, `name: '${newType}'`)
			.replaceAll(credentialName(model), `${newType}Api`)
			.replaceAll(model.title, title)
			.replaceAll(model.id, id);
	return {
		[`nodes/${title}/${title}.node.ts`]: renamed(`nodes/${model.title}/${model.title}.node.ts`),
		[`nodes/${title}/${id}.svg`]: icon('#1f2937', '#e5e7eb'),
		[`nodes/${title}/${id}.dark.svg`]: icon('#e5e7eb', '#1f2937'),
		[`credentials/${title}Api.credentials.ts`]: withSignIn(renamed(`credentials/${model.title}Api.credentials.ts`), id),
		[`zapier/apps/${id}/index.ts`]: renamed(`zapier/apps/${model.id}/index.ts`),
		[`zapier/apps/${id}/package.json`]: renamed(`zapier/apps/${model.id}/package.json`),
		[`zapier/apps/${id}/.gitignore`]: renamed(`zapier/apps/${model.id}/.gitignore`),
		[`zapier/apps/${id}/.zapierapprc`]: renamed(`zapier/apps/${model.id}/.zapierapprc`),
	};
}

/** n8n calls `preAuthentication` only where the connection fetches a token, so it is right for every kind. */
const withSignIn = (credential: string, id: string): string =>
	credential
		.replace('ICredentialType,\n', 'ICredentialType,\n\tIDataObject,\n')
		.replace('Icon,\n', 'Icon,\n\tIHttpRequestHelper,\n')
		.replace('credentialTest, ', 'credentialTest, preAuthenticate, ')
		.replace(
			/}\n$/,
			`
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return await preAuthenticate(${id}, this, credentials);
	}
}
`,
		);

/** A box, to be drawn over. */
const icon = (
	line: string,
	fill: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="Parcel">
	<path d="M8 20 32 8l24 12v26L32 58 8 46Z" fill="${fill}" stroke="${line}" stroke-width="4" stroke-linejoin="round"/>
	<path d="M8 20l24 12 24-12M32 32v26" fill="none" stroke="${line}" stroke-width="4" stroke-linejoin="round"/>
</svg>
`;
