import type { ReadyAccess } from '../../shared/declare/connection';
import type { Json } from '../../shared/json';
import type { WireRequest } from '../../shared/declare/wire';
import { withCredentials } from '../../shared/declare/credentials';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemoryStore } from '../../shared/run/memory-store';
import { createSecretStore } from '../../shared/run/secret-store';
import type { FileSource, Ports, SendResult } from '../../shared/run/ports';

/** When the samples' slots still lie ahead. */
export const SAMPLE_NOW = Date.parse('2020-11-09T09:00:00+01:00');

export interface ScriptedPorts extends Ports {
	/** Every request sent, credentials included. */
	sent: WireRequest[];
	/** Moves only during a sleep. */
	moveTo(ms: number): void;
}

export type Responder = (request: WireRequest, nth: number) => SendResult | Promise<SendResult>;

export const response = (status: number, body: Json, headers: Record<string, string> = {}): SendResult => ({
	response: { status, headers: { 'content-type': 'application/json', ...headers }, text: JSON.stringify(body) },
});

export const noResponse = (delivered: 'no' | 'maybe'): SendResult => ({
	noResponse: { delivered, reason: delivered === 'no' ? 'the connection was refused' : 'the connection was closed' },
});

/** Ports with a clock that moves only during sleeps, and a carrier with scripted responses. */
export function scriptedPorts(respond: Responder, startAt = SAMPLE_NOW, files?: FileSource): ScriptedPorts {
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
		store: createMemoryStore(clock.now),
		secrets: createSecretStore(),
		limiter: createLimiter(clock),
		locks: createLocks(),
		files,
		transport: {
			send: async (request: WireRequest, access: ReadyAccess) => {
				sent.push(withCredentials(request, access));
				return await respond(request, sent.length);
			},
			fetchFile: async () => ({ bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' }),
		},
	};
}
