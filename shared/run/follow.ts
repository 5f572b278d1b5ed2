import type { Access } from '../declare/connection';
import type { WireFile } from '../declare/wire';
import { isSafeScheme, mayCarryCredentials } from './address';
import type { Lost } from './ports';

/** How often a file may point elsewhere before it is given up. */
const MAX_HOPS = 3;

/** One answer on the way to a file. */
export interface Stop {
	status: number;
	location?: string;
	contentType?: string;
	bytes(): Uint8Array | Promise<Uint8Array>;
}

/** An address that a file may be fetched from: https without a user's name in it, or this very machine. */
export function followable(address: string, from?: URL): URL | undefined {
	if (!URL.canParse(address, from?.href)) return undefined;
	const url = new URL(address, from?.href);
	return isSafeScheme(url) && url.username === '' ? url : undefined;
}

/**
 * Fetches a file, and follows where it points: carriers keep theirs with others. Every address on the way has to be
 * safe. `ask` is given the credentials for the carrier's own hosts alone, and not again once others had a say in the way.
 */
export async function follow(first: string, access: Access | undefined, ask: (url: string, own: Access | undefined) => Promise<Stop>): Promise<WireFile | { lost: Lost }> {
	let url = followable(first);
	let own = access;
	for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
		if (!url) return { lost: { sent: 'no', why: 'its address is not safe' } };
		if (own && !mayCarryCredentials(url.href, own)) own = undefined;
		const { status, location, contentType, bytes } = await ask(url.href, own);
		if (status === 200) return { bytes: await bytes(), contentType: contentType ?? 'application/octet-stream' };
		if (status < 300 || status >= 400 || location === undefined) return { lost: { sent: 'no', why: `it answered with status ${status}` } };
		url = followable(location, url);
	}
	return { lost: { sent: 'no', why: 'it pointed elsewhere too often' } };
}
