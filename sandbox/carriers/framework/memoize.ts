const MAX_ENTRIES = 5000;

/** Time zones and phone numbers are slow to work out, and a simulation needs the same few again and again. */
export function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
	const cache = new Map<Key, { value: Value }>();
	return (key) => {
		const cached = cache.get(key);
		if (cached !== undefined) return cached.value;
		if (cache.size >= MAX_ENTRIES) cache.clear();
		const value = compute(key);
		cache.set(key, { value });
		return value;
	};
}
