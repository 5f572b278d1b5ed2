import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { Item } from '../../shared/declare/facts';

/** The whole item, before the user's choice of fields, and the number of the input item it comes from. */
export interface ItemResult {
	item: Item;
	index: number;
}

/** More warnings than this are counted, not listed. */
const MOST_WARNINGS = 5;

const isFound = ({ item }: ItemResult) => item.outcome === 'found';
const needsAttention = ({ item }: ItemResult) => item.outcome !== undefined && item.status === 'needs_attention';

const textOf = ({ item, index }: ItemResult): string =>
	`Item ${index}${typeof item.reference === 'string' && item.reference !== '' ? ` (${item.reference})` : ''}`;

function foundHint(found: readonly ItemResult[]): NodeExecutionHint[] {
	const [first] = found;
	if (!first) return [];
	const which = found.length === 1 ? `${textOf(first)} was` : `${found.length} items were`;
	return [
		{
			message: `${which} booked before. The booking that exists is returned; nothing was booked again.`,
			location: 'outputPane',
		},
	];
}

function warningHints(results: readonly ItemResult[]): NodeExecutionHint[] {
	const warnings = results.flatMap((result) =>
		(Array.isArray(result.item.warnings) ? result.item.warnings : []).map((warning) => ({ result, warning })),
	);
	const listed = warnings.slice(0, MOST_WARNINGS).map(
		({ result, warning }): NodeExecutionHint => ({
			message: results.length === 1 ? String(warning) : `${textOf(result)}: ${String(warning)}`,
			type: 'warning',
			location: 'outputPane',
		}),
	);
	const rest = warnings.length - listed.length;
	return rest === 0
		? listed
		: [
				...listed,
				{ message: `${rest} more warnings are in the items, under warnings.`, type: 'warning', location: 'outputPane' },
			];
}

/** What a person must see before the columns: bookings that existed, warnings, and what waits for somebody. */
export function hintsOf(results: readonly ItemResult[]): NodeExecutionHint[] {
	const waiting = results.filter(needsAttention).map(
		(result): NodeExecutionHint => ({
			message: `${textOf(result)} needs attention at the carrier${typeof result.item.reason === 'string' ? `: ${result.item.reason}` : ''}.`,
			type: 'warning',
			location: 'outputPane',
		}),
	);
	return [...foundHint(results.filter(isFound)), ...waiting, ...warningHints(results)];
}

/** Older versions of n8n, and tools of a language model, show no hints. */
export function showHints(host: IExecuteFunctions, results: readonly ItemResult[]): void {
	const hints = hintsOf(results);
	if (hints.length > 0 && typeof host.addExecutionHints === 'function') host.addExecutionHints(...hints);
}
