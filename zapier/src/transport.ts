import { withCredentials } from '../../shared/declare/credentials';
import { downloadFile } from '../../shared/run/download';
import { isPrivateHost } from '../../shared/run/private-address';
import type { FileOrigin, NoResponse, SendResult, Transport } from '../../shared/run/ports';
import { REQUEST_TIMEOUT_MS } from '../../shared/run/retry';
import { MAX_FILE_BYTES, MAX_RESPONSE_BYTES, tooLarge } from '../../shared/run/size-limits';
import { undeliveredReason } from '../../shared/run/undelivered-errors';
import type { HttpRequestOptions } from 'zapier-platform-core';
import type { ZObject } from './platform';
import { publicAgent } from './public-agent';

const errorField = (error: unknown, key: 'code' | 'type'): string => {
	const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
	return typeof value === 'string' ? value : '';
};

/** The platform's client keeps the system call only in its message: "…, reason: connect ECONNREFUSED 127.0.0.1:443". */
const syscallOf = (error: unknown): string | undefined =>
	error instanceof Error
		? /, reason: ([a-zA-Z]+) E[A-Z_]+\b/.exec(error.message.slice(0, MAX_MESSAGE))?.[1]
		: undefined;

/** Far longer than any address with its reason. */
const MAX_MESSAGE = 20_000;

/**
 * Reads only the code and the system call of an error, because the platform writes bodies and addresses into the
 * message.
 */
function noResponse(error: unknown, limit: number): NoResponse {
	const type = errorField(error, 'type');
	if (type === 'max-size') return tooLarge(limit);
	const code = errorField(error, 'code');
	const reason = code === '' ? undefined : undeliveredReason([{ code, syscall: syscallOf(error) }]);
	if (reason !== undefined) return { delivered: 'no', reason };
	const timedOut = type === 'aborted';
	return {
		delivered: 'maybe',
		reason: timedOut ? 'it did not answer in time' : 'the connection broke before the answer was complete',
	};
}

/**
 * Options of the platform's client that its types lack. `merge: false` stops it from refusing customers' texts that
 * look like its own templates. `signal` ends a slow response, because its `timeout` would allow twice the time.
 */
type Options = HttpRequestOptions & { throwForThrottlingEarly: boolean; merge: boolean; signal: AbortSignal };

const options = (timeoutMs: number): Options => ({
	redirect: 'manual',
	skipThrowForStatus: true,
	throwForThrottlingEarly: false,
	merge: false,
	// Counted after unpacking.
	size: MAX_RESPONSE_BYTES,
	signal: AbortSignal.timeout(Math.max(1, Math.floor(timeoutMs))),
});

/** The platform's client knows bytes by Node's own kind of them. */
const bodyOf = (body: string | Uint8Array | undefined) => (body instanceof Uint8Array ? Buffer.from(body) : body);

/** Sends a form to an address outside the API, such as the token endpoint, without any connection's credentials. */
export async function postForm(
	z: ZObject,
	url: string,
	form: Record<string, string>,
	headers: Record<string, string>,
): Promise<SendResult> {
	try {
		const body = new URLSearchParams(form).toString();
		const requestOptions = {
			...options(REQUEST_TIMEOUT_MS.repeatable),
			method: 'POST' as const,
			headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
			body,
		};
		const response = await z.request(url, requestOptions);
		return {
			response: { status: response.status, headers: Object.fromEntries(response.headers), text: response.content },
		};
	} catch (error) {
		return { noResponse: noResponse(error, MAX_RESPONSE_BYTES) };
	}
}

/** For files: as bytes, and from public addresses alone unless the connection itself is inside. */
export const fileOptions = ({ base }: FileOrigin, limit = MAX_FILE_BYTES) => ({
	raw: true as const,
	size: limit,
	...(URL.canParse(base) && isPrivateHost(new URL(base).hostname) ? {} : { agent: publicAgent }),
});

/** The platform's own client, with nothing of it that throws for a status or follows a redirect. */
export function createTransport(z: ZObject): Transport {
	return {
		async send(bareRequest, access, timeoutMs) {
			const request = withCredentials(bareRequest, access);
			try {
				const requestOptions = {
					...options(timeoutMs),
					method: request.method,
					headers: { ...request.headers },
					body: bodyOf(request.body),
				};
				const response = await z.request(request.url, requestOptions);
				return {
					response: { status: response.status, headers: Object.fromEntries(response.headers), text: response.content },
				};
			} catch (error) {
				return { noResponse: noResponse(error, MAX_RESPONSE_BYTES) };
			}
		},
		async fetchFile(url, origin, timeoutMs) {
			try {
				// One time for the whole way.
				const requestOptions = { ...options(timeoutMs), ...fileOptions(origin) };
				return await downloadFile(url, origin, async (currentUrl, ownAccess) => {
					const bare = { url: currentUrl, headers: {} };
					const { url: signedUrl, headers } = ownAccess ? withCredentials(bare, ownAccess) : bare;
					const response = await z.request(signedUrl, { ...requestOptions, headers: { ...headers } });
					return {
						status: response.status,
						location: response.getHeader('location'),
						contentType: response.getHeader('content-type'),
						bytes: async () => await response.buffer(),
					};
				});
			} catch (error) {
				return { noResponse: noResponse(error, MAX_FILE_BYTES) };
			}
		},
	};
}
