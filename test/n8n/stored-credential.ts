import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { JsonObject } from '../../shared/json';

/** Fields of a connection as n8n stores them. */
export const storedCredential = (fields: JsonObject): ICredentialDataDecryptedObject =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([key, value]): [string, string | number | boolean][] =>
			typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : [],
		),
	);
