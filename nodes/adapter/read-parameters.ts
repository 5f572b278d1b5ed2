import type { IExecuteFunctions } from 'n8n-workflow';

import type { Json } from '../../shared/json';
import type { Read } from './read-lines';
import { toJson } from './to-json';

/** n8n works a parameter out anew for each item if any text in it begins like this. */
const EXPRESSION = '=';

function hasExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith(EXPRESSION);
	return typeof value === 'object' && value !== null && Object.values(value).some(hasExpression);
}

/**
 * Reads the parameters of the items of one run, without n8n's own checks. What holds no expression is the same for all
 * items, and is read once: most of a form is.
 */
export function parameterReader(host: IExecuteFunctions): (itemIndex: number) => Read {
	const { parameters } = host.getNode();
	const fixed = new Map<string, Json | undefined>();
	const read = (name: string, itemIndex: number) =>
		toJson(host.getNodeParameter(name, itemIndex, null, { skipValidation: true }));
	return (itemIndex) => (name) => {
		if (fixed.has(name)) return fixed.get(name);
		const value = read(name, itemIndex);
		if (!hasExpression(parameters[name])) fixed.set(name, value);
		return value;
	};
}
