/**
 * Works on `count` items in order, at most `atOnce` at a time. Before each start `goOn` is asked; what has
 * started is always finished, because a booking under way must be accounted for. Results stand in order.
 */
export async function inOrder<T>(count: number, atOnce: number, work: (index: number) => Promise<T>, goOn: () => boolean): Promise<(T | undefined)[]> {
	const results: (T | undefined)[] = Array.from({ length: count });
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < count && goOn()) {
			const index = next;
			next += 1;
			results[index] = await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
	return results;
}
