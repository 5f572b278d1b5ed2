import type { INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { isRenewable, type AuthorizationCodeAuth } from '../../shared/declare/auth';
import type { LeafField } from '../../shared/declare/form';
import { control } from './control';
import { showFor } from './wording';

/** n8n's credentials have no collections, so a switch shows what few need. */
const OPTIONS = 'showOptions';

const optionsSwitch: INodeProperties = {
	displayName: 'Show Options',
	name: OPTIONS,
	type: 'boolean',
	default: false,
	description: 'Whether to show settings that few accounts need. While they are hidden, their defaults apply.',
};

function property(field: LeafField, above: Record<string, (string | boolean)[]> = {}): INodeProperties {
	const show = { ...above, ...showFor(field.show ? [field.show] : []).displayOptions?.show };
	return {
		...control(field, field.key, field.label),
		...(field.required ? { required: true } : {}),
		...(Object.keys(show).length === 0 ? {} : { displayOptions: { show } }),
	};
}

/** The fields of a carrier's connection as n8n's credential form, without the named ones. */
export function credentialProperties(
	carrier: Carrier,
	without: readonly (string | undefined)[] = [],
): INodeProperties[] {
	const offered = carrier.connection.form.flatMap((field) =>
		field.kind === 'group' || field.kind === 'lines' || without.includes(field.key) ? [] : [field],
	);
	const rare = offered.filter((field) => field.rare);
	const fields = [
		...offered.filter((field) => !field.rare).map((field) => property(field)),
		...(rare.length === 0 ? [] : [optionsSwitch]),
		...rare.map((field) => property(field, { [OPTIONS]: [true] })),
	];
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
