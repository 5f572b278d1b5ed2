import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { hubrise, oauthProperties } from '../core';

export class HubRiseOAuth2Api implements ICredentialType {
	name = 'hubRiseOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'HubRise OAuth2 API';

	icon: Icon = { light: 'file:../nodes/HubRise/hubrise.svg', dark: 'file:../nodes/HubRise/hubrise.dark.svg' };

	documentationUrl = 'https://www.hubrise.com/developers/api/authentication';

	properties: INodeProperties[] = oauthProperties(hubrise);
}
