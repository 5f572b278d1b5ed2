import { ClientOAuth2 } from '@n8n/client-oauth2';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { defaultsOf, resolveExpressions } from './credentials';
import type { Installed } from './installed';

/** Where n8n's server waits for the person to come back. */
const REDIRECT_URI = 'https://n8n.example/rest/oauth2-credential/callback';

/** A person at a browser: opens a page, and is in the end sent to another address. */
export type Browse = (url: string) => Promise<string>;

/**
 * What the button "Connect" of a credential does on n8n's server: its page is opened with n8n's own OAuth client, and
 * the code that comes back is exchanged for a token. n8n stores the token with the form's values.
 */
export async function connectOAuth(
	installed: Installed,
	name: string,
	filled: ICredentialDataDecryptedObject,
	browse: Browse,
): Promise<ICredentialDataDecryptedObject> {
	const type = installed.credentials.get(name);
	if (!type?.extends?.includes('oAuth2Api')) throw new Error(`"${name}" is no OAuth2 credential`);
	const formFields = { ...defaultsOf(type.properties), ...filled };
	const fields = resolveExpressions(installed, formFields);
	const text = (key: string) => String(fields[key] ?? '');
	const client = new ClientOAuth2({
		clientId: text('clientId'),
		clientSecret: text('clientSecret'),
		authorizationUri: text('authUrl'),
		accessTokenUri: text('accessTokenUrl'),
		redirectUri: REDIRECT_URI,
		scopes: text('scope').split(' '),
		authentication: text('authentication') === 'body' ? 'body' : 'header',
		state: 'csrf-token',
	});
	const redirectedUrl = await browse(client.code.getUri());
	const { data } = await client.code.getToken(redirectedUrl);
	return { ...formFields, oauthTokenData: { ...data } };
}
