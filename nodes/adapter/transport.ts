import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { isRenewable } from '../../shared/declare/auth';
import type { ReadyAccess } from '../../shared/declare/connection';
import { withCredentials } from '../../shared/declare/credentials';
import { downloadFile } from '../../shared/run/download';
import { MAX_FILE_BYTES, MAX_RESPONSE_BYTES, tooLarge } from '../../shared/run/size-limits';
import type { WireRequest } from '../../shared/declare/wire';
import type { NoResponse, Transport } from '../../shared/run/ports';
import { bytesOf, textOf, toHttpResponse } from './http-response';
import type { Host } from './host';
import { toNoResponse } from './transport-error';

const rawResponseOptions = {
	disableFollowRedirect: true,
	ignoreHttpStatusErrors: true,
	returnFullResponse: true,
} as const;

/** n8n's own time-out counts silence only; a carrier that drips must end as well, and its connection with it. */
async function withTimeout<T>(
	send: (signal: AbortSignal) => Promise<T>,
	timeoutMs: number,
): Promise<T | { noResponse: NoResponse }> {
	// A signal that is aborted at the end of every exchange, only to stop its timer, costs more than the exchange.
	const signal = AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)));
	let onTimeOut = () => {};
	const timeOut = new Promise<{ noResponse: NoResponse }>((resolve) => {
		onTimeOut = () => resolve({ noResponse: { delivered: 'maybe', reason: 'it did not answer in time' } });
	});
	signal.addEventListener('abort', onTimeOut);
	try {
		return await Promise.race([send(signal), timeOut]);
	} finally {
		signal.removeEventListener('abort', onTimeOut);
	}
}

/**
 * n8n aborts the requests of a stopped run. An aborted booking may still be made, so our requests run until their
 * response and the pipeline stops between two requests. Only its own timeout ends a request.
 */
const ignoringCancel = (host: Host, signal: AbortSignal): Host =>
	Object.create(host, { getExecutionCancelSignal: { value: () => signal } });

type SentOptions = IHttpRequestOptions & Pick<WireRequest, 'method' | 'headers'>;

async function orNoResponse<T>(
	send: (signal: AbortSignal) => Promise<T>,
	timeoutMs: number,
): Promise<T | { noResponse: NoResponse }> {
	try {
		return await withTimeout(send, timeoutMs);
	} catch (error) {
		return { noResponse: toNoResponse(error) };
	}
}

/** Sends one request of the core with the request helper of the host. */
export const sendBy =
	(request: (options: SentOptions, signal: AbortSignal, access: ReadyAccess) => Promise<unknown>): Transport['send'] =>
	async ({ method, url, headers, body }, access, timeout) => {
		const content = body === undefined || typeof body === 'string' ? body : Buffer.from(body);
		const options: SentOptions = {
			...rawResponseOptions,
			method,
			url,
			headers: { ...headers },
			body: content,
			encoding: 'stream',
			timeout,
		};
		return await orNoResponse(async (signal) => {
			const response = toHttpResponse(await request(options, signal, access));
			const text = await textOf(response, MAX_RESPONSE_BYTES, signal);
			return text === undefined
				? { noResponse: tooLarge(MAX_RESPONSE_BYTES) }
				: { response: { status: response.status, headers: response.headers, text } };
		}, timeout);
	};

/** n8n's own helpers, with nothing of them that throws for a status or follows a redirect. */
export function transportOf(
	host: Host,
	carrier: Carrier,
	type: string,
	fields: ICredentialDataDecryptedObject,
): Transport {
	const { auth, oauth } = carrier.connection;
	const requestOptions = {
		// The fields that this item's connection was read from, so that both halves of a call agree.
		credentialsDecrypted: { id: '', name: carrier.title, type, data: fields },
		// For a credential that was signed in to: n8n adds its token by itself, and never renews one that has no end.
		...(oauth ? { oauth2: { keyToIncludeInAccessTokenHeader: oauth.header, skipTokenRefresh: true } } : {}),
	};
	const request = async (
		options: SentOptions,
		signal: AbortSignal,
		access: ReadyAccess | undefined,
	): Promise<unknown> => {
		// A token exists only in this process's memory, where n8n's own request signing would not find it.
		if (!access || isRenewable(auth)) {
			const { url, headers } = access ? withCredentials(options, access) : options;
			return await host.helpers.httpRequest({ ...options, url, headers, abortSignal: signal });
		}
		return await host.helpers.httpRequestWithAuthentication.call(
			ignoringCancel(host, signal),
			type,
			options,
			requestOptions,
		);
	};
	return {
		send: sendBy(request),
		fetchFile: async (first, origin, timeoutMs) =>
			await orNoResponse(
				(signal) =>
					downloadFile(first, origin, async (url, ownAccess) => {
						const options: SentOptions = {
							...rawResponseOptions,
							method: 'GET',
							url,
							headers: {},
							encoding: 'stream',
							timeout: timeoutMs,
						};
						const response = toHttpResponse(await request(options, signal, ownAccess));
						return {
							status: response.status,
							location: response.headers.location,
							contentType: response.headers['content-type'],
							bytes: async () => await bytesOf(response, MAX_FILE_BYTES, signal),
						};
					}),
				timeoutMs,
			),
	};
}
