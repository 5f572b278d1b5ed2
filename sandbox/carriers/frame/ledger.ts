import type { Moment } from './clock.types';

/** Long enough for every lag there is; older versions are forgotten. */
const REMEMBERED_MS = 10 * 60_000;

interface Version<T> {
	at: Moment;
	value: T;
}

/** Records with their past, so that a lagging look-up shows what was true then. Values are never changed in place. */
export class Ledger<Key, T> {
	private readonly versions = new Map<Key, Version<T>[]>();

	constructor(private readonly now: () => Moment) {}

	put(key: Key, value: T): T {
		const at = this.now();
		const past = this.versions.get(key) ?? [];
		const kept = past.filter((version, place) => place === past.length - 1 || version.at > at - REMEMBERED_MS);
		this.versions.set(key, [...kept, { at, value }]);
		return value;
	}

	get(key: Key, asOf: Moment = Infinity): T | undefined {
		const past = this.versions.get(key) ?? [];
		for (let place = past.length - 1; place >= 0; place -= 1) {
			const version = past[place];
			if (version !== undefined && version.at <= asOf) return version.value;
		}
		return undefined;
	}

	/** In the order in which the records were first put. */
	all(asOf: Moment = Infinity): T[] {
		return [...this.versions.keys()].flatMap((key) => this.get(key, asOf) ?? []);
	}
}
