import type { INodeParameters } from 'n8n-workflow';

import type { Step } from './canvas';

/** n8n's credential of a shop: one of its own for that shop, or one for any server. */
export interface ShopCredential {
	type: string;
	name: string;
	isGeneric?: boolean;
}

/** "PrestaShop account" is stored as "prestashop-account". */
export const credentialsOf = ({ type, name }: ShopCredential): Step['settings'] => ({
	credentials: { [type]: { id: `${name.split(' ')[0]?.toLowerCase()}-account`, name } },
});

export const signIn = ({ type, isGeneric }: ShopCredential): INodeParameters =>
	isGeneric === true
		? { authentication: 'genericCredentialType', genericAuthType: type }
		: { authentication: 'predefinedCredentialType', nodeCredentialType: type };

/** The answer under `body`, beside its status and headers. */
export const wholeAnswer: INodeParameters = { response: { response: { fullResponse: true } } };
