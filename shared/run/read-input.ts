import type { Action } from '../declare/action';
import type { Given } from '../declare/facts';
import type { z } from 'zod/v4';

import { failed, success, type Failure, type FailureCode, type Problem, type Result } from '../declare/failure';
import { labelAt, type Form } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../declare/json';
import { coerce } from './coerce';
import { sayProblem } from './say-problem';

const covers = (path: readonly PropertyKey[], other: readonly PropertyKey[]) => path.every((step, at) => other[at] === step);

/** Takes the value at a path out, so that rules over several fields see only what is right: a line that is none becomes one with nothing in it. */
function without(value: Json | undefined, path: readonly PropertyKey[]): Json | undefined {
	const [step, ...rest] = path;
	if (step === undefined) return undefined;
	if (Array.isArray(value)) return value.map((each, at) => (at === step ? (without(each, rest) ?? {}) : each));
	if (!isJsonObject(value) || typeof step !== 'string') return value;
	return { ...value, [step]: without(value[step], rest) };
}

function unknownKeys(form: Form, values: JsonObject): Problem[] {
	return Object.keys(values)
		.filter((key) => values[key] !== undefined && !form.some((field) => field.key === key))
		.map((key) => ({ path: [key], message: 'is not a field of this step' }));
}

/** Every problem at once; the fields by the labels on the form. `before` says what has to wait for them. */
export function refuse(form: Form, before: string, problems: readonly Problem[], code: FailureCode = 'invalid_input'): { ok: false; failure: Failure } {
	const sentences = problems.map((problem) => `${labelAt(form, problem.path)} ${problem.message}.`.trimStart());
	const count = problems.length === 1 ? 'One field needs' : `${problems.length} fields need`;
	return failed(code, `${count} attention before ${before}. ${sentences.join(' ')}`, { problems });
}

interface Reading {
	values: JsonObject;
	parsed: z.ZodSafeParseResult<unknown>;
	/** What is wrong with single fields. */
	problems: Problem[];
}

/** Coerces, and checks field by field. */
export function readFields(form: Form, schema: z.ZodObject, given: JsonObject, zone: string, now?: number, home?: string): Reading {
	const values = coerce(form, given, zone, now, home);
	const parsed = schema.safeParse(values);
	const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => ({ path: issue.path, message: sayProblem(issue, form, values) }));
	return { values, parsed, problems: [...unknownKeys(form, values), ...wrong] };
}

/** Coerces and checks the values of one action. */
export function readInput(action: Action, given: JsonObject, facts: Given): Result<unknown> {
	const { values, parsed, problems: single } = readFields(action.form, action.input, given, facts.access.zone, facts.now, facts.access.country);
	const draft = parsed.success ? parsed.data : single.reduce<Json | undefined>((rest, problem) => without(rest, problem.path), values);
	const joint = action
		.check(draft, facts)
		.filter((problem) => !single.some((known) => covers(known.path, problem.path) || covers(problem.path, known.path)));
	const problems = [...single, ...joint];
	return problems.length > 0 || !parsed.success ? refuse(action.form, `"${action.title}" can be sent`, problems) : success(parsed.data);
}
