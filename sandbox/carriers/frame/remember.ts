const MOST = 5000;

/** Time zones and phone numbers are slow to work out, and a simulation asks for the same few again and again. */
export function remember<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, { value: Value }>();
	return (key) => {
		const old = known.get(key);
		if (old !== undefined) return old.value;
		if (known.size >= MOST) known.clear();
		const value = work(key);
		known.set(key, { value });
		return value;
	};
}
