import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Limit, Pace } from '../../shared/declare/limit';
import { referenceOf, settingsOf } from '../../shared/run/booking-settings';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import type { LockObject, ThrottleObject } from './platform';

/** The platform takes one window: of several the shortest, for the others the core waits by itself. */
function paceOf(limit: Limit, heavy: boolean): Pace {
	if (!('windows' in limit)) return limit;
	const windows = heavy && limit.heavy ? limit.heavy : limit.windows;
	return windows.reduce((shortest, each) => (each.perMs < shortest.perMs ? each : shortest));
}

const isHeavy = (action: Action | undefined): boolean => (action?.heavy ?? action?.books?.find?.action.heavy ?? action?.find?.action.heavy) === true;

/** The carrier's pace, shared by every step of one connection; steps that weigh more share one of their own. Windows are whole seconds. */
export function throttleOf({ id, limit }: Carrier, action?: Action): ThrottleObject {
	const heavy = isHeavy(action);
	const { requests, perMs } = paceOf(limit, heavy);
	const window = Math.max(1, Math.ceil(perMs / 1_000));
	return { window, limit: Math.max(1, Math.floor((requests * window * 1_000) / perMs)), key: heavy ? `${id}-heavy` : id, scope: ['auth'] };
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
