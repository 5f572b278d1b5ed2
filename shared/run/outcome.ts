import type { Item } from '../declare/facts';

/** Says on an item whether it was booked now, and what the user should know about that. */
export const withOutcome = (item: Item, outcome: 'created' | 'found', warnings: readonly string[] = []): Item => ({
	...item,
	outcome,
	...(warnings.length > 0 ? { warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), ...warnings] } : {}),
});
