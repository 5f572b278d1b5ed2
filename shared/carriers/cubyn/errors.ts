import { z } from 'zod/v4';

import type { Reading } from '../../declare/facts';
import { failed, type FailureCode, type Problem } from '../../declare/failure';
import type { Json } from '../../json';
import { inOwnForm, provesNothing } from '../../declare/own-form';
import { parseJson, pathOf, refusalReading, textAt } from '../../declare/reading';
import type { WireResponse } from '../../declare/wire';

/** Both documents: every error is JSON with a type and a sentence. A gateway's page is not. */
const errorBody = z.looseObject({ type: z.string().regex(/Error$/), message: z.string() });
const validation = z.looseObject({ errors: z.array(z.looseObject({ field: z.string(), message: z.string() })) });

const isCubynsError = (response: WireResponse): boolean => errorBody.safeParse(parseJson(response)).success;

/** Cubyn's "not found" message. */
export const isCubynsNotFound = (response: WireResponse): boolean => {
	const parsed = errorBody.safeParse(parseJson(response));
	return response.status === 404 && parsed.success && parsed.data.type === 'ResourceNotFoundError';
};

const problemsIn = (body: Json | undefined): Problem[] => {
	const parsed = validation.safeParse(body);
	return parsed.success
		? parsed.data.errors.map(({ field, message }) => ({
				path: pathOf(field),
				message: `was refused by Cubyn: ${message}`,
			}))
		: [];
};

/** Cubyn's own sentence; `stack`, which one sample shows beside it, is never read. */
const messageOf = (body: Json | undefined) => textAt(body, 'message');

/** A refusal in Cubyn's own form, with one code. */
export const failsWith = (code: FailureCode): Reading<unknown, never> =>
	inOwnForm(
		isCubynsError,
		refusalReading(messageOf, () => code),
	);

/** For a 404 of a single item. Lists have no 404. */
export const whenNotFound = <In, Out>(reading: Reading<In, Out>): Reading<In, Out> => {
	return (response, input, facts) =>
		isCubynsNotFound(response) ? reading(response, input, facts) : provesNothing(response, input, facts);
};

const badRequest: Reading<unknown, never> = (response, input, facts) => {
	const problems = problemsIn(parseJson(response));
	if (problems.length === 0) return failsWith('refused')(response, input, facts);
	return failed(
		'refused',
		problems.length === 1 ? 'Cubyn refused one field' : `Cubyn refused ${problems.length} fields`,
		{ status: response.status, problems },
	);
};

/** Statuses of a definite no. Only 400, 403, 404 and 413 are in the table of both documents. */
const REFUSALS = [402, 403, 405, 406, 409, 410, 413, 415, 422] as const;

/** The meaning of a status on every call. Neither table lists 401, but a sample has it. */
export const cubynReadings = {
	...Object.fromEntries(REFUSALS.map((status) => [status, failsWith('refused')])),
	400: inOwnForm(isCubynsError, badRequest),
	401: failsWith('not_authorised'),
	404: whenNotFound(failsWith('not_found')),
};

/** A list is empty or full, never missing: no 404 is documented for one. */
export const listNotFound = { 404: provesNothing };
