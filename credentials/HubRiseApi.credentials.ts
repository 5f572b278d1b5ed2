import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialProperties, credentialTest, hubrise } from '../core';

export class HubRiseApi implements ICredentialType {
	name = 'hubRiseApi';

	displayName = 'HubRise API';

	icon: Icon = { light: 'file:../nodes/HubRise/hubrise.svg', dark: 'file:../nodes/HubRise/hubrise.dark.svg' };

	documentationUrl = 'https://www.hubrise.com/developers/api/authentication';

	properties: INodeProperties[] = credentialProperties(hubrise);

	test: ICredentialTestRequest = credentialTest(hubrise);

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticate(hubrise, credentials, requestOptions);
	}
}
