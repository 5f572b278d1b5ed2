import { plainFields, visibleSteps } from './definition';
import type { Rule } from './rule';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
/** Looks like a point in time, in any common format. */
const MOMENT_LIKE = /^(\d{4}-\d{2}-\d{2}([T ]\d|$)|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b)/;

interface Leaf {
	path: string;
	value: unknown;
}

function leaves(value: unknown, path: string): Leaf[] {
	if (typeof value !== 'object' || value === null) return [{ path, value }];
	return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`));
}

const typeChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	password: (value) => typeof value === 'string',
	file: (value) => typeof value === 'string',
	datetime: (value) => typeof value === 'string' && (ISO_DAY.test(value) || ISO_MOMENT.test(value)),
	boolean: (value) => typeof value === 'boolean',
	number: (value) => typeof value === 'number',
	integer: (value) => Number.isInteger(value),
};

const inside = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
const at = (sample: unknown, key: string): unknown => key.split('__').reduce(inside, sample);

interface DeclaredField {
	key: string;
	type?: string;
	required?: boolean;
	list?: boolean;
	children?: readonly DeclaredField[];
}

/** The problem with one field of a sample or of a step's output. */
export function mismatches(field: DeclaredField, sample: unknown, path: string): { path: string; what: string }[] {
	const value = at(sample, field.key);
	const fieldPath = `${path}.${field.key}`;
	if (value === undefined) return field.required ? [{ path: fieldPath, what: 'is required but missing' }] : [];
	if (field.children) {
		if (!Array.isArray(value)) return [{ path: fieldPath, what: 'is no list of lines' }];
		return value.flatMap((row) => (field.children ?? []).flatMap((child) => mismatches(child, row, fieldPath)));
	}
	const values = field.list ? [value].flat() : [value];
	const fit = typeChecks[field.type ?? 'string'];
	return fit && values.every(fit) ? [] : [{ path: fieldPath, what: `is no ${field.type ?? 'string'}` }];
}

export const sampleRules: readonly Rule[] = [
	{
		id: 'D023',
		requirement: 'Times in samples are ISO 8601 with their offset',
		check: (app) =>
			visibleSteps(app).flatMap(({ step, where }) =>
				leaves(step.operation.sample, `${where}.sample`)
					.filter(
						({ value }) =>
							typeof value === 'string' && MOMENT_LIKE.test(value) && !ISO_DAY.test(value) && !ISO_MOMENT.test(value),
					)
					.map(({ path, value }) => ({ where: path, what: `is written "${String(value)}"` })),
			),
	},
	{
		id: 'D024',
		requirement: 'Samples keep to the output fields',
		check: (app) =>
			visibleSteps(app).flatMap(({ step, where }) =>
				plainFields(step.operation.outputFields)
					.flatMap((field) => mismatches(field, step.operation.sample, `${where}.sample`))
					.map(({ path, what }) => ({ where: path, what })),
			),
	},
];
