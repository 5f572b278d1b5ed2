import { createHash } from 'node:crypto';

import type { JsonObject } from '../declare/json';

/** A short name for some values that gives none of them away. */
export function digest(values: readonly (string | number | JsonObject | Readonly<Record<string, string>>)[], length = 24): string {
	return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, length);
}
