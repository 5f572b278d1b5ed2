import type { Item } from '../declare/facts';

export const addWarnings = (item: Item, warnings: readonly string[]): Item =>
	warnings.length === 0
		? item
		: { ...item, warnings: [...(Array.isArray(item.warnings) ? item.warnings : []), ...warnings] };

/** Marks an item as booked now or before, with any notice for the user. */
export const withOutcome = (item: Item, outcome: 'created' | 'found', warnings: readonly string[] = []): Item =>
	addWarnings({ ...item, outcome }, warnings);
