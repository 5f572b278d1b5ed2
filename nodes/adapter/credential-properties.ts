import type { INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { isRenewable, type AuthorizationCodeAuth } from '../../shared/declare/auth';
import { control } from './control';
import { showFor } from './wording';

/** The fields of a carrier's connection as n8n's credential form, without the named ones. */
export function credentialProperties(
	carrier: Carrier,
	without: readonly (string | undefined)[] = [],
): INodeProperties[] {
	const fields = carrier.connection.form.flatMap((field): INodeProperties[] => {
		if (field.kind === 'group' || field.kind === 'lines' || without.includes(field.key)) return [];
		return [
			{
				...control(field, field.key, field.label),
				...(field.required ? { required: true } : {}),
				...showFor(field.show ? [field.show] : []),
			},
		];
	});
	return isRenewable(carrier.connection.auth) ? [...fields, tokenMark] : fields;
}

/** n8n calls a credential's `preAuthentication` while this property is empty, and it always is. */
const tokenMark: INodeProperties = {
	displayName: 'Session Token',
	name: 'sessionToken',
	type: 'hidden',
	typeOptions: { expirable: true },
	default: '',
};

const hidden = (name: string, value: string): INodeProperties => ({
	displayName: name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase()),
	name,
	type: 'hidden',
	default: value,
});

/** Worked out by n8n from what else is filled in. */
const self = (field: string) => `$self[${JSON.stringify(field)}]`;

/** On the carrier's own host, or at the connection's address if it has one. */
function pageOf({ connection }: Carrier, { host, addressField }: AuthorizationCodeAuth, path: string): string {
	const show = connection.form.find(({ key }) => key === addressField)?.show;
	const condition = show ? `${JSON.stringify(show.is)}.includes(${self(show.field)}) && ` : '';
	return `={{ (${condition}${self(addressField)} ? ${self(addressField)} : ${JSON.stringify(host)}).replace(/(?<!\\/)\\/+$/, "") + ${JSON.stringify(path)} }}`;
}

/** The same for users who sign in. n8n itself handles the client, stores the token, and uses these addresses. */
export function oauthProperties(carrier: Carrier): INodeProperties[] {
	const { oauth } = carrier.connection;
	if (!oauth) throw new Error(`${carrier.title} has no OAuth`);
	const { field, byValue } = oauth.scope;
	return [
		hidden('grantType', 'authorizationCode'),
		hidden('authUrl', pageOf(carrier, oauth, oauth.paths.authorise)),
		hidden('accessTokenUrl', pageOf(carrier, oauth, oauth.paths.token)),
		hidden('scope', `={{ (${JSON.stringify(byValue)})[${self(field)}] }}`),
		hidden('authQueryParameters', ''),
		hidden('authentication', 'header'),
		...credentialProperties(carrier, [oauth.tokenField, oauth.secretField]),
	];
}
