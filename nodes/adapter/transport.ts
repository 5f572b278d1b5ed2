import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { isSafeScheme, mayCarryCredentials } from '../../shared/run/address';
import type { Carrier } from '../../shared/declare/carrier';
import type { Transport } from '../../shared/run/ports';
import { bytesOf, textOf, type Received, receivedOf } from './answer';
import type { Host } from './host';
import { lostOf } from './lost';

/** How often a file may point elsewhere before it is given up. */
const MAX_HOPS = 3;

const never = { disableFollowRedirect: true, ignoreHttpStatusErrors: true, returnFullResponse: true } as const;

/** n8n's own time-out counts silence only; a carrier that drips must end as well. */
async function inTime(sending: Promise<unknown>, timeoutMs: number): Promise<unknown> {
	const over = new AbortController();
	const late = async () => {
		await sleep(timeoutMs, over.signal);
		return { late: true };
	};
	try {
		return await Promise.race([sending, late()]);
	} finally {
		over.abort();
	}
}

/**
 * n8n breaks off the requests of a run that is stopped. A booking broken off may be a booking made, so ours are let
 * through to their answer, and the road stops between two requests.
 */
const uninterrupted = (host: Host): Host => Object.create(host, { getExecutionCancelSignal: { value: () => undefined } });

/** n8n's own helpers, with nothing of them that throws for a status or follows a redirect. */
export function transportOf(host: Host, carrier: Carrier, type: string, fields: ICredentialDataDecryptedObject): Transport {
	const steady = uninterrupted(host);
	const { oauth } = carrier.connection;
	const own = {
		// The fields that this item's connection was read from, so that both halves of a call agree.
		credentialsDecrypted: { id: '', name: carrier.title, type, data: fields },
		// For a credential that was signed in to: n8n adds its token by itself, and never renews one that has no end.
		...(oauth ? { oauth2: { keyToIncludeInAccessTokenHeader: oauth.header, skipTokenRefresh: true } } : {}),
	};
	const ask = async (options: IHttpRequestOptions, withCredentials: boolean): Promise<Received | undefined> => {
		const sending: Promise<unknown> = withCredentials
			? host.helpers.httpRequestWithAuthentication.call(steady, type, options, own)
			: host.helpers.httpRequest(options);
		return receivedOf(await inTime(sending, options.timeout ?? 0));
	};
	return {
		async send({ method, url, headers, body }, _access, timeoutMs) {
			try {
				const content = body === undefined || typeof body === 'string' ? body : Buffer.from(body);
				const received = await ask({ ...never, method, url, headers: { ...headers }, body: content, encoding: 'text', timeout: timeoutMs }, true);
				if (!received) return { lost: { sent: 'maybe', why: 'it did not answer in time' } };
				return { answer: { status: received.status, headers: received.headers, text: textOf(received) } };
			} catch (error) {
				return { lost: lostOf(error) };
			}
		},
		async fetchFile(first, access, timeoutMs) {
			try {
				let url = new URL(first);
				for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
					if (!isSafeScheme(url)) return { lost: { sent: 'no', why: 'its address is not safe' } };
					const withCredentials = access !== undefined && mayCarryCredentials(url.href, access);
					const received = await ask({ ...never, method: 'GET', url: url.href, encoding: 'arraybuffer', timeout: timeoutMs }, withCredentials);
					if (!received) return { lost: { sent: 'maybe', why: 'it did not answer in time' } };
					if (received.status === 200) return { bytes: bytesOf(received), contentType: received.headers['content-type'] ?? 'application/octet-stream' };
					const { location } = received.headers;
					if (received.status < 300 || received.status >= 400 || location === undefined) return { lost: { sent: 'no', why: `it answered with status ${received.status}` } };
					url = new URL(location, url);
				}
				return { lost: { sent: 'no', why: 'it pointed elsewhere too often' } };
			} catch (error) {
				return { lost: lostOf(error) };
			}
		},
	};
}
