import { withCredentials } from '../../shared/declare/connection';
import { follow } from '../../shared/run/follow';
import type { Lost, Sent, Transport } from '../../shared/run/ports';
import { REQUEST_TIMEOUT_MS } from '../../shared/run/retry';
import { unsent } from '../../shared/run/unsent';
import type { HttpRequestOptions } from 'zapier-platform-core';
import type { ZObject } from './platform';

const word = (error: unknown, key: 'code' | 'type'): string => {
	const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
	return typeof value === 'string' ? value : '';
};

/** Reads only the code of what was thrown: the platform writes bodies and addresses into the message. */
function lost(error: unknown): Lost {
	const why = unsent[word(error, 'code')];
	if (why !== undefined) return { sent: 'no', why };
	const late = word(error, 'type') === 'aborted';
	return { sent: 'maybe', why: late ? 'it did not answer in time' : 'the connection broke before the answer was complete' };
}

/**
 * What the platform's client takes beyond its types. `merge: false` keeps it from refusing texts of a shop's customers
 * that look like its own templates; `signal` ends an answer that trickles, which its `timeout` would grant the time twice.
 */
type Options = HttpRequestOptions & { throwForThrottlingEarly: boolean; merge: boolean; signal: AbortSignal };

const options = (timeoutMs: number): Options => ({
	redirect: 'manual',
	skipThrowForStatus: true,
	throwForThrottlingEarly: false,
	merge: false,
	signal: AbortSignal.timeout(Math.max(1, Math.floor(timeoutMs))),
});

/** The platform's client knows bytes by Node's own kind of them. */
const bodyOf = (body: string | Uint8Array | undefined) => (body instanceof Uint8Array ? Buffer.from(body) : body);

/** A form to an address that is not the API's, such as the one that gives tokens; without the credentials of any connection. */
export async function postForm(z: ZObject, url: string, form: Record<string, string>, headers: Record<string, string>): Promise<Sent> {
	try {
		const body = new URLSearchParams(form).toString();
		const asked = { ...options(REQUEST_TIMEOUT_MS.repeatable), method: 'POST' as const, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body };
		const response = await z.request(url, asked);
		return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text: response.content } };
	} catch (error) {
		return { lost: lost(error) };
	}
}

/** The platform's own client, with nothing of it that throws for a status or follows a redirect. */
export function createTransport(z: ZObject): Transport {
	return {
		async send(plain, access, timeoutMs) {
			const request = withCredentials(plain, access);
			try {
				const asked = { ...options(timeoutMs), method: request.method, headers: { ...request.headers }, body: bodyOf(request.body) };
				const response = await z.request(request.url, asked);
				return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text: response.content } };
			} catch (error) {
				return { lost: lost(error) };
			}
		},
		async fetchFile(url, access, timeoutMs) {
			try {
				// One time for the whole way.
				const asked = { ...options(timeoutMs), raw: true as const };
				return await follow(url, access, async (at, own) => {
					const response = await z.request(at, { ...asked, headers: { ...own?.headers } });
					return { status: response.status, location: response.getHeader('location'), contentType: response.getHeader('content-type'), bytes: async () => await response.buffer() };
				});
			} catch (error) {
				return { lost: lost(error) };
			}
		},
	};
}
