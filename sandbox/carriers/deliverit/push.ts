import type { Moment } from '../frame/clock.types';
import type { DriverOrder, PushPolicy } from './desk.types';

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
const LONGEST_SEARCH = 24 * 60 * MINUTE;

/** The time that can be offered; it differs from the asked one when that is taken. */
export function offeredTime(asked: Moment, policy: PushPolicy, orders: readonly DriverOrder[]): Moment {
	switch (policy.kind) {
		case 'never':
			return asked;
		case 'always':
			return asked + policy.minutes * MINUTE;
		case 'busy': {
			const trip = policy.tripMinutes * MINUTE;
			const drives = orders.filter(({ state, done }) => (state === 'booked' || state === 'pushed') && done === null);
			const free = (at: Moment) =>
				drives.filter(({ pickupAt }) => Math.abs(pickupAt - at) < trip).length < policy.drivers;
			for (let at = asked; at < asked + LONGEST_SEARCH; at += STEP) if (free(at)) return at;
			return asked + LONGEST_SEARCH;
		}
	}
}
