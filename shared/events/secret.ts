import { createHash, timingSafeEqual } from 'node:crypto';

import type { Json } from '../declare/json';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/** Compares in the same time whatever differs, length included. */
export function sameSecret(given: string | undefined, expected: string): boolean {
	return timingSafeEqual(hash(given ?? ''), hash(expected)) && expected !== '';
}

/** The body as JSON, or undefined. Read only after the call has been checked. */
export function parsedBody(body: string): Json | undefined {
	try {
		return JSON.parse(body) as Json;
	} catch {
		return undefined;
	}
}
