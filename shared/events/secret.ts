import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Json } from '../json';

const hash = (text: string, encoding: 'utf8' | 'latin1') => createHash('sha256').update(text, encoding).digest();

/**
 * Compares in constant time, even for different lengths. Servers read the bytes of a header one by one, so a secret
 * beyond ASCII arrives as its UTF-8 bytes. Both readings are always compared.
 */
export function isSameSecret(received: string | undefined, expected: string): boolean {
	const asRead = timingSafeEqual(hash(received ?? '', 'utf8'), hash(expected, 'utf8'));
	const asBytes = timingSafeEqual(hash(received ?? '', 'latin1'), hash(expected, 'utf8'));
	return (asRead || asBytes) && expected !== '';
}

/** The signature of a body, as lower-case hex. */
export const signatureOf = (body: string, secret: string): string =>
	createHmac('sha256', secret).update(body, 'utf8').digest('hex');

/** The body as JSON, or undefined. Read only after the call has been checked. */
export function parsedBody(body: string): Json | undefined {
	try {
		return JSON.parse(body) as Json;
	} catch {
		return undefined;
	}
}
