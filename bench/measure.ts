const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The value below which this share of the others lies. */
export const percentile = (values: readonly number[], share: number): number =>
	sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds of CPU time that this process spends on some work. */
export async function cpuOf(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

export async function wallOf(work: () => unknown): Promise<number> {
	const startedAt = performance.now();
	await work();
	return performance.now() - startedAt;
}

/** The median of several runs, after one that only warms up. */
export async function medianOf(
	runs: number,
	measure: (work: () => unknown) => Promise<number>,
	work: () => unknown,
): Promise<number> {
	await work();
	const values: number[] = [];
	for (let run = 0; run < runs; run += 1) values.push(await measure(work));
	return median(values);
}

/** One of several kinds of work that are compared, and what its runs took. */
export interface Contender {
	work: () => unknown;
	values: number[];
}

/** Runs each work so many times, in turns: a machine that becomes busier meanwhile counts for all of them. */
export async function takeTurns(
	runs: number,
	measure: (work: () => unknown) => Promise<number>,
	contenders: readonly Contender[],
): Promise<void> {
	for (let run = 0; run < runs; run += 1) for (const { work, values } of contenders) values.push(await measure(work));
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const us = (value: number): string => `${(value * 1_000).toFixed(0)} µs`;
