import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, Icon, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { authenticate, credentialTest } from '../nodes/adapter/authenticate';
import { credentialProperties } from '../nodes/adapter/credential-properties';
import { hubrise } from '../shared/carriers/hubrise/carrier';

export class HubRiseApi implements ICredentialType {
	name = 'hubRiseApi';

	displayName = 'HubRise API';

	icon: Icon = { light: 'file:../nodes/HubRise/hubrise.svg', dark: 'file:../nodes/HubRise/hubrise.dark.svg' };

	documentationUrl = 'https://www.hubrise.com/developers/api/authentication';

	properties: INodeProperties[] = credentialProperties(hubrise);

	test: ICredentialTestRequest = credentialTest(hubrise);

	async authenticate(credentials: ICredentialDataDecryptedObject, requestOptions: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		return await authenticate(hubrise, credentials, requestOptions);
	}
}
