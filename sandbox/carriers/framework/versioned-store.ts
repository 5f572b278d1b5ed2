import type { Moment } from './clock.types';

/** Long enough for every lag there is; older versions are forgotten. */
const HISTORY_MS = 10 * 60_000;

interface Version<T> {
	at: Moment;
	value: T;
}

/** Records with their past, so that a lagging look-up shows what was true then. Values are never changed in place. */
export class VersionedStore<Key, T> {
	private readonly versions = new Map<Key, Version<T>[]>();

	constructor(private readonly now: () => Moment) {}

	put(key: Key, value: T): T {
		const at = this.now();
		const history = this.versions.get(key) ?? [];
		const retained = history.filter((version, index) => index === history.length - 1 || version.at > at - HISTORY_MS);
		this.versions.set(key, [...retained, { at, value }]);
		return value;
	}

	get(key: Key, asOf: Moment = Infinity): T | undefined {
		const history = this.versions.get(key) ?? [];
		for (let index = history.length - 1; index >= 0; index -= 1) {
			const version = history[index];
			if (version !== undefined && version.at <= asOf) return version.value;
		}
		return undefined;
	}

	/** In the order in which the records were first put. */
	all(asOf: Moment = Infinity): T[] {
		return [...this.versions.keys()].flatMap((key) => this.get(key, asOf) ?? []);
	}
}
