import type { Limit, Pace } from '../declare/limit';

/** Spaces out the requests of one connection, in the order in which they came. */
export interface Limiter {
	/**
	 * Waits until the next request may go; false where that is not before `until`, and then nothing was taken.
	 * A heavy request has a queue of its own, so that the others need not wait for it.
	 */
	take(key: string, limit: Limit, until?: number, heavy?: boolean): Promise<boolean>;
	/** Milliseconds until a request could go, were it asked for now. */
	wait(key: string, limit: Limit, heavy?: boolean): number;
	/** The carrier said to wait: nothing goes before that moment. */
	pause(key: string, until: number): void;
	/** May one more retry go? Retries draw on a purse that only successes fill, so that an outage is not met with a storm. */
	mayRetry(key: string): boolean;
	succeeded(key: string): void;
}

/** A purse of 500 and 5 a retry: a hundred retries in a row, then one for every five successes. */
const PURSE = 500;
const RETRY_COSTS = 5;

interface Waiting {
	until: number;
	heavy: boolean;
}

interface Gate {
	tokens: number;
	at: number;
	/** Requests by window: when it began, and how many went in it. */
	counts: Map<string, { start: number; count: number }>;
	/** Two queues, each in order. */
	waiting: Waiting[];
	closedUntil: number;
	purse: number;
	/** The clock as it was last read. */
	readAt: number;
}

/** Where the clock has been put back, what the gate keeps is moved with it: else nobody could go until it is as late again. */
function readClock(gate: Gate, clock: { now(): number }): number {
	const now = clock.now();
	const back = Math.max(0, gate.readAt - now);
	gate.at -= back;
	gate.closedUntil -= back;
	gate.readAt = now;
	return now;
}

const windowsOf = (limit: Limit, heavy: boolean): [string, Pace][] => {
	if (!('windows' in limit)) return [];
	const named = (what: string, paces: readonly Pace[]) => paces.map((pace): [string, Pace] => [`${what} ${pace.perMs}`, pace]);
	return [...named('all', limit.windows), ...(heavy ? named('heavy', limit.heavy ?? []) : [])];
};

const refilled = (gate: Gate, limit: Pace, now: number): number => Math.min(limit.requests, gate.tokens + ((now - gate.at) * limit.requests) / limit.perMs);

/**
 * When a request behind so many others could go at the earliest, as far as the carrier's limit says. A window begins on
 * its round moment, such as the full minute.
 */
function turnAt(gate: Gate, limit: Limit, { heavy }: Pick<Waiting, 'heavy'>, ahead: number, now: number): number {
	if (!('windows' in limit)) return now + (Math.max(0, 1 + ahead - refilled(gate, limit, now)) * limit.perMs) / limit.requests;
	const full = windowsOf(limit, heavy).filter(([name, { requests, perMs }]) => {
		const kept = gate.counts.get(name);
		return kept !== undefined && kept.start === Math.floor(now / perMs) * perMs && kept.count >= requests;
	});
	return Math.max(now, ...full.map(([, { perMs }]) => (Math.floor(now / perMs) + 1) * perMs));
}

function count(gate: Gate, limit: Limit, heavy: boolean, now: number): void {
	if (!('windows' in limit)) {
		gate.tokens = refilled(gate, limit, now) - 1;
		gate.at = now;
	}
	for (const [name, { perMs }] of windowsOf(limit, heavy)) {
		const start = Math.floor(now / perMs) * perMs;
		const kept = gate.counts.get(name);
		gate.counts.set(name, { start, count: kept?.start === start ? kept.count + 1 : 1 });
	}
}

export function createLimiter(clock: { now(): number; sleep(ms: number): Promise<void> }): Limiter {
	const gates = new Map<string, Gate>();
	const gateOf = (key: string): Gate => {
		const gate = gates.get(key) ?? { tokens: Infinity, at: clock.now(), counts: new Map(), waiting: [], closedUntil: 0, purse: PURSE, readAt: -Infinity };
		gates.set(key, gate);
		return gate;
	};
	return {
		async take(key, limit, until = Infinity, heavy = false) {
			const gate = gateOf(key);
			const own: Waiting = { until, heavy };
			gate.waiting.push(own);
			try {
				for (;;) {
					// Asked again after every sleep: the carrier may have said "wait" meanwhile, or somebody ahead have given up.
					const now = readClock(gate, clock);
					const ahead = gate.waiting.slice(0, gate.waiting.indexOf(own)).filter((each) => each.heavy === heavy);
					const turn = Math.max(gate.closedUntil, turnAt(gate, limit, own, ahead.length, now));
					if (ahead.length === 0 && turn <= now) {
						count(gate, limit, heavy, now);
						return true;
					}
					if (until <= now) return false;
					await clock.sleep(Math.max(1, Math.ceil(Math.min(turn, until, ...ahead.map((each) => each.until)) - now)));
				}
			} finally {
				gate.waiting.splice(gate.waiting.indexOf(own), 1);
			}
		},
		wait(key, limit, heavy = false) {
			const gate = gateOf(key);
			const now = readClock(gate, clock);
			return Math.max(0, Math.ceil(Math.max(gate.closedUntil, turnAt(gate, limit, { heavy }, 0, now)) - now));
		},
		pause(key, until) {
			const gate = gateOf(key);
			readClock(gate, clock);
			gate.closedUntil = Math.max(gate.closedUntil, until);
		},
		mayRetry(key) {
			const gate = gateOf(key);
			if (gate.purse < RETRY_COSTS) return false;
			gate.purse -= RETRY_COSTS;
			return true;
		},
		succeeded(key) {
			const gate = gateOf(key);
			gate.purse = Math.min(PURSE, gate.purse + 1);
		},
	};
}
