import type { Action } from '../../shared/declare/action';
import { searchKey, type AppContext } from './app-context';

/** A read without fields is a list for drop-downs; Zapier refuses a search that nothing can be typed into. */
export const isSearchable = (action: Action): boolean =>
	action.effect === 'read' && !action.worksOut && action.form.length > 0;

/** What books or changes something, and what works something out, stands among the actions. */
export const isCreate = (action: Action): boolean => action.effect !== 'read' || action.worksOut !== undefined;

/**
 * The search that a field with a drop-down offers to fill it: one that lists the same things and needs no choice
 * from that very list.
 */
export function connectorFor(context: AppContext, list: string, stepKey: string): string | undefined {
	const source = context.carrier.choices[list]?.action;
	if (!source || !isSearchable(source)) return undefined;
	const key = searchKey(context, source);
	const needsItself = source.form.some(
		(field) => field.kind !== 'group' && field.kind !== 'lines' && field.choices === list,
	);
	return key === stepKey || needsItself ? undefined : `${key}.id`;
}
