import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { isJsonObject, type JsonObject } from '../../shared/declare/json';
import type { Host } from './host';
import { credentialName, oauthCredentialName } from './names';
import { plain } from './plain';

/** Values of the parameter, which the shells' `credentials` name too. */
const PASTED = 'accessToken';
const SIGNED_IN = 'oAuth2';

/** How the node signs in; asked only where there are two ways. */
export function authenticationProperties({ connection }: Carrier): INodeProperties[] {
	if (!connection.oauth) return [];
	return [
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Access Token', value: PASTED },
				{ name: 'OAuth2', value: SIGNED_IN },
			],
			default: PASTED,
		},
	];
}

/** The credential type that this node uses. */
export function credentialOf(host: Pick<Host, 'getNode'>, carrier: Carrier): string {
	const signedIn = carrier.connection.oauth !== undefined && host.getNode().parameters.authentication === SIGNED_IN;
	return signedIn ? oauthCredentialName(carrier) : credentialName(carrier);
}

/** Credentials hold texts, numbers and truth values, and n8n's own keys beside ours. */
function storedFields(credentials: ICredentialDataDecryptedObject): JsonObject {
	const fields: JsonObject = {};
	for (const [key, value] of Object.entries(credentials)) fields[key] = plain(value);
	return fields;
}

/** The fields of a connection. n8n keeps what signing in brought under names of its own. */
export function fieldsOf({ connection: { oauth } }: Carrier, credentials: ICredentialDataDecryptedObject): JsonObject {
	const fields = storedFields(credentials);
	if (!oauth || fields.grantType === undefined) return fields;
	const token = isJsonObject(fields.oauthTokenData) ? fields.oauthTokenData.access_token : undefined;
	return { ...fields, [oauth.tokenField]: token, ...(oauth.secretField === undefined ? {} : { [oauth.secretField]: fields.clientSecret }) };
}
