import type { Fault } from '../../sandbox/carriers';
import type { FaultPlan } from './batch';
import { Dice } from './seeded-random';

interface Period {
	until: number;
	fault?: (at: number) => Fault;
}

/** Turns of calm and of "too many requests", with and without a word on how long. */
export function rateLimitStorms(seed: number, longestMs: number): FaultPlan {
	const dice = new Dice(seed);
	let period: Period = { until: 0 };
	let isStormy = true;
	const nextPeriod = (at: number): void => {
		isStormy = !isStormy;
		const until = Math.max(period.until, at) + (isStormy ? 500 + dice.below(longestMs) : 1_000 + dice.below(4_000));
		const form = dice.pick<'seconds' | 'date' | undefined>(['seconds', 'date', undefined]);
		// A date has whole seconds, so it may be a second early.
		const wait = (now: number) => Math.ceil((until - now) / 1_000) + (form === 'date' ? 1 : 0);
		const tooMany = (now: number): Fault => ({
			kind: 'status',
			status: 429,
			phase: 'before',
			retryAfter: form && { form, seconds: wait(now) },
		});
		period = { until, fault: isStormy ? tooMany : undefined };
	};
	return (at) => {
		while (at >= period.until) nextPeriod(at);
		return period.fault?.(at);
	};
}

/** Nothing gets through, in one way or another. */
export function outage(seed: number): FaultPlan {
	const dice = new Dice(seed);
	return () =>
		dice.pick<Fault>([
			{ kind: 'refused' },
			{ kind: 'dns' },
			{ kind: 'reset', phase: 'before' },
			{ kind: 'status', status: 503, phase: 'before' },
		]);
}

/** The carrier can be read and takes nothing. */
export const readOnly: FaultPlan = (_at, { effect }) =>
	effect === 'write' ? { kind: 'status', status: 503, phase: 'before' } : undefined;

export const noFaults: FaultPlan = () => undefined;
