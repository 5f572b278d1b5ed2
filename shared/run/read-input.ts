import type { Action } from '../declare/action';
import type { ConnectionFacts } from '../declare/facts';
import type { z } from 'zod/v4';

import { failed, success, type Failure, type FailureCode, type Problem, type Result } from '../declare/failure';
import { labelAt, type Form } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { coerceInput } from './coerce';
import { describeProblem } from './describe-problem';

const isPrefix = (path: readonly PropertyKey[], other: readonly PropertyKey[]) =>
	path.every((step, at) => other[at] === step);

/**
 * Removes the value at a path, so that rules over several fields see only valid values. An invalid line becomes an
 * empty one.
 */
function removeAt(value: Json | undefined, path: readonly PropertyKey[]): Json | undefined {
	const [step, ...rest] = path;
	if (step === undefined) return undefined;
	if (Array.isArray(value)) return value.map((each, at) => (at === step ? (removeAt(each, rest) ?? {}) : each));
	if (!isJsonObject(value) || typeof step !== 'string') return value;
	return { ...value, [step]: removeAt(value[step], rest) };
}

function unknownKeys(form: Form, values: JsonObject): Problem[] {
	return Object.keys(values)
		.filter((key) => values[key] !== undefined && !form.some((field) => field.key === key))
		.map((key) => ({ path: [key], message: 'is not a field of this step' }));
}

/** Reports every problem at once, with the labels on the form. `blocked` names what has to wait for the fix. */
export function rejectInput(
	form: Form,
	blocked: string,
	problems: readonly Problem[],
	code: FailureCode = 'invalid_input',
): { ok: false; failure: Failure } {
	const all = problems.map((problem) => `${labelAt(form, problem.path)} ${problem.message}.`.trimStart());
	const sentences = [...new Set(all)];
	const count = sentences.length === 1 ? 'One field needs' : `${sentences.length} fields need`;
	return failed(code, `${count} attention before ${blocked}. ${sentences.join(' ')}`, { problems });
}

interface ParsedFields {
	values: JsonObject;
	parsed: z.ZodSafeParseResult<unknown>;
	/** Problems with single fields. */
	problems: Problem[];
	/** Values that were read differently from how they were written. */
	warnings: readonly string[];
}

/** Coerces, and checks field by field. */
export function readFields(
	form: Form,
	schema: z.ZodObject,
	rawValues: JsonObject,
	zone: string,
	now?: number,
	homeCountry?: string,
): ParsedFields {
	const { values, problems, warnings } = coerceInput(form, rawValues, zone, now, homeCountry);
	const parsed = schema.safeParse(values);
	const schemaProblems = parsed.success
		? []
		: parsed.error.issues.map((issue) => ({
				path: issue.path,
				message: describeProblem(issue, form, values, { zone, home: homeCountry }),
			}));
	const byOthers = problems.filter(({ path }) => !schemaProblems.some((known) => isPrefix(known.path, path)));
	return { values, parsed, problems: [...unknownKeys(form, values), ...schemaProblems, ...byOthers], warnings };
}

/** The values of one action as they were read. */
export interface ReadValues {
	input: unknown;
	/** Values that were read differently from how they were written. */
	warnings: readonly string[];
}

/** The input of one action, and the values it was read from: files are named there, even if other fields are wrong. */
export interface ReadInput {
	read: Result<ReadValues>;
	values: JsonObject;
}

/** Coerces and checks the values of one action. */
export function readInput(action: Action, rawValues: JsonObject, facts: ConnectionFacts): ReadInput {
	const {
		values,
		parsed,
		warnings,
		problems: fieldProblems,
	} = readFields(action.form, action.input, rawValues, facts.access.zone, facts.now, facts.access.country);
	const draft =
		parsed.success && fieldProblems.length === 0
			? parsed.data
			: fieldProblems.reduce<Json | undefined>((rest, problem) => removeAt(rest, problem.path), values);
	const crossFieldProblems = action
		.check(draft, facts)
		.filter(
			(problem) =>
				!fieldProblems.some((known) => isPrefix(known.path, problem.path) || isPrefix(problem.path, known.path)),
		);
	const problems = [...fieldProblems, ...crossFieldProblems];
	const read =
		problems.length > 0 || !parsed.success
			? rejectInput(action.form, `"${action.title}" can be sent`, problems)
			: success({ input: parsed.data, warnings });
	return { read, values };
}
