import type { Fault } from '../../sandbox/carriers';
import { Dice } from './random';

/** One run of the step by its host. */
export interface Run {
	/** Steps of one batch at once, all with the same reference. */
	together: number;
	/** The host's process dies at that port call of the first step; it begins anew with the next run. */
	diesAt?: number;
	/** Milliseconds before this run. */
	after: number;
}

/** A story before it is told: everything that will go wrong, from one seed. */
export interface Plan<F> {
	seed: number;
	subject: number;
	/** Fault of the nth request of a kind; absent means none. */
	creates: readonly (F | undefined)[];
	lookUps: readonly (F | undefined)[];
	/** How far look-ups stand behind, in milliseconds. */
	lag: { from: number; to: number };
	runs: readonly Run[];
}

/** Any fault that the embedded carriers know. */
export const anyFault = (dice: Dice): Fault =>
	dice.pick<Fault>([
		{ kind: 'refused' },
		{ kind: 'dns' },
		{ kind: 'reset', phase: 'before' },
		{ kind: 'reset', phase: 'after' },
		{ kind: 'timeout', phase: 'before' },
		{ kind: 'timeout', phase: 'after' },
		{ kind: 'slow', totalMs: dice.below(4_000) },
		{ kind: 'status', status: 408, phase: dice.pick<'before' | 'after'>(['before', 'after']) },
		{ kind: 'status', status: 429, phase: 'before' },
		{ kind: 'status', status: 429, phase: 'before', retryAfter: { form: dice.pick<'seconds' | 'date'>(['seconds', 'date']), seconds: dice.below(40) } },
		{ kind: 'status', status: dice.pick<500 | 502 | 503 | 504>([500, 502, 503, 504]), phase: 'before' },
		{ kind: 'status', status: dice.pick<500 | 502 | 503 | 504>([500, 502, 503, 504]), phase: 'after' },
		{ kind: 'truncated' },
		{ kind: 'html', phase: dice.pick<'before' | 'after'>(['before', 'after']) },
		{ kind: 'empty', phase: dice.pick<'before' | 'after'>(['before', 'after']) },
		{ kind: 'redirect', phase: dice.pick<'before' | 'after'>(['before', 'after']), to: 'https://elsewhere.example/' },
	]);

const faultsFor = <F>(dice: Dice, draw: (dice: Dice) => F, share: number, length: number): (F | undefined)[] =>
	Array.from({ length }, () => (dice.chance(share) ? draw(dice) : undefined));

/** Lays out the story of one seed, with faults as they are drawn. */
export function planOf<F>(seed: number, subjectCount: number, draw: (dice: Dice) => F): Plan<F> {
	const dice = new Dice(seed);
	const lag = dice.pick<{ from: number; to: number }>([
		{ from: 0, to: 0 },
		{ from: 0, to: 3_000 },
		{ from: 3_000, to: 3_000 },
	]);
	const runs = Array.from({ length: 1 + dice.below(4) }, (_, at): Run => {
		const dies = dice.chance(0.15);
		return { together: dice.chance(0.15) ? 2 + dice.below(2) : 1, diesAt: dies ? dice.below(14) : undefined, after: at === 0 ? 0 : dice.below(5_000) };
	});
	return {
		seed,
		subject: dice.below(subjectCount),
		creates: faultsFor(dice, draw, 0.6, 8),
		lookUps: faultsFor(dice, draw, dice.pick<number>([0, 0, 0.3, 0.8]), 40),
		lag,
		// A host that lost its process takes a while to come back.
		runs: runs.map((run, at) => (runs[at - 1]?.diesAt === undefined ? run : { ...run, after: run.after + RESTART_MS })),
	};
}

export const RESTART_MS = 5_000;
