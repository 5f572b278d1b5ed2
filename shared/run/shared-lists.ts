import type { Item } from '../declare/facts';
import type { Result } from '../declare/failure';
import type { ListNeed, LoadList, Ports, SharedLists } from './ports';

/** How old a list may be for a first look-up. The check after a booking always reads a newer one. */
const MAX_AGE_MS = 30_000;

/** A list that may wait for company looks so often whether somebody is still to come. */
const JOIN_MS = 300;

/** One reading of a list, under way or done. */
interface Reading {
	/** When its first request went out. Undefined while it waits for its turn: whoever comes then may share it. */
	begunAt?: number;
	/** The earliest moment that one of its readers needs the list to reach back to. Once it loads, that is fixed. */
	from: number;
	isLoading?: true;
	/** It begins by then, whoever is still to come. */
	until: number;
	result: Promise<Result<Item[]>>;
	hasFailed?: true;
}

export function createSharedLists(size: number): SharedLists {
	/** The newest reading of each list that has begun, and the one that has not. */
	const begun = new Map<string, Reading>();
	const pending = new Map<string, Reading>();
	let running = 0;
	let waiting = 0;
	let startMore = () => {};
	/** Grows with every item that begins, ends or comes to wait for company. */
	let steps = 0;

	/** Until all items that are worked on wait for company, or a reader can wait no longer. */
	async function joined(reading: Reading, ports: Ports): Promise<void> {
		for (let seen = NaN; size > 1 && ports.now() < reading.until; ) {
			if (waiting >= running && seen === steps) return;
			seen = steps;
			await ports.sleep(Math.min(JOIN_MS, reading.until - ports.now()));
		}
	}

	function begin(key: string, { from, until = 0 }: ListNeed, ports: Ports, load: LoadList): Reading {
		const close = () => {
			if (pending.get(key) === reading) pending.delete(key);
		};
		const transport: Ports['transport'] = {
			...ports.transport,
			send: async (...call) => {
				if (reading.begunAt === undefined) {
					reading.begunAt = ports.now();
					close();
					begun.set(key, reading);
				}
				return await ports.transport.send(...call);
			},
		};
		const readTogether = async () => {
			await joined(reading, ports);
			reading.isLoading = true;
			const result = await load({ ...ports, transport }, reading.from);
			if (!result.ok) reading.hasFailed = true;
			close();
			return result;
		};
		const reading: Reading = { from, until, result: Promise.resolve({ ok: true, value: [] }) };
		pending.set(key, reading);
		reading.result = readTogether();
		return reading;
	}

	function recent(key: string, { since, from }: ListNeed, now: number): Reading | undefined {
		const known = begun.get(key);
		if (known?.begunAt === undefined || known.hasFailed || known.from > from) return undefined;
		return known.begunAt > since && now - known.begunAt <= MAX_AGE_MS ? known : undefined;
	}

	function join(key: string, { from, until = 0 }: ListNeed): Reading | undefined {
		const reading = pending.get(key);
		if (!reading || (reading.isLoading && from < reading.from)) return undefined;
		reading.from = Math.min(reading.from, from);
		reading.until = Math.min(reading.until, until);
		return reading;
	}

	return {
		size,
		get waiting() {
			return waiting;
		},
		async track(work, onWaiting) {
			startMore = onWaiting;
			running += 1;
			steps += 1;
			try {
				return await work();
			} finally {
				running -= 1;
				steps += 1;
			}
		},
		async read(key, need, ports, load) {
			const readTogether = async () =>
				await (recent(key, need, ports.now()) ?? join(key, need) ?? begin(key, need, ports, load)).result;
			if (need.until === undefined) return await readTogether();
			waiting += 1;
			steps += 1;
			startMore();
			try {
				return await readTogether();
			} finally {
				waiting -= 1;
				steps += 1;
			}
		},
	};
}
