import type { PlannedWork } from './clock.types';
import type { House } from './house';
import type { PostInit } from './post.types';

/** Status answered, or why there was none. */
export type PostOutcome = number | 'timeout' | 'unreachable';

/** A call that the carrier makes by itself, given up when that much simulated time has passed. */
export async function postInTime(
	{ clock, post }: Pick<House, 'clock' | 'post'>,
	url: string,
	timeoutMs: number,
	{ headers, body }: Pick<PostInit, 'headers' | 'body'>,
): Promise<PostOutcome> {
	const given = new AbortController();
	let wait: PlannedWork | undefined;
	const tooLate = new Promise<'timeout'>((resolve) => {
		wait = clock.at(clock.now() + timeoutMs, () => {
			resolve('timeout');
			given.abort();
		});
	});
	const answer = post(url, { method: 'POST', headers, body, signal: given.signal }).then(
		({ status }) => status,
		() => 'unreachable' as const,
	);
	return Promise.race([tooLate, answer]).finally(() => wait?.cancel());
}
