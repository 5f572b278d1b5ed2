/** What the work may do besides its own item. */
export interface BatchControl {
	/** Starts more items, where `concurrency()` has grown. It is also looked at whenever an item ends. */
	startMore(): void;
}

/**
 * Processes `count` items in order, at most `concurrency()` at a time; it may change meanwhile. `shouldContinue` is
 * checked before each start. A started item always finishes, because a booking in progress must be accounted for.
 * Results are in order.
 */
export async function mapInOrder<T>(
	count: number,
	concurrency: () => number,
	work: (index: number, control: BatchControl) => Promise<T>,
	shouldContinue: () => boolean,
): Promise<(T | undefined)[]> {
	const results: (T | undefined)[] = Array.from({ length: count });
	let next = 0;
	let running = 0;
	await new Promise<void>((resolve, reject) => {
		const start = (index: number): void => {
			running += 1;
			work(index, control).then((result) => {
				results[index] = result;
				running -= 1;
				control.startMore();
			}, reject);
		};
		const control: BatchControl = {
			startMore: () => {
				while (next < count && running < Math.max(1, concurrency()) && shouldContinue()) {
					next += 1;
					start(next - 1);
				}
				if (running === 0) resolve();
			},
		};
		control.startMore();
	});
	return results;
}
