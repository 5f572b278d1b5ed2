import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Limit, Rate } from '../../shared/declare/limit';
import { lookUpOf, referenceOf, settingsOf } from '../../shared/run/booking-settings';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { isForAnyCarrier } from './app-context';
import type { LockObject, ThrottleObject } from './platform';

/** The platform accepts one window, so it gets the shortest. The core itself waits for the others. */
function paceOf(limit: Limit, heavy: boolean): Rate {
	if (!('windows' in limit)) return limit;
	const windows = heavy && limit.heavy ? limit.heavy : limit.windows;
	return windows.reduce((shortest, each) => (each.perMs < shortest.perMs ? each : shortest));
}

const isHeavy = (action: Action | undefined): boolean =>
	(action?.heavy ?? (action && lookUpOf(action))?.action.heavy) === true;

/**
 * The carrier's pace, shared by every step of one connection. Heavy steps share a separate one. Windows are whole
 * seconds.
 */
export function throttleOf({ id, limit }: Carrier, action?: Action): ThrottleObject {
	const heavy = isHeavy(action);
	const { requests, perMs } = paceOf(limit, heavy);
	const window = Math.max(1, Math.ceil(perMs / 1_000));
	return {
		window,
		limit: Math.max(1, Math.floor((requests * window * 1_000) / perMs)),
		key: heavy ? `${id}-heavy` : id,
		scope: ['auth'],
	};
}

/**
 * Runs the bookings of one reference one after the other, so that the second finds the first one's booking. Bookings
 * without a reference share one lock, which only costs them time.
 */
export function lockOf(carrier: Carrier, action: Action): LockObject | undefined {
	if (settingsOf(action).length === 0) return undefined;
	const distinguishedBy = action.kind === 'flow' && action.effect === 'booking' ? action.distinguishedBy : undefined;
	const name = distinguishedBy ?? action.form.find((field) => field.key === referenceOf(action))?.name;
	const referencePart = name === undefined ? '' : `-{{bundle.inputData.${name}}}`;
	return {
		key: `${isForAnyCarrier(action) ? '' : `${carrier.id}-`}${action.id}${referencePart}`,
		scope: ['account'],
		timeout: Math.ceil(CALL_BUDGET_MS / 1_000) + 5,
	};
}
