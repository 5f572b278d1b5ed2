import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { HostConnection } from '../../shared/declare/connection';
import { isJsonObject, type JsonObject } from '../../shared/json';
import type { Host } from './host';
import { credentialName, oauthCredentialName } from './names';
import { toJson } from './to-json';

/** Values of the parameter, which the shells' `credentials` name too. */
const PASTED = 'accessToken';
const SIGNED_IN = 'oAuth2';

/** How the node signs in. The form shows it only if there are two ways. */
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

/** Credentials hold texts, numbers and booleans, and n8n's own keys next to ours. */
function storedFields(credentials: ICredentialDataDecryptedObject): JsonObject {
	const fields: JsonObject = {};
	for (const [key, value] of Object.entries(credentials)) fields[key] = toJson(value);
	return fields;
}

/** The fields of a connection. n8n stores the sign-in's values under its own names. */
export function connectionFieldsOf(
	{ connection: { oauth } }: Carrier,
	credentials: ICredentialDataDecryptedObject,
): JsonObject {
	const fields = storedFields(credentials);
	if (!oauth || fields.grantType === undefined) return fields;
	const token = isJsonObject(fields.oauthTokenData) ? fields.oauthTokenData.access_token : undefined;
	return {
		...fields,
		[oauth.tokenField]: token,
		...(oauth.secretField === undefined ? {} : { [oauth.secretField]: fields.clientSecret }),
	};
}

/** n8n's data on a connection: the credential's own id, and the account data from the sign-in. */
export function hostConnectionOf(
	{ connection: { oauth } }: Carrier,
	credentials: ICredentialDataDecryptedObject,
	credentialId?: string | null,
): HostConnection {
	const id = credentialId ?? undefined;
	const { oauthTokenData, clientId, grantType } = storedFields(credentials);
	if (!oauth || grantType === undefined || !isJsonObject(oauthTokenData)) return { id };
	const account = Object.fromEntries(oauth.accountFields.map((field) => [field, oauthTokenData[field]]));
	return { id, granted: { ...account, client_id: clientId } };
}
