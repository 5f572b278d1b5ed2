/** A problem with one field, in words for the person who filled it in. */
export interface Problem {
	path: readonly PropertyKey[];
	message: string;
}

/** The effect of a failure on its step. */
interface FailureMeaning {
	/** Closest HTTP class, for hosts that show one. */
	http: number;
	/** Whether the same step may run again: safely, only after a look-up, or never without a change. */
	retry: 'safe' | 'lookup' | 'never';
	/** What to do next. */
	advice: string;
}

/** Every way a call can end badly. Codes are stable: users branch on them. */
export const failureTable = {
	invalid_input: {
		http: 422,
		retry: 'never',
		advice: 'Correct the fields named and run the step again. Nothing was sent to the carrier.',
	},
	wrong_connection: {
		http: 422,
		retry: 'never',
		advice: 'Choose a connection of the right carrier for this step. Nothing was sent.',
	},
	not_authorised: {
		http: 401,
		retry: 'never',
		advice: 'Check the connection: the carrier did not accept its user or its token.',
	},
	not_found: {
		http: 404,
		retry: 'never',
		advice: 'Check the number or reference, and that it belongs to this account.',
	},
	refused: {
		http: 422,
		retry: 'never',
		advice: 'Change the request and run the step again.',
	},
	carrier_closed: {
		http: 422,
		retry: 'never',
		advice: 'Ask for a time within the opening hours, or run the step again when the carrier is open.',
	},
	too_late: { http: 409, retry: 'never', advice: 'It can no longer be changed here. Call the carrier if it matters.' },
	already_exists: { http: 409, retry: 'never', advice: 'Use another reference, or work with what is already there.' },
	gone: { http: 410, retry: 'never', advice: 'Choose the API version that the carrier runs today in the connection.' },
	rate_limited: {
		http: 429,
		retry: 'safe',
		advice: 'Wait and run the step again. Nothing was booked by this call.',
	},
	unavailable: { http: 503, retry: 'safe', advice: 'Run the step again later. Nothing was booked by this call.' },
	unreadable_answer: {
		http: 502,
		retry: 'safe',
		advice: 'Run the step again; if it stays, tell the carrier what its answer looked like.',
	},
	outcome_unknown: {
		http: 504,
		retry: 'lookup',
		advice: 'Search the carrier for the reference before booking again: the first request may have been accepted.',
	},
	partly_done: {
		http: 502,
		retry: 'safe',
		advice: 'Run the step again with the same reference: it finds what stands and goes on from there.',
	},
	foreign_address: {
		http: 422,
		retry: 'never',
		advice: 'Use the address that the carrier returned, unchanged. Nothing was sent.',
	},
	stopped: { http: 499, retry: 'lookup', advice: 'The run was cancelled before the step was done.' },
} as const satisfies Record<string, FailureMeaning>;

export type FailureCode = keyof typeof failureTable;

export interface Failure {
	code: FailureCode;
	/** What happened, in one sentence or several. Never contains a secret. */
	message: string;
	advice: string;
	problems?: readonly Problem[];
	/** HTTP status of the carrier's response, if there was one. */
	status?: number;
	/** The booking's reference, if a look-up needs it. */
	reference?: string;
	/** Milliseconds to wait, as the carrier requested. */
	retryAfter?: number;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export function failed(
	code: FailureCode,
	message: string,
	more: Partial<Omit<Failure, 'code' | 'message'>> = {},
): { ok: false; failure: Failure } {
	return { ok: false, failure: { code, message, advice: failureTable[code].advice, ...more } };
}
