import type { Action } from '../../shared/declare/action';
import { searchKey, type Desk } from './desk';

/** A read without fields is a list for drop-downs; Zapier refuses a search that nothing can be typed into. */
export const isSearchable = (action: Action): boolean => action.effect === 'read' && action.form.length > 0;

/**
 * The search that a field with a drop-down offers to fill it: one that lists the same things and needs no choice
 * from that very list.
 */
export function connectorFor(desk: Desk, list: string, own: string): string | undefined {
	const source = desk.carrier.choices[list]?.action;
	if (!source || !isSearchable(source)) return undefined;
	const key = searchKey(desk, source);
	const needsItself = source.form.some((field) => field.kind !== 'group' && field.kind !== 'lines' && field.choices === list);
	return key === own || needsItself ? undefined : `${key}.id`;
}
