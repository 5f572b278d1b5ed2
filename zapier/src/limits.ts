import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { referenceOf, settingsOf } from '../../shared/run/booking-settings';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import type { LockObject, ThrottleObject } from './platform';

/** The carrier's pace, shared by every step of one connection. Windows are whole seconds. */
export function throttleOf({ id, limit }: Carrier): ThrottleObject {
	const window = Math.max(1, Math.ceil(limit.perMs / 1_000));
	return { window, limit: Math.max(1, Math.floor((limit.requests * window * 1_000) / limit.perMs)), key: id, scope: ['auth'] };
}

/**
 * Lets bookings of one reference go one after the other: the second finds what the first has made.
 * Bookings without a reference share one lock, which costs them time and nothing else.
 */
export function lockOf(carrier: Carrier, action: Action): LockObject | undefined {
	if (settingsOf(action).length === 0) return undefined;
	const name = action.form.find((field) => field.key === referenceOf(action))?.name;
	const of = name === undefined ? '' : `-{{bundle.inputData.${name}}}`;
	return { key: `${carrier.id}-${action.id}${of}`, scope: ['account'], timeout: Math.ceil(CALL_BUDGET_MS / 1_000) + 5 };
}
