import { createHash } from 'node:crypto';

import type { JsonObject } from '../json';

/** A short key for some values that reveals none of them. */
export function digest(
	values: readonly (string | number | JsonObject | Readonly<Record<string, string>>)[],
	length = 24,
): string {
	return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, length);
}
