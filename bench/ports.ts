import type { WireRequest, WireResponse } from '../shared/declare/wire';
import { createLimiter } from '../shared/run/limiter';
import { createLocks } from '../shared/run/locks';
import { createMemoryStore } from '../shared/run/memory-store';
import type { Ports } from '../shared/run/ports';
import { createSecretStore } from '../shared/run/secret-store';

/** Ports without a network. Time stands still but for sleeps, which end at once, so that only own work is measured. */
export function memoryPorts(respond: (request: WireRequest) => WireResponse, startAt: number): Ports {
	let now = startAt;
	const clock = {
		now: () => now,
		sleep: async (wait: number) => {
			now += wait;
		},
	};
	return {
		...clock,
		random: () => 0.5,
		store: createMemoryStore(clock.now),
		secrets: createSecretStore(),
		limiter: createLimiter(clock),
		locks: createLocks(),
		transport: {
			send: async (request) => ({ response: { ...respond(request) } }),
			fetchFile: async () => ({ noResponse: { delivered: 'no', reason: 'no files here' } }),
		},
	};
}
