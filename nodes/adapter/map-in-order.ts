/**
 * Processes `count` items in order, at most `concurrency()` at a time; it may change meanwhile. `shouldContinue` is
 * checked before each start. A started item always finishes, because a booking in progress must be accounted for.
 * Results are in order.
 */
export async function mapInOrder<T>(
	count: number,
	concurrency: () => number,
	work: (index: number) => Promise<T>,
	shouldContinue: () => boolean,
): Promise<(T | undefined)[]> {
	const results: (T | undefined)[] = Array.from({ length: count });
	const running = new Set<Promise<void>>();
	let next = 0;
	const start = (index: number): void => {
		const item = work(index).then((result) => {
			results[index] = result;
			running.delete(item);
		});
		running.add(item);
	};
	for (;;) {
		while (next < count && running.size < Math.max(1, concurrency()) && shouldContinue()) {
			start(next);
			next += 1;
		}
		if (running.size === 0) return results;
		await Promise.race(running);
	}
}
