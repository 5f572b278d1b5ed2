import type { Carrier } from '../../shared/declare/carrier';
import { basicAuth, type OAuth } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/declare/json';
import { parseJson } from '../../shared/declare/reading';
import { isSafeScheme } from '../../shared/run/address';
import { connectionError, step } from './errors';
import { valueAt } from './input-values';
import type { Authentication, Bundle } from './platform';
import { portsOf } from './ports';
import { postForm } from './transport';

/** Of the app, set by whoever publishes it: `zapier env:set <version> CLIENT_ID=… CLIENT_SECRET=…`. */
const client = () => ({ id: process.env.CLIENT_ID ?? '', secret: process.env.CLIENT_SECRET ?? '' });

/** The secret that a carrier signs its calls with is the client's own. */
export const clientSecret = (): string | undefined => process.env.CLIENT_SECRET;

/** Fields that signing in fills, or that a user of a published app has no say in. */
export function filledBySigningIn({ connection }: Carrier, { addressField, tokenField, secretField }: OAuth): readonly (string | undefined)[] {
	const address = connection.form.find(({ key }) => key === addressField);
	return [tokenField, secretField, addressField, address?.show?.field];
}

const textIn = (bundle: Bundle, key: string): string => String(valueAt(bundle.inputData, key) ?? '');

/**
 * The carrier's own host. What comes back from the browser stands among the inputs, so any other address could have
 * been slipped in by a stranger, and the client's secret goes there: only this very machine, the sandbox, is let through.
 */
function hostOf(oauth: OAuth, bundle: Bundle): string {
	const given = textIn(bundle, oauth.addressField);
	if (!URL.canParse(given)) return oauth.host;
	const url = new URL(given);
	return url.protocol === 'http:' && isSafeScheme(url) ? given.replace(/\/+$/, '') : oauth.host;
}

function pageOf(oauth: OAuth, bundle: Bundle): string {
	const page = new URL(`${hostOf(oauth, bundle)}${oauth.paths.authorise}`);
	const { field, byValue } = oauth.scope;
	const scope = byValue[textIn(bundle, field)] ?? Object.values(byValue)[0] ?? '';
	const asked = { client_id: client().id, redirect_uri: textIn(bundle, 'redirect_uri'), state: textIn(bundle, 'state'), response_type: 'code', scope };
	for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value);
	return page.href;
}

/** Signing in at the carrier: a page for the user, then a token for the code. It has no end, so there is nothing to renew. */
export const oauthConfig = (carrier: Carrier, oauth: OAuth): NonNullable<Authentication['oauth2Config']> => ({
	authorizeUrl: async (_z: unknown, bundle: Bundle) => pageOf(oauth, bundle),
	getAccessToken: async (z: Parameters<typeof portsOf>[0], bundle: Bundle) =>
		await step(
			z,
			async (): Promise<Result<Record<string, string>>> => {
				const { id, secret } = client();
				const sent = await postForm(z, `${hostOf(oauth, bundle)}${oauth.paths.token}`, { code: textIn(bundle, 'code') }, { authorization: basicAuth(id, secret) });
				if ('lost' in sent) return failed('unavailable', `${carrier.title} could not be reached: ${sent.lost.why}`);
				const answer = parseJson(sent.answer);
				const token = isJsonObject(answer) ? answer.access_token : undefined;
				if (sent.answer.status >= 300 || typeof token !== 'string') {
					return failed('not_authorised', `${carrier.title} gave no token for the code`, { status: sent.answer.status, advice: 'Connect again: a code works once, and for a few minutes only.' });
				}
				return success({ [oauth.tokenField]: token });
			},
			connectionError,
		),
});
