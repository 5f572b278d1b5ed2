import { Agenda } from './agenda';
import type { Clock, Moment } from './clock.types';

/** Longest that planned work may keep the clock waiting, in real time: it may itself be waiting for the clock. */
const PATIENCE_MS = 1500;
const TURNS = 3;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function makeClock(startAt: Moment, patienceMs = PATIENCE_MS): Clock {
	const agenda = new Agenda();
	let current = startAt;
	let real: { scale: number; since: number; from: Moment } | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let breath: Promise<void> | undefined;

	const now = (): Moment => {
		if (real !== undefined) current = Math.max(current, real.from + (performance.now() - real.since) * real.scale);
		return Math.floor(current);
	};

	async function letOthersAct(): Promise<void> {
		const own = breathe();
		breath = own;
		await own;
		if (breath === own) breath = undefined;
	}

	async function runUntil(target: Moment): Promise<void> {
		for (;;) {
			// Where two advance at once, neither moves on while somebody woken by the other still acts.
			while (breath !== undefined) await breath;
			const due = agenda.takeUntil(target);
			if (due === undefined) return;
			current = Math.max(current, due.moment);
			const work = due.work();
			if (work !== undefined) await settled(work, patienceMs);
			await letOthersAct();
		}
	}

	function arm(): void {
		clearTimeout(timer);
		timer = undefined;
		const next = agenda.next;
		if (real === undefined || next === undefined) return;
		const wait = Math.max(0, Math.ceil((next - now()) / real.scale));
		timer = setTimeout(() => void runUntil(now()).then(arm), Math.min(wait, LONGEST_TIMER_MS));
	}

	function rebase(): void {
		if (real !== undefined) real = { ...real, since: performance.now(), from: current };
	}

	const clock: Clock = {
		now,
		async advance(ms) {
			const target = now() + Math.max(0, ms);
			// Others who start at this very moment must find it unmoved.
			await letOthersAct();
			await runUntil(target);
			current = Math.max(current, target);
			rebase();
			arm();
		},
		at(moment, work) {
			const planned = agenda.plan(moment, work);
			arm();
			return planned;
		},
		sleep: (ms) => new Promise((resolve) => void clock.at(now() + ms, resolve)),
		pass: (ms) => (real === undefined ? clock.advance(ms) : clock.sleep(ms)),
		realTime(scale = 1) {
			if (!(scale > 0)) throw new RangeError('The scale of real time must be above 0');
			now();
			real = { scale, since: performance.now(), from: current };
			arm();
		},
		stop() {
			now();
			real = undefined;
			arm();
		},
		get running() {
			return real !== undefined;
		},
	};
	return clock;
}

/** Whoever was woken gets to act, and to plan more work, before time moves on. */
async function breathe(): Promise<void> {
	for (let turn = 0; turn < TURNS; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

async function settled(work: Promise<void>, patienceMs: number): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, patienceMs);
	});
	await Promise.race([work, patience]).finally(() => clearTimeout(timer));
}
