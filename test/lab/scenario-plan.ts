import type { Fault } from '../../sandbox/carriers';
import { Dice } from './seeded-random';

/** One run of the step by its host. */
export interface Run {
	/** Steps of one batch at once, all with the same reference. */
	concurrentSteps: number;
	/** How often the host itself may run a step again; once if it is left out. */
	hostTries?: number;
	/** The host's process dies at that port call of the first step. It restarts with the next run. */
	diesAt?: number;
	/** Milliseconds before this run. */
	delayMs: number;
}

/** A scenario before it runs: everything that will go wrong, from one seed. */
export interface ScenarioPlan<F> {
	seed: number;
	/** Fault of the nth request of a kind; absent means none. */
	createFaults: readonly (F | undefined)[];
	lookUpFaults: readonly (F | undefined)[];
	/** Of every other read: a booking read by its ID, what a request needs to know, a check after a refusal. */
	readFaults: readonly (F | undefined)[];
	/** How far look-ups lag behind, in milliseconds. */
	lag: { from: number; to: number };
	runs: readonly Run[];
}

/** A gateway's page in place of the carrier's answer. A page with markup may also come after the work was done. */
export const gatewayFault = (dice: Dice): Fault => {
	const page = dice.pick<'html' | 'empty' | 'text' | 'xml'>(['html', 'empty', 'text', 'xml']);
	return {
		kind: 'gateway',
		status: dice.chance(0.5)
			? 404
			: dice.pick<400 | 401 | 403 | 409 | 410 | 422 | 502>([400, 401, 403, 409, 410, 422, 502]),
		page,
		phase: (page === 'html' || page === 'xml') && dice.chance(0.5) ? 'after' : 'before',
	};
};

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
		{
			kind: 'status',
			status: 429,
			phase: 'before',
			retryAfter: { form: dice.pick<'seconds' | 'date'>(['seconds', 'date']), seconds: dice.below(40) },
		},
		{ kind: 'status', status: dice.pick<500 | 502 | 503 | 504>([500, 502, 503, 504]), phase: 'before' },
		{ kind: 'status', status: dice.pick<500 | 502 | 503 | 504>([500, 502, 503, 504]), phase: 'after' },
		{ kind: 'truncated' },
		{ kind: 'html', phase: dice.pick<'before' | 'after'>(['before', 'after']) },
		{ kind: 'empty', phase: dice.pick<'before' | 'after'>(['before', 'after']) },
		gatewayFault(dice),
		gatewayFault(dice),
		gatewayFault(dice),
		{ kind: 'redirect', phase: dice.pick<'before' | 'after'>(['before', 'after']), to: 'https://elsewhere.example/' },
	]);

const drawFaults = <F>(dice: Dice, draw: (dice: Dice) => F, probability: number, length: number): (F | undefined)[] =>
	Array.from({ length }, () => (dice.chance(probability) ? draw(dice) : undefined));

/** Lays out the scenario of one seed, with faults as they are drawn. */
export function planScenario<F>(seed: number, draw: (dice: Dice) => F): ScenarioPlan<F> {
	const dice = new Dice(seed);
	const lag = dice.pick<{ from: number; to: number }>([
		{ from: 0, to: 0 },
		{ from: 0, to: 3_000 },
		{ from: 3_000, to: 3_000 },
	]);
	const runs = Array.from({ length: 1 + dice.below(4) }, (_, at): Run => {
		const dies = dice.chance(0.15);
		return {
			concurrentSteps: dice.chance(0.15) ? 2 + dice.below(2) : 1,
			diesAt: dies ? dice.below(14) : undefined,
			delayMs: at === 0 ? 0 : dice.below(5_000),
		};
	});
	return {
		seed,
		createFaults: drawFaults(dice, draw, 0.6, 8),
		lookUpFaults: drawFaults(dice, draw, dice.pick<number>([0, 0, 0.3, 0.8]), 40),
		readFaults: drawFaults(dice, draw, dice.pick<number>([0, 0, 0.1, 0.4]), 60),
		lag,
		// A host whose process died takes a while to come back.
		runs: runs.map((run, at) =>
			runs[at - 1]?.diesAt === undefined ? run : { ...run, delayMs: run.delayMs + RESTART_MS },
		),
	};
}

export const RESTART_MS = 5_000;
