import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialProperties, credentialTest, deliverit } from '../core';

export class DeliverItApi implements ICredentialType {
	name = 'deliverItApi';

	displayName = 'DeliverIt API';

	icon: Icon = { light: 'file:../nodes/DeliverIt/deliverit.svg', dark: 'file:../nodes/DeliverIt/deliverit.dark.svg' };

	documentationUrl = 'https://speca.io/deliverit/book-a-driver';

	properties: INodeProperties[] = credentialProperties(deliverit);

	test: ICredentialTestRequest = credentialTest(deliverit);

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticate(deliverit, credentials, requestOptions);
	}
}
