import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import type { LeafField } from '../../shared/declare/form';
import { leavesOf } from '../../shared/declare/form';
import { success, type Result } from '../../shared/declare/failure';
import { testConnection } from '../../shared/run/test-connection';
import { authKey, CARRIER_FIELD, carrierOf, readAccess, type Place } from './access';
import { connectionError, step } from './errors';
import { choicesOf, leafField } from './input-fields';
import { valueAt } from './input-values';
import { filledBySigningIn, oauthConfig } from './oauth';
import type { Authentication, AuthField, Bundle } from './platform';
import { portsOf } from './ports';

/** What is chosen from a list gives nothing away, and would blank out words in every log. */
const isOpen = (field: LeafField) => field.options.length > 0;

/** A secret is pasted from somewhere: the help leads there. */
function helpOf({ carrier }: Place, field: LeafField, plain: string | undefined): string | undefined {
	if (!field.secret) return plain;
	const where = `[How to connect ${carrier.title}](${carrier.connection.docs})`;
	return plain === undefined ? `${where}: ${carrier.connection.whereFound}.` : `${plain} ${where}.`;
}

function authField(place: Place, field: LeafField): AuthField {
	const { helpText, ...plain } = leafField(field);
	const help = helpOf(place, field, helpText);
	return {
		...plain,
		key: authKey(place, field.key),
		label: place.shared ? `${place.carrier.title} ${field.label}` : field.label,
		type: field.secret ? 'password' : 'string',
		// Fields cannot depend on the carrier chosen, so which are needed is checked when the connection is tested.
		required: !place.shared && field.required,
		...(help === undefined ? {} : { helpText: help }),
		...(isOpen(field) ? { isNoSecret: true } : {}),
	};
}

const fieldsOf = (place: Place, without: readonly (string | undefined)[] = []): AuthField[] =>
	leavesOf(place.carrier.connection.form)
		.filter(({ key }) => !without.includes(key))
		.map((field) => authField(place, field));

const chooser = (carriers: readonly Carrier[]): AuthField => ({
	key: CARRIER_FIELD,
	label: 'Carrier',
	type: 'string',
	required: true,
	helpText: 'Whose account this connection is for. Fill in the fields that begin with its name and leave the others.',
	choices: choicesOf(carriers.map(({ id, title }) => ({ value: id, label: title }))),
	isNoSecret: true,
});

/** Which carrier a connection is for, once it is known. */
function placeOf(carriers: readonly Carrier[], shared: boolean, bundle: Bundle): Result<Place> {
	const only = carriers[0];
	if (!shared && only) return success({ carrier: only, shared });
	const chosen = carrierOf(carriers, bundle);
	return chosen.ok ? success({ carrier: chosen.value, shared }) : chosen;
}

/** By the name that the connection's test has found, where it has. */
function labelOf({ carrier, shared }: Place, access: Access, bundle: Bundle): string {
	const found = valueAt(bundle.inputData ?? {}, 'account');
	const account = typeof found === 'string' && found !== '' ? found : access.identity;
	return shared ? `${carrier.title}: ${account}` : account;
}

type Asking = Pick<Authentication, 'type' | 'fields' | 'customConfig' | 'oauth2Config'>;

/**
 * Custom wherever a token or password is pasted: the platform's own Basic type would add the password to every request
 * of the app, downloads from other hosts among them. One app has one way to connect: that of several carriers pastes.
 */
function askingOf(carriers: readonly Carrier[], shared: boolean): Asking {
	const only = carriers[0];
	const oauth = shared ? undefined : only?.connection.oauth;
	if (only && oauth) return { type: 'oauth2', oauth2Config: oauthConfig(only, oauth), fields: fieldsOf({ carrier: only, shared }, filledBySigningIn(only, oauth)) };
	return { type: 'custom', customConfig: {}, fields: [...(shared ? [chooser(carriers)] : []), ...carriers.flatMap((carrier) => fieldsOf({ carrier, shared }))] };
}

export function authenticationOf(carriers: readonly Carrier[], shared: boolean): Authentication {
	return {
		...askingOf(carriers, shared),
		test: async (z, bundle) =>
			await step(
				z,
				async () => {
					const place = placeOf(carriers, shared, bundle);
					if (!place.ok) return place;
					const access = readAccess(place.value, bundle);
					return access.ok ? await testConnection(place.value.carrier, access.value, portsOf(z)) : access;
				},
				connectionError,
			),
		connectionLabel: async (z, bundle) =>
			await step(
				z,
				async () => {
					const place = placeOf(carriers, shared, bundle);
					if (!place.ok) return place;
					const access = readAccess(place.value, bundle);
					if (!access.ok) return access;
					return success(labelOf(place.value, access.value, bundle));
				},
				connectionError,
			),
	};
}
