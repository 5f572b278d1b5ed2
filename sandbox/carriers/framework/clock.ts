import { TaskQueue } from './task-queue';
import type { Clock, Moment } from './clock.types';

/** Longest that planned work may keep the clock waiting, in real time: it may itself be waiting for the clock. */
const WORK_TIMEOUT_MS = 1500;
const EVENT_LOOP_TURNS = 3;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createClock(startAt: Moment, workTimeoutMs = WORK_TIMEOUT_MS): Clock {
	const queue = new TaskQueue();
	let current = startAt;
	let real: { scale: number; since: number; from: Moment } | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let pendingYield: Promise<void> | undefined;

	const now = (): Moment => {
		if (real !== undefined) current = Math.max(current, real.from + (performance.now() - real.since) * real.scale);
		return Math.floor(current);
	};

	async function letWokenTasksRun(): Promise<void> {
		const own = yieldToEventLoop();
		pendingYield = own;
		await own;
		if (pendingYield === own) pendingYield = undefined;
	}

	async function runUntil(target: Moment): Promise<void> {
		for (;;) {
			// If two advance at once, neither moves on while a sleeper woken by the other still acts.
			while (pendingYield !== undefined) await pendingYield;
			const due = queue.takeDue(target);
			if (due === undefined) return;
			current = Math.max(current, due.moment);
			const work = due.work();
			if (work !== undefined) await awaitAtMost(work, workTimeoutMs);
			await letWokenTasksRun();
		}
	}

	function armTimer(): void {
		clearTimeout(timer);
		timer = undefined;
		const next = queue.next;
		if (real === undefined || next === undefined) return;
		const wait = Math.max(0, Math.ceil((next - now()) / real.scale));
		timer = setTimeout(() => void runUntil(now()).then(armTimer), Math.min(wait, LONGEST_TIMER_MS));
	}

	function rebase(): void {
		if (real !== undefined) real = { ...real, since: performance.now(), from: current };
	}

	const clock: Clock = {
		now,
		async advance(ms) {
			const target = now() + Math.max(0, ms);
			// Others who start at this very moment must find it unmoved.
			await letWokenTasksRun();
			await runUntil(target);
			current = Math.max(current, target);
			rebase();
			armTimer();
		},
		runAt(moment, work) {
			const planned = queue.schedule(moment, work);
			armTimer();
			return planned;
		},
		sleep: (ms) => new Promise((resolve) => void clock.runAt(now() + ms, resolve)),
		advanceOrSleep: (ms) => (real === undefined ? clock.advance(ms) : clock.sleep(ms)),
		realTime(scale = 1) {
			if (!(scale > 0)) throw new RangeError('The scale of real time must be above 0');
			now();
			real = { scale, since: performance.now(), from: current };
			armTimer();
		},
		stop() {
			now();
			real = undefined;
			armTimer();
		},
		get running() {
			return real !== undefined;
		},
		get next() {
			return queue.next;
		},
	};
	return clock;
}

/** Woken sleepers act, and may plan more work, before time moves on. */
async function yieldToEventLoop(): Promise<void> {
	for (let turn = 0; turn < EVENT_LOOP_TURNS; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

async function awaitAtMost(work: Promise<void>, workTimeoutMs: number): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, workTimeoutMs);
	});
	await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
