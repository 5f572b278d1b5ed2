import { z } from 'zod/v4';

import type { Reading } from '../../declare/facts';
import { failed, type FailureCode, type Problem } from '../../declare/failure';
import { parseJson, pathOf, refuses, textAt } from '../../declare/reading';
import type { Json } from '../../declare/json';

const validation = z.looseObject({ errors: z.array(z.looseObject({ field: z.string(), message: z.string() })) });

const problemsIn = (body: Json | undefined): Problem[] => {
	const read = validation.safeParse(body);
	return read.success ? read.data.errors.map(({ field, message }) => ({ path: pathOf(field), message: `was refused by Cubyn: ${message}` })) : [];
};

/** Cubyn's own sentence; `stack`, which one sample shows beside it, is never read. */
const sentence = (body: Json | undefined) => textAt(body, 'message');

/** A refusal with one code, whatever Cubyn says. */
export const refusedAs = (code: FailureCode) => refuses(sentence, () => code);

const badRequest: Reading<unknown> = (answer, input, facts) => {
	const problems = problemsIn(parseJson(answer));
	if (problems.length === 0) return refusedAs('refused')(answer, input, facts);
	return failed('refused', problems.length === 1 ? 'Cubyn refused one field' : `Cubyn refused ${problems.length} fields`, { status: answer.status, problems });
};

/** The table of both documents; 401 stands in neither, but in a sample. */
export const cubynReadings = {
	400: badRequest,
	401: refusedAs('not_authorised'),
	403: refusedAs('refused'),
	404: refusedAs('not_found'),
	413: refusedAs('refused'),
};
