import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Json } from '../declare/json';

const hash = (text: string, encoding: 'utf8' | 'latin1') => createHash('sha256').update(text, encoding).digest();

/**
 * Compares in the same time whatever differs, length included. Servers read the bytes of a header one by one,
 * so a secret beyond ASCII arrives as its UTF-8 bytes; both readings are compared, always.
 */
export function sameSecret(given: string | undefined, expected: string): boolean {
	const asRead = timingSafeEqual(hash(given ?? '', 'utf8'), hash(expected, 'utf8'));
	const asBytes = timingSafeEqual(hash(given ?? '', 'latin1'), hash(expected, 'utf8'));
	return (asRead || asBytes) && expected !== '';
}

/** The signature of a body, as lower-case hex. */
export const signatureOf = (body: string, secret: string): string => createHmac('sha256', secret).update(body, 'utf8').digest('hex');

/** The body as JSON, or undefined. Read only after the call has been checked. */
export function parsedBody(body: string): Json | undefined {
	try {
		return JSON.parse(body) as Json;
	} catch {
		return undefined;
	}
}
