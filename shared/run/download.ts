import type { ReadyAccess } from '../declare/connection';
import type { WireFile } from '../declare/wire';
import { isLoopback, isSafeScheme, mayCarryCredentials } from './url-checks';
import type { FileOrigin, NoResponse } from './ports';
import { isPrivateHost } from './private-address';
import { MAX_FILE_BYTES, tooLarge } from './size-limits';

/** The maximum number of redirects. */
const MAX_HOPS = 3;

/** One response on the way to a file. */
export interface FileResponse {
	status: number;
	location?: string;
	contentType?: string;
	/** Undefined where the file is larger than `MAX_FILE_BYTES`. */
	bytes(): Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** May a link of a connection at this base lead to its own machine or network? Only if the base is there itself. */
const reachesInside = (url: URL, base: URL | undefined): boolean =>
	base !== undefined && (isLoopback(base) ? isLoopback(url) : url.host === base.host);

/**
 * An address that a file may be fetched from: https, without a user's name in it, and in the open internet. A link that
 * a carrier or a customer wrote must not make this machine read what only this machine can reach.
 */
export function safeUrl(address: string, { base }: Pick<FileOrigin, 'base'>, from?: URL): URL | undefined {
	if (!URL.canParse(address, from?.href)) return undefined;
	const url = new URL(address, from?.href);
	const own = URL.canParse(base) ? new URL(base) : undefined;
	if (!isSafeScheme(url) || url.username !== '') return undefined;
	return isPrivateHost(url.hostname) && !reachesInside(url, own) ? undefined : url;
}

/**
 * Fetches a file and follows redirects, because carriers store files on other hosts. Every address on the way must be
 * safe. `request` gets credentials only for the carrier's own hosts, and never after another host has redirected.
 */
export async function downloadFile(
	first: string,
	origin: FileOrigin,
	request: (url: string, credentials: ReadyAccess | undefined) => Promise<FileResponse>,
): Promise<WireFile | { noResponse: NoResponse }> {
	let url = safeUrl(first, origin);
	let credentials = origin.access;
	for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
		if (!url) return { noResponse: { delivered: 'no', reason: 'its address is not safe' } };
		if (credentials && !mayCarryCredentials(url.href, credentials)) credentials = undefined;
		const { status, location, contentType, bytes } = await request(url.href, credentials);
		if (status === 200) {
			const content = await bytes();
			return content
				? { bytes: content, contentType: contentType ?? 'application/octet-stream' }
				: { noResponse: tooLarge(MAX_FILE_BYTES) };
		}
		if (status < 300 || status >= 400 || location === undefined)
			return { noResponse: { delivered: 'no', reason: `it answered with status ${status}` } };
		url = safeUrl(location, origin, url);
	}
	return { noResponse: { delivered: 'no', reason: 'it pointed elsewhere too often' } };
}
