import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialProperties, credentialTest, cubyn } from '../core';

export class CubynApi implements ICredentialType {
	name = 'cubynApi';

	displayName = 'Cubyn API';

	icon: Icon = { light: 'file:../nodes/Cubyn/cubyn.svg', dark: 'file:../nodes/Cubyn/cubyn.dark.svg' };

	documentationUrl = 'https://developers.cubyn.com';

	properties: INodeProperties[] = credentialProperties(cubyn);

	test: ICredentialTestRequest = credentialTest(cubyn);

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticate(cubyn, credentials, requestOptions);
	}
}
