const SMALL = 10_000;
export const LARGE = 100_000;
/** Ten times the text takes ten times the work; a hundred times is what must not be. */
export const WORST = 40;
/** What a processor adds to any run. Work that is quadratic takes seconds on the large text. */
const NOISE_MS = 5;

/** Processor time of this process, in milliseconds: what else the machine does is not in it. */
function spent(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function fastest(work: () => unknown, runs: number): number {
	return Math.min(
		...Array.from({ length: runs }, () => {
			const start = spent();
			work();
			return spent() - start;
		}),
	);
}

/** How much more work the large text is; measured again where a busy machine may have spoilt it. */
export function growth(work: (text: string) => unknown, shape: (length: number) => string): number {
	const [small, large] = [shape(SMALL), shape(LARGE)];
	const ratio = (runs: number) =>
		fastest(() => work(large), runs) /
		Math.max(
			NOISE_MS,
			fastest(() => work(small), runs),
		);
	const first = ratio(1);
	return first < WORST ? first : Math.min(first, ratio(2));
}
