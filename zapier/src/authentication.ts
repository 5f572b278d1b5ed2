import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import type { LeafField } from '../../shared/declare/form';
import { leavesOf } from '../../shared/declare/form';
import { success, type Result } from '../../shared/declare/failure';
import { testConnection } from '../../shared/run/test-connection';
import { authKey, CARRIER_FIELD, carrierOf, readAccess, type CarrierContext } from './access';
import { connectionError, runStep } from './errors';
import { choicesOf, leafField } from './input-fields';
import { valueAt } from './input-values';
import { filledBySigningIn, oauthConfig } from './oauth';
import type { Authentication, AuthField, Bundle } from './platform';
import { portsOf } from './ports';

/** A value chosen from a list is no secret. Masking it would blank out words in every log. */
const isOpen = (field: LeafField) => field.options.length > 0;

/** A secret is pasted from somewhere: the help leads there. */
function helpOf({ carrier }: CarrierContext, field: LeafField, fieldHelp: string | undefined): string | undefined {
	if (!field.secret) return fieldHelp;
	const link = `[How to connect ${carrier.title}](${carrier.connection.docs})`;
	return fieldHelp === undefined ? `${link}: ${carrier.connection.credentialsLocation}.` : `${fieldHelp} ${link}.`;
}

function authField(context: CarrierContext, field: LeafField): AuthField {
	const { helpText, ...base } = leafField(field);
	const help = helpOf(context, field, helpText);
	return {
		...base,
		key: authKey(context, field.key),
		label: context.shared ? `${context.carrier.title} ${field.label}` : field.label,
		type: field.secret ? 'password' : 'string',
		// Fields cannot depend on the carrier chosen, so which are needed is checked when the connection is tested.
		required: !context.shared && field.required,
		...(help === undefined ? {} : { helpText: help }),
		...(isOpen(field) ? { isNoSecret: true } : {}),
	};
}

const fieldsOf = (context: CarrierContext, without: readonly (string | undefined)[] = []): AuthField[] =>
	leavesOf(context.carrier.connection.form)
		.filter(({ key }) => !without.includes(key))
		.sort((one, other) => Number(one.rare) - Number(other.rare))
		.map((field) => authField(context, field));

const chooser = (carriers: readonly Carrier[]): AuthField => ({
	key: CARRIER_FIELD,
	label: 'Carrier',
	type: 'string',
	required: true,
	helpText: 'Whose account this connection is for. Fill in the fields that begin with its name and leave the others.',
	choices: choicesOf(carriers.map(({ id, title }) => ({ value: id, label: title }))),
	isNoSecret: true,
});

/** The carrier of a connection, once it is known. */
function contextOf(carriers: readonly Carrier[], shared: boolean, bundle: Bundle): Result<CarrierContext> {
	const singleCarrier = carriers[0];
	if (!shared && singleCarrier) return success({ carrier: singleCarrier, shared });
	const chosen = carrierOf(carriers, bundle);
	return chosen.ok ? success({ carrier: chosen.value, shared }) : chosen;
}

/** The connection's label: the account name that its test found, or else its identity. */
function labelOf({ carrier, shared }: CarrierContext, access: Access, bundle: Bundle): string {
	const accountName = valueAt(bundle.inputData ?? {}, 'account');
	const account = typeof accountName === 'string' && accountName !== '' ? accountName : access.identity;
	return shared ? `${carrier.title}: ${account}` : account;
}

type AuthMethod = Pick<Authentication, 'type' | 'fields' | 'customConfig' | 'oauth2Config'>;

/**
 * Custom wherever a token or password is pasted: the platform's own Basic type would add the password to every request
 * of the app, downloads from other hosts among them. One app has one way to connect: that of several carriers pastes.
 */
function authMethodOf(carriers: readonly Carrier[], shared: boolean): AuthMethod {
	const singleCarrier = carriers[0];
	const oauth = shared ? undefined : singleCarrier?.connection.oauth;
	if (singleCarrier && oauth)
		return {
			type: 'oauth2',
			oauth2Config: oauthConfig(singleCarrier, oauth),
			fields: fieldsOf({ carrier: singleCarrier, shared }, filledBySigningIn(singleCarrier, oauth)),
		};
	return {
		type: 'custom',
		customConfig: {},
		fields: [...(shared ? [chooser(carriers)] : []), ...carriers.flatMap((carrier) => fieldsOf({ carrier, shared }))],
	};
}

export function authenticationOf(carriers: readonly Carrier[], shared: boolean): Authentication {
	return {
		...authMethodOf(carriers, shared),
		test: async (z, bundle) =>
			await runStep(
				z,
				async () => {
					const context = contextOf(carriers, shared, bundle);
					if (!context.ok) return context;
					const access = readAccess(context.value, bundle);
					return access.ok
						? await testConnection(context.value.carrier, access.value, portsOf(z, access.value))
						: access;
				},
				connectionError,
			),
		connectionLabel: async (z, bundle) =>
			await runStep(
				z,
				async () => {
					const context = contextOf(carriers, shared, bundle);
					if (!context.ok) return context;
					const access = readAccess(context.value, bundle);
					if (!access.ok) return access;
					return success(labelOf(context.value, access.value, bundle));
				},
				connectionError,
			),
	};
}
