import { isReady, type RenewableCredentials } from '../declare/auth';
import { basicAuth } from '../declare/credentials';
import type { Carrier } from '../declare/carrier';
import type { Access, ReadyAccess } from '../declare/connection';
import { failed, success, type Result } from '../declare/failure';
import { isJsonObject, type Json } from '../json';
import { parseJson } from '../declare/reading';
import type { WireRequest, WireResponse } from '../declare/wire';
import { dataKey } from './account-key';
import { encode } from './encode';
import type { Ports, Transport } from './ports';
import { REQUEST_TIMEOUT_MS, retryAfter } from './retry';
import type { RenewableToken } from './secret-store';
import { isSafeScheme } from './url-checks';

export interface AuthorisedJob {
	carrier: Carrier;
	access: Access;
	/** Milliseconds since 1970. */
	deadline: number;
}

/** Signing in needs less than a whole call. */
export type SignInPorts = Pick<Ports, 'now' | 'locks' | 'secrets'> & { transport: Pick<Transport, 'send'> };

/** A token is renewed this long before its end, or a tenth of its life before: it has to outlast the request. */
const MARGIN_MS = 60_000;

/** RFC 6749, section 4.4.2; section 2.3.1 for where the client's secret goes. */
function tokenRequest(credentials: RenewableCredentials, access: Access): WireRequest {
	if (credentials.kind === 'login') return encode(credentials.call, access);
	const { clientId, clientSecret, clientIn, scope, tokenUrl } = credentials;
	const form = {
		grant_type: 'client_credentials',
		...(scope === undefined ? {} : { scope }),
		...(clientIn === 'body' ? { client_id: clientId, client_secret: clientSecret } : {}),
	};
	return {
		method: 'POST',
		url: new URL(tokenUrl, access.base).href,
		headers: {
			accept: 'application/json',
			'content-type': 'application/x-www-form-urlencoded',
			...(clientIn === 'header'
				? { authorization: basicAuth(encodeURIComponent(clientId), encodeURIComponent(clientSecret)) }
				: {}),
		},
		body: new URLSearchParams(form).toString(),
	};
}

const valueAt = (value: Json | undefined, path: readonly string[]): Json | undefined =>
	path.reduce<Json | undefined>((inner, step) => (isJsonObject(inner) ? inner[step] : undefined), value);

function tokenIn(response: WireResponse, credentials: RenewableCredentials, now: number): RenewableToken | undefined {
	const body = parseJson(response);
	const token = valueAt(body, credentials.kind === 'login' ? credentials.token : ['access_token']);
	if (typeof token !== 'string' || token === '') return undefined;
	const seconds = Number(valueAt(body, ['expires_in']));
	const lifetimeMs = seconds > 0 && Number.isFinite(seconds) ? seconds * 1_000 : credentials.lifetimeMs;
	return { token, until: now + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 10) };
}

function refusal({ status, headers }: WireResponse, { title }: Carrier, now: number): Result<never> {
	if (status === 429)
		return failed('rate_limited', `${title} asks for fewer sign-ins`, {
			status,
			retryAfter: retryAfter(headers['retry-after'], now),
		});
	if (status === 408 || status >= 500)
		return failed('unavailable', `${title} could not sign the connection in: it answered with status ${status}`, {
			status,
		});
	if (status >= 400)
		return failed('not_authorised', `${title} did not accept the connection when it signed in`, { status });
	return failed('unreadable_answer', `${title} gave no token when the connection signed in`, { status });
}

async function requestToken(
	{ carrier, access, deadline }: AuthorisedJob,
	credentials: RenewableCredentials,
	ports: SignInPorts,
): Promise<Result<RenewableToken>> {
	const request = tokenRequest(credentials, access);
	if (!isSafeScheme(new URL(request.url)))
		return failed('foreign_address', 'The credentials may only travel over https and to the carrier itself');
	const timeout = Math.min(REQUEST_TIMEOUT_MS.repeatable, deadline - ports.now());
	if (timeout <= 0) return failed('unavailable', 'The time for this step ran out before the connection could sign in');
	const requestedAt = ports.now();
	const bare: ReadyAccess = { ...access, credentials: { kind: 'headers', headers: {} } };
	const sent = await ports.transport.send(request, bare, timeout);
	if ('noResponse' in sent)
		return failed('unavailable', `${carrier.title} could not sign the connection in: ${sent.noResponse.reason}`);
	const { response } = sent;
	const token = response.status < 300 ? tokenIn(response, credentials, requestedAt) : undefined;
	return token ? success(token) : refusal(response, carrier, ports.now());
}

/**
 * The connection with credentials that a request can carry: its own, or a token, which is fetched if no valid one is
 * cached. Only one fetch runs at a time for each connection. `refused`: the token the carrier has just refused. A
 * different one is used, and fetched unless another request has done so meanwhile.
 */
export async function authorise(
	job: AuthorisedJob,
	ports: SignInPorts,
	refused?: string,
): Promise<Result<ReadyAccess & { token?: string }>> {
	const { access } = job;
	const { credentials } = access;
	if (isReady(credentials)) return success({ ...access, credentials });
	const key = dataKey(job);
	const withToken = ({ token }: RenewableToken) =>
		success({ ...access, token, credentials: { kind: 'apiKey' as const, key: token, place: credentials.place } });
	return await ports.locks.hold(`token:${key}`, async () => {
		const stored = await ports.secrets.get(key);
		if (stored && stored.token !== refused && stored.until > ports.now()) return withToken(stored);
		if (stored) await ports.secrets.drop(key);
		const fetched = await requestToken(job, credentials, ports);
		if (!fetched.ok) return fetched;
		await ports.secrets.set(key, fetched.value);
		return withToken(fetched.value);
	});
}
