import { lostOf } from '../../nodes/adapter/lost';
import type { Clock } from '../../sandbox/carriers';
import { withCredentials } from '../../shared/declare/connection';
import type { Transport } from '../../shared/run/ports';
import { CROSSING, type Crossings } from './crossings';

/** Nobody listens on this port of a machine of today. */
const CLOSED_PORT = 2;

const closedPortOf = (url: string): URL => Object.assign(new URL(url), { port: String(CLOSED_PORT) });

/** Node's own HTTP client, as one process of a host uses it: real sockets, time-outs by the story's clock, no redirects. */
export function openWire(crossings: Crossings, clock: Clock): { transport: Transport; cut(): void } {
	const under = new Set<AbortController>();
	let ended = false;
	return {
		cut: () => {
			ended = true;
			for (const way of under) way.abort();
		},
		transport: {
			async send(plain, access, timeoutMs) {
				const { method, url, headers, body } = withCredentials(plain, access);
				const { number, crossing, journey } = crossings.begin(plain, clock.now());
				// One for both ends, held here: what ends the process, and what ends the patience.
				const way = new AbortController();
				under.add(way);
				if (ended) way.abort();
				let late = false;
				const ring = () => {
					// A step of the clock may be longer than the patience that is left.
					if (!journey.resting) return void (alarm = clock.at(clock.now() + 1, ring));
					journey.giveUp();
					late = true;
					way.abort();
				};
				let alarm = clock.at(clock.now() + timeoutMs, ring);
				try {
					const response = await fetch(crossing.strike?.refused ? closedPortOf(url) : url, {
						method,
						headers: { ...headers, [CROSSING]: String(number) },
						body,
						redirect: 'manual',
						signal: way.signal,
					});
					const text = await response.text();
					crossing.status = response.status;
					return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text } };
				} catch (error) {
					const lost = lostOf(error);
					crossing.lost = { code: late ? 'timed out' : lost.why };
					return { lost };
				} finally {
					alarm.cancel();
					under.delete(way);
					journey.leave();
				}
			},
			fetchFile: async () => ({ lost: { sent: 'no', why: 'the lab fetches no files' } }),
		},
	};
}
