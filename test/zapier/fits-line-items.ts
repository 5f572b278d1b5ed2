import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';

/**
 * Zapier's line items are flat: a line that holds a list, such as the options of a dish, becomes several lines. On Zapier
 * such a list is given as text, and samples that hold it as a list are for the other hosts.
 */
export const fitsLineItems = (action: Action, { input }: Pick<Sample, 'input'>): boolean =>
	action.form.every((field) => {
		const lines = field.kind === 'lines' ? input[field.key] : undefined;
		return !Array.isArray(lines) || !lines.some((line) => Object.values(Object(line)).some(Array.isArray));
	});
