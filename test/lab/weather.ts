import type { Fault } from '../../sandbox/carriers';
import type { Weather } from './batch';
import { Dice } from './random';

interface Spell {
	until: number;
	fault?: (at: number) => Fault;
}

/** Turns of calm and of "too many requests", with and without a word on how long. */
export function storms(seed: number, longestMs: number): Weather {
	const dice = new Dice(seed);
	let spell: Spell = { until: 0 };
	let stormy = true;
	const change = (at: number): void => {
		stormy = !stormy;
		const until = Math.max(spell.until, at) + (stormy ? 500 + dice.below(longestMs) : 1_000 + dice.below(9_000));
		const form = dice.pick<'seconds' | 'date' | undefined>(['seconds', 'date', undefined]);
		// A date has whole seconds, so it may be a second early.
		const wait = (now: number) => Math.ceil((until - now) / 1_000) + (form === 'date' ? 1 : 0);
		const tooMany = (now: number): Fault => ({ kind: 'status', status: 429, phase: 'before', retryAfter: form && { form, seconds: wait(now) } });
		spell = { until, fault: stormy ? tooMany : undefined };
	};
	return (at) => {
		while (at >= spell.until) change(at);
		return spell.fault?.(at);
	};
}

/** Nothing gets through, in one way or another. */
export function outage(seed: number): Weather {
	const dice = new Dice(seed);
	return () => dice.pick<Fault>([{ kind: 'refused' }, { kind: 'dns' }, { kind: 'reset', phase: 'before' }, { kind: 'status', status: 503, phase: 'before' }]);
}

/** The carrier can be read and takes nothing. */
export const readOnly: Weather = (_at, { effect }) => (effect === 'write' ? { kind: 'status', status: 503, phase: 'before' } : undefined);

export const fine: Weather = () => undefined;
