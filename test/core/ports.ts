import type { Access } from '../../shared/declare/connection';
import type { Json } from '../../shared/declare/json';
import type { WireRequest } from '../../shared/declare/wire';
import { withCredentials } from '../../shared/declare/connection';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemory } from '../../shared/run/memory';
import type { FileSource, Ports, Sent } from '../../shared/run/ports';

/** When the samples' slots still lie ahead. */
export const SAMPLE_NOW = Date.parse('2020-11-09T09:00:00+01:00');

export interface Scripted extends Ports {
	/** Everything that went out, credentials included. */
	sent: WireRequest[];
	/** Moves only when somebody sleeps. */
	moveTo(ms: number): void;
}

export type Answering = (request: WireRequest, nth: number) => Sent | Promise<Sent>;

export const answer = (status: number, body: Json, headers: Record<string, string> = {}): Sent => ({
	answer: { status, headers: { 'content-type': 'application/json', ...headers }, text: JSON.stringify(body) },
});

export const lost = (sent: 'no' | 'maybe'): Sent => ({ lost: { sent, why: sent === 'no' ? 'the connection was refused' : 'the connection was closed' } });

/** Ports with a clock that stands still but for sleeping, and a carrier that answers as told. */
export function scriptedPorts(answering: Answering, startAt = SAMPLE_NOW, files?: FileSource): Scripted {
	let now = startAt;
	const sent: WireRequest[] = [];
	const clock = {
		now: () => now,
		sleep: async (ms: number) => {
			now += ms;
		},
	};
	return {
		...clock,
		sent,
		moveTo: (ms) => {
			now = ms;
		},
		random: () => 0.5,
		memory: createMemory(clock.now),
		limiter: createLimiter(clock),
		locks: createLocks(),
		files,
		transport: {
			send: async (request: WireRequest, access: Access) => {
				sent.push(withCredentials(request, access));
				return await answering(request, sent.length);
			},
			fetchFile: async () => ({ bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' }),
		},
	};
}
