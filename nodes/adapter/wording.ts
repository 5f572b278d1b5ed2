import type { ShowWhen } from '../../shared/declare/field';
import type { IDisplayOptions } from 'n8n-workflow';

/** n8n ends a description with a full stop only if it has several sentences. */
export function sentences(...parts: readonly (string | undefined)[]): string | undefined {
	const text = parts
		.filter((part) => part !== undefined && part !== '')
		.map((part) => String(part).trim().replace(/\.$/, ''))
		.join('. ');
	if (text === '') return undefined;
	return text.includes('. ') ? `${text}.` : text;
}

/** "Get Many Deliveries" as n8n words an action: "Get many deliveries". */
export function actionLabel(title: string): string {
	const words = title
		.toLowerCase()
		.replace(/-/g, ' ')
		.split(' ')
		.filter((word) => !['a', 'an', 'the'].includes(word));
	const text = words.join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Get Many Deliveries" in the list of a resource's operations: "Get Many". */
export function operationName(title: string, resource: { singular: string; plural: string }): string {
	const lower = title.toLowerCase();
	const noun = [resource.plural, resource.singular].find((each) => lower.endsWith(` ${each.toLowerCase()}`));
	const rest = noun === undefined ? title : title.slice(0, -noun.length - 1);
	// "Add Files to Claim" cannot do without its last word.
	return /\s(to|of|for|from|in|with)$/.test(rest) ? title : rest;
}

/** The phrase n8n requires at the start of a boolean's description. */
export function booleanDescription(label: string, help: string | undefined): string {
	return help?.startsWith('Whether') ? help : `Whether to turn "${label}" on. ${help ?? ''}`;
}

/** Several conditions together, in n8n's form. */
export function showFor(
	conditions: readonly ShowWhen[],
	above: Record<string, string[]> = {},
): { displayOptions?: IDisplayOptions } {
	const show: Record<string, string[]> = { ...above };
	for (const { field, is } of conditions) show[field] = show[field]?.filter((value) => is.includes(value)) ?? [...is];
	return Object.keys(show).length === 0 ? {} : { displayOptions: { show } };
}

export const byDisplayName = (a: { displayName: string }, b: { displayName: string }) =>
	a.displayName.localeCompare(b.displayName);
export const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
/** n8n requires alphabetical order from five entries on. Shorter lists use the declared order. */
export const sortedFromFive = <T>(list: readonly T[], order: (a: T, b: T) => number): T[] =>
	list.length < 5 ? [...list] : [...list].sort(order);
