import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialProperties, credentialTest, cyke } from '../core';

export class CykeApi implements ICredentialType {
	name = 'cykeApi';

	displayName = 'Cyke API';

	icon: Icon = { light: 'file:../nodes/Cyke/cyke.svg', dark: 'file:../nodes/Cyke/cyke.dark.svg' };

	documentationUrl = 'https://docs.cyke.io/api';

	properties: INodeProperties[] = credentialProperties(cyke);

	test: ICredentialTestRequest = credentialTest(cyke);

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticate(cyke, credentials, requestOptions);
	}
}
