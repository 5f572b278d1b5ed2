import { toNoResponse } from '../../nodes/adapter/transport-error';
import type { Clock } from '../../sandbox/carriers';
import { withCredentials } from '../../shared/declare/credentials';
import type { Transport } from '../../shared/run/ports';
import { REQUEST_ID_HEADER, type ProxiedRequests } from './proxied-requests';

/** No service listens on this port of a modern machine. */
const CLOSED_PORT = 2;

const closedPortOf = (url: string): URL => Object.assign(new URL(url), { port: String(CLOSED_PORT) });

/**
 * Node's own HTTP client, as one process of a host uses it: real sockets, time-outs by the scenario's clock, no
 * redirects.
 */
export function openTransport(requests: ProxiedRequests, clock: Clock): { transport: Transport; abort(): void } {
	const pending = new Set<AbortController>();
	let aborted = false;
	return {
		abort: () => {
			aborted = true;
			for (const controller of pending) controller.abort();
		},
		transport: {
			async send(request, access, timeoutMs) {
				const { method, url, headers, body } = withCredentials(request, access);
				const { number, proxied, progress } = requests.begin(request, clock.now());
				// One for both ends, held here: what ends the process, and what ends the patience.
				const controller = new AbortController();
				pending.add(controller);
				if (aborted) controller.abort();
				let timedOut = false;
				const onTimeout = () => {
					// A step of the clock may be longer than the patience that is left.
					if (!progress.isWaiting) return void (timer = clock.runAt(clock.now() + 1, onTimeout));
					progress.giveUp();
					timedOut = true;
					controller.abort();
				};
				let timer = clock.runAt(clock.now() + timeoutMs, onTimeout);
				try {
					const response = await fetch(proxied.fault?.refused ? closedPortOf(url) : url, {
						method,
						headers: { ...headers, [REQUEST_ID_HEADER]: String(number) },
						body,
						redirect: 'manual',
						signal: controller.signal,
					});
					const text = await response.text();
					proxied.status = response.status;
					return { response: { status: response.status, headers: Object.fromEntries(response.headers), text } };
				} catch (error) {
					const noResponse = toNoResponse(error);
					proxied.noResponse = { code: timedOut ? 'timed out' : noResponse.reason };
					return { noResponse };
				} finally {
					timer.cancel();
					pending.delete(controller);
					progress.markGone();
				}
			},
			fetchFile: async () => ({ noResponse: { delivered: 'no', reason: 'the lab fetches no files' } }),
		},
	};
}
