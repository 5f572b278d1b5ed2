import type { INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import type { OAuth } from '../../shared/declare/connection';
import { control } from './control';
import { showFor } from './wording';

/** The fields of a carrier's connection as n8n's credential form, save for those that are named. */
export function credentialProperties(carrier: Carrier, without: readonly (string | undefined)[] = []): INodeProperties[] {
	return carrier.connection.form.flatMap((field) => {
		if (field.kind === 'group' || field.kind === 'lines' || without.includes(field.key)) return [];
		return [{ ...control(field, field.key, field.label), ...(field.required ? { required: true } : {}), ...showFor(field.show ? [field.show] : []) }];
	});
}

const hidden = (name: string, value: string): INodeProperties => ({ displayName: name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase()), name, type: 'hidden', default: value });

/** Worked out by n8n from what else is filled in. */
const self = (field: string) => `$self[${JSON.stringify(field)}]`;

/** On the carrier's own host, or at the connection's address where that is asked for and filled in. */
function pageOf({ connection }: Carrier, { host, addressField }: OAuth, path: string): string {
	const show = connection.form.find(({ key }) => key === addressField)?.show;
	const asked = show ? `${JSON.stringify(show.is)}.includes(${self(show.field)}) && ` : '';
	return `={{ (${asked}${self(addressField)} ? ${self(addressField)} : ${JSON.stringify(host)}).replace(/\\/+$/, "") + ${JSON.stringify(path)} }}`;
}

/** The same for users who sign in: n8n itself asks for the client, keeps the token, and goes where these lead. */
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
