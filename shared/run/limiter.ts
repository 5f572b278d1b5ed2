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
	limit: Limit;
	until: number;
	heavy: boolean;
	go(granted: boolean): void;
}

interface Gate {
	tokens: number;
	at: number;
	/** Requests by window: what it is, and when it began. */
	counts: Map<string, { start: number; count: number }>;
	/** Two queues, each in order. */
	waiting: Waiting[];
	wakesAt: number;
	closedUntil: number;
	purse: number;
}

const windowsOf = (limit: Limit, heavy: boolean): [string, Pace][] => {
	if (!('windows' in limit)) return [];
	const named = (what: string, paces: readonly Pace[]) => paces.map((pace): [string, Pace] => [`${what} ${pace.perMs}`, pace]);
	return [...named('all', limit.windows), ...(heavy ? named('heavy', limit.heavy ?? []) : [])];
};

/** When a request could go, as far as the carrier's limit says. A window begins on its round moment, such as the full minute. */
function freeAt(gate: Gate, limit: Limit, heavy: boolean, now: number): number {
	if (!('windows' in limit)) {
		const tokens = Math.min(limit.requests, gate.tokens + ((now - gate.at) * limit.requests) / limit.perMs);
		return tokens >= 1 ? now : now + ((1 - tokens) * limit.perMs) / limit.requests;
	}
	const full = windowsOf(limit, heavy).filter(([name, { requests, perMs }]) => {
		const kept = gate.counts.get(name);
		return kept !== undefined && kept.start === Math.floor(now / perMs) * perMs && kept.count >= requests;
	});
	return Math.max(now, ...full.map(([, { perMs }]) => (Math.floor(now / perMs) + 1) * perMs));
}

function count(gate: Gate, limit: Limit, heavy: boolean, now: number): void {
	if (!('windows' in limit)) {
		gate.tokens = Math.min(limit.requests, gate.tokens + ((now - gate.at) * limit.requests) / limit.perMs) - 1;
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
		const gate = gates.get(key) ?? { tokens: Infinity, at: clock.now(), counts: new Map(), waiting: [], wakesAt: Infinity, closedUntil: 0, purse: PURSE };
		gates.set(key, gate);
		return gate;
	};
	const earliest = (gate: Gate, { limit, heavy }: Pick<Waiting, 'limit' | 'heavy'>) => Math.max(gate.closedUntil, freeAt(gate, limit, heavy, clock.now()));

	/** Lets go whoever may, and says when to look again. */
	function serve(gate: Gate): number {
		let next = Infinity;
		const held = new Set<boolean>();
		for (const each of [...gate.waiting]) {
			const now = clock.now();
			const at = held.has(each.heavy) ? Infinity : earliest(gate, each);
			const goes = at <= now;
			if (goes || each.until <= now) {
				gate.waiting.splice(gate.waiting.indexOf(each), 1);
				if (goes) count(gate, each.limit, each.heavy, now);
				each.go(goes);
				continue;
			}
			held.add(each.heavy);
			next = Math.min(next, at, each.until);
		}
		return next;
	}

	async function watch(gate: Gate): Promise<void> {
		for (let next = serve(gate); next < gate.wakesAt; next = serve(gate)) {
			gate.wakesAt = next;
			await clock.sleep(Math.max(1, Math.ceil(next - clock.now())));
			// An earlier sleeper of this gate may have come and gone meanwhile.
			if (gate.wakesAt <= clock.now()) gate.wakesAt = Infinity;
		}
	}

	return {
		async take(key, limit, until = Infinity, heavy = false) {
			const gate = gateOf(key);
			return await new Promise<boolean>((resolve, reject) => {
				gate.waiting.push({ limit, until, heavy, go: resolve });
				watch(gate).catch(reject);
			});
		},
		wait: (key, limit, heavy = false) => Math.max(0, Math.ceil(earliest(gateOf(key), { limit, heavy }) - clock.now())),
		pause(key, until) {
			const gate = gateOf(key);
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
