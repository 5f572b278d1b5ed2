import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { follow } from '../../shared/run/follow';
import type { Lost, Transport } from '../../shared/run/ports';
import { bytesOf, textOf, type Received, receivedOf } from './answer';
import type { Host } from './host';
import { lostOf } from './lost';

const never = { disableFollowRedirect: true, ignoreHttpStatusErrors: true, returnFullResponse: true } as const;

/** n8n's own time-out counts silence only; a carrier that drips must end as well, and its connection with it. */
async function inTime<T>(send: (over: AbortSignal) => Promise<T>, timeoutMs: number): Promise<T | { lost: Lost }> {
	const over = new AbortController();
	const late = async (): Promise<{ lost: Lost }> => {
		await sleep(timeoutMs, over.signal);
		return { lost: { sent: 'maybe', why: 'it did not answer in time' } };
	};
	try {
		return await Promise.race([send(over.signal), late()]);
	} finally {
		over.abort();
	}
}

/**
 * n8n breaks off the requests of a run that is stopped. A booking broken off may be a booking made, so ours are let
 * through to their answer, and the road stops between two requests: what ends one of ours is its own time.
 */
const uninterrupted = (host: Host, over: AbortSignal): Host => Object.create(host, { getExecutionCancelSignal: { value: () => over } });

/** n8n's own helpers, with nothing of them that throws for a status or follows a redirect. */
export function transportOf(host: Host, carrier: Carrier, type: string, fields: ICredentialDataDecryptedObject): Transport {
	const { oauth } = carrier.connection;
	const own = {
		// The fields that this item's connection was read from, so that both halves of a call agree.
		credentialsDecrypted: { id: '', name: carrier.title, type, data: fields },
		// For a credential that was signed in to: n8n adds its token by itself, and never renews one that has no end.
		...(oauth ? { oauth2: { keyToIncludeInAccessTokenHeader: oauth.header, skipTokenRefresh: true } } : {}),
	};
	const ask = async (options: IHttpRequestOptions, withCredentials: boolean, over: AbortSignal): Promise<Received> => {
		const sending: Promise<unknown> = withCredentials
			? host.helpers.httpRequestWithAuthentication.call(uninterrupted(host, over), type, options, own)
			: host.helpers.httpRequest({ ...options, abortSignal: over });
		return receivedOf(await sending);
	};
	const orLost = async <T>(send: (over: AbortSignal) => Promise<T>, timeoutMs: number): Promise<T | { lost: Lost }> => {
		try {
			return await inTime(send, timeoutMs);
		} catch (error) {
			return { lost: lostOf(error) };
		}
	};
	return {
		async send({ method, url, headers, body }, _access, timeoutMs) {
			const content = body === undefined || typeof body === 'string' ? body : Buffer.from(body);
			const received = await orLost((over) => ask({ ...never, method, url, headers: { ...headers }, body: content, encoding: 'text', timeout: timeoutMs }, true, over), timeoutMs);
			return 'lost' in received ? received : { answer: { status: received.status, headers: received.headers, text: textOf(received) } };
		},
		fetchFile: async (first, access, timeoutMs) =>
			await orLost(
				(over) =>
					follow(first, access, async (url, own) => {
						const received = await ask({ ...never, method: 'GET', url, encoding: 'arraybuffer', timeout: timeoutMs }, own !== undefined, over);
						return { status: received.status, location: received.headers.location, contentType: received.headers['content-type'], bytes: () => bytesOf(received) };
					}),
				timeoutMs,
			),
	};
}
