import type { ScheduledWork } from './clock.types';
import type { SandboxContext } from './context';
import type { PostInit } from './post';

/** Status answered, or why there was none. */
export type PostOutcome = number | 'timeout' | 'unreachable';

/** A call that the carrier makes by itself, given up when that much simulated time has passed. */
export async function postWithTimeout(
	{ clock, post }: Pick<SandboxContext, 'clock' | 'post'>,
	url: string,
	timeoutMs: number,
	{ headers, body }: Pick<PostInit, 'headers' | 'body'>,
): Promise<PostOutcome> {
	const abort = new AbortController();
	let timer: ScheduledWork | undefined;
	const timeout = new Promise<'timeout'>((resolve) => {
		timer = clock.runAt(clock.now() + timeoutMs, () => {
			resolve('timeout');
			abort.abort();
		});
	});
	const response = post(url, { method: 'POST', headers, body, signal: abort.signal }).then(
		({ status }) => status,
		() => 'unreachable' as const,
	);
	return Promise.race([timeout, response]).finally(() => timer?.cancel());
}
