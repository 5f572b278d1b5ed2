/** Lets one piece of work at a time hold a key; the others wait in order. */
export interface Locks {
	hold<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export function createLocks(): Locks {
	const tails = new Map<string, Promise<unknown>>();
	return {
		async hold(key, work) {
			const before = tails.get(key) ?? Promise.resolve();
			const result = before.then(work, work);
			const tail = result.catch(() => undefined);
			tails.set(key, tail);
			try {
				return await result;
			} finally {
				if (tails.get(key) === tail) tails.delete(key);
			}
		},
	};
}
