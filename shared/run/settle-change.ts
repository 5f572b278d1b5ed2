import type { Item } from '../declare/facts';
import { failed, success, type Failure, type FailureCode, type Result } from '../declare/failure';
import type { BookingSettings } from './booking-settings';
import type { RunAction } from './look-up-request';
import { withOutcome } from './outcome';
import type { Ports } from './ports';
import type { RequestContext } from './send';

/** Failures for a change that was made before: refused, too late, or not found if the change renames the item. */
const REFUSED: ReadonlySet<FailureCode> = new Set(['refused', 'too_late', 'not_found']);

/** Failures without a decision: the request was not sent, or its response is missing. */
const UNDECIDED: ReadonlySet<FailureCode> = new Set(['unavailable', 'unreadable_answer', 'rate_limited']);

export const REPEAT = 'Run the step again. Doing it twice does no harm.';
const FOUND = 'The answer was lost on the way. What the carrier lists shows that it took effect.';

interface FailedChange {
	failure: Failure;
	/** A request may have reached the carrier without a readable answer. */
	inDoubt: boolean;
}

/** The state of the item at the carrier: changed, unchanged or unknown. */
async function readState(
	{ action, input, facts }: RequestContext,
	{ failure, inDoubt }: FailedChange,
	runAction: RunAction,
	ports: Ports,
): Promise<{ done: Item } | 'undone' | 'unknown'> {
	const alreadyDone = action.effect === 'read' ? undefined : action.alreadyDone;
	if (!alreadyDone) return 'unknown';
	const isAsked = inDoubt || (REFUSED.has(failure.code) && alreadyDone.afterRefusal !== false);
	if (!isAsked) return 'unknown';
	// A request that was sent must be accounted for, even if the run is stopped.
	const read = await runAction(
		alreadyDone.action,
		alreadyDone.input(input, facts),
		inDoubt ? { ...ports, cancelled: undefined } : ports,
	);
	if (!read.ok) return 'unknown';
	const done = read.value.find((each) => alreadyDone.isDone(each, input));
	if (done) return { done };
	return read.value.some((each) => alreadyDone.isUndone?.(each, input)) ? 'undone' : 'unknown';
}

/** Describes a failed change by whether it took effect. "Nothing was booked" does not apply to it. */
function describeChange(title: string, { failure, inDoubt }: FailedChange, state: 'undone' | 'unknown'): Failure {
	const isUndecided = UNDECIDED.has(failure.code);
	if (!isUndecided && !inDoubt) return failure;
	const message = failure.message.replace(/\.$/, '');
	const { status, retryAfter } = failure;
	if (!inDoubt || state === 'undone') {
		const advice = isUndecided ? REPEAT : failure.advice;
		return { ...failure, message: `${message}. "${title}" did not take effect`, advice };
	}
	return failed('outcome_unknown', `${message}. Whether "${title}" took effect could not be found out`, {
		advice: REPEAT,
		status,
		retryAfter,
	}).failure;
}

/** A change, cancel or answer that failed: made before, made although its response is missing, or not made. */
export async function settleChange(
	context: RequestContext,
	change: FailedChange,
	booking: Partial<BookingSettings> | undefined,
	runAction: RunAction,
	ports: Ports,
): Promise<Result<Item[]>> {
	const { action } = context;
	const state = await readState(context, change, runAction, ports);
	if (typeof state === 'object') {
		if (action.effect !== 'booking')
			return success([
				change.inDoubt && !REFUSED.has(change.failure.code)
					? { ...state.done, warnings: [...warningsOf(state.done), FOUND] }
					: { ...state.done, outcome: 'already_done' },
			]);
		// The look-up found an existing booking, and the user may have set that to be an error.
		return booking?.ifExists === 'fail'
			? failed('already_exists', change.failure.message, { reference: change.failure.reference })
			: success([withOutcome(state.done, 'found')]);
	}
	const failure = action.effect === 'repeatable' ? describeChange(action.title, change, state) : change.failure;
	return { ok: false, failure };
}

const warningsOf = (item: Item): string[] => (Array.isArray(item.warnings) ? item.warnings.map(String) : []);
