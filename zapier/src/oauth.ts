import type { Carrier } from '../../shared/declare/carrier';
import type { AuthorizationCodeAuth } from '../../shared/declare/auth';
import { basicAuth } from '../../shared/declare/credentials';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject, type JsonObject } from '../../shared/json';
import { parseJson } from '../../shared/declare/reading';
import { isSafeScheme } from '../../shared/run/url-checks';
import { connectionError, runStep } from './errors';
import { jsonOf, valueAt } from './input-values';
import type { Authentication, Bundle } from './platform';
import { portsOf } from './ports';
import { postForm } from './transport';

/** Values of the app, set by its publisher: `zapier env:set <version> CLIENT_ID=… CLIENT_SECRET=…`. */
const client = () => ({ id: process.env.CLIENT_ID ?? '', secret: process.env.CLIENT_SECRET ?? '' });

/** The secret that a carrier signs its calls with is the client's own. */
export const clientSecret = (): string | undefined => process.env.CLIENT_SECRET;

/** Account data from the sign-in. The platform stores it next to the token. */
export const grantedTo = (
	{ accountFields }: AuthorizationCodeAuth,
	{ authData }: Pick<Bundle, 'authData'>,
): JsonObject => ({
	...Object.fromEntries(accountFields.map((field) => [field, jsonOf(authData[field])])),
	client_id: client().id,
});

/** Fields that the sign-in fills, or that a user of a published app cannot set. */
export function filledBySigningIn(
	{ connection }: Carrier,
	{ addressField, tokenField, secretField }: AuthorizationCodeAuth,
): readonly (string | undefined)[] {
	const address = connection.form.find(({ key }) => key === addressField);
	return [tokenField, secretField, addressField, address?.show?.field];
}

const textIn = (bundle: Bundle, key: string): string => String(valueAt(bundle.inputData, key) ?? '');

/**
 * The carrier's own host. The inputs include values from the browser, so a stranger could have inserted another
 * address, and the client's secret would go there. Only this machine, where the sandbox runs, is allowed.
 */
function hostOf(oauth: AuthorizationCodeAuth, bundle: Bundle): string {
	const address = textIn(bundle, oauth.addressField);
	if (!URL.canParse(address)) return oauth.host;
	const url = new URL(address);
	return url.protocol === 'http:' && isSafeScheme(url) ? address.replace(/(?<!\/)\/+$/, '') : oauth.host;
}

function pageOf(oauth: AuthorizationCodeAuth, bundle: Bundle): string {
	const page = new URL(`${hostOf(oauth, bundle)}${oauth.paths.authorise}`);
	const { field, byValue } = oauth.scope;
	const scope = byValue[textIn(bundle, field)] ?? Object.values(byValue)[0] ?? '';
	const params = {
		client_id: client().id,
		redirect_uri: textIn(bundle, 'redirect_uri'),
		state: textIn(bundle, 'state'),
		response_type: 'code',
		scope,
	};
	for (const [name, value] of Object.entries(params)) page.searchParams.set(name, value);
	return page.href;
}

/**
 * Signing in at the carrier: a page for the user, then a token for the code. The token does not expire, so it is never
 * renewed.
 */
export const oauthConfig = (
	carrier: Carrier,
	oauth: AuthorizationCodeAuth,
): NonNullable<Authentication['oauth2Config']> => ({
	authorizeUrl: async (_z: unknown, bundle: Bundle) => pageOf(oauth, bundle),
	getAccessToken: async (z: Parameters<typeof portsOf>[0], bundle: Bundle) =>
		await runStep(
			z,
			async (): Promise<Result<Record<string, string>>> => {
				const { id, secret } = client();
				const result = await postForm(
					z,
					`${hostOf(oauth, bundle)}${oauth.paths.token}`,
					{ code: textIn(bundle, 'code') },
					{ authorization: basicAuth(id, secret) },
				);
				if ('noResponse' in result)
					return failed('unavailable', `${carrier.title} could not be reached: ${result.noResponse.reason}`);
				const body = parseJson(result.response);
				const token = isJsonObject(body) ? body.access_token : undefined;
				if (result.response.status >= 300 || typeof token !== 'string') {
					return failed('not_authorised', `${carrier.title} gave no token for the code`, {
						status: result.response.status,
						advice: 'Connect again: a code works once, and for a few minutes only.',
					});
				}
				const account = oauth.accountFields.flatMap((field): [string, string][] => {
					const value = isJsonObject(body) ? body[field] : undefined;
					return typeof value === 'string' ? [[field, value]] : [];
				});
				return success({ [oauth.tokenField]: token, ...Object.fromEntries(account) });
			},
			connectionError,
		),
});
