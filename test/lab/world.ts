import { NetworkFault, type Sandbox } from '../../sandbox/carriers';
import type { Access } from '../../shared/declare/connection';
import { withCredentials } from '../../shared/declare/connection';
import type { WireRequest } from '../../shared/declare/wire';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemory } from '../../shared/run/memory';
import type { FileSource, Ports, Sent, Transport } from '../../shared/run/ports';
import type { Dice } from './random';

const provesUnsent = new Set(['ECONNREFUSED', 'ENOTFOUND']);

export interface Wire extends Transport {
	/** Milliseconds the request under way will wait for its answer. */
	patience: number;
}

/** The wire between the road and the embedded carriers, without sockets, on the sandbox's clock. */
export function wireTo(sandbox: Sandbox): Wire {
	const wire: Wire = {
		patience: 0,
		async send(request: WireRequest, access: Access, timeoutMs: number): Promise<Sent> {
			const { method, url, headers, body } = withCredentials(request, access);
			const began = sandbox.clock.now();
			wire.patience = timeoutMs;
			try {
				const response = await sandbox.fetch(url, { method, headers, body, redirect: 'manual' });
				const text = await response.text();
				if (sandbox.clock.now() - began > timeoutMs) return { lost: { sent: 'maybe', why: 'no answer came in time' } };
				return { answer: { status: response.status, headers: Object.fromEntries(response.headers), text } };
			} catch (error) {
				if (!(error instanceof NetworkFault)) throw error;
				return { lost: { sent: provesUnsent.has(error.code) ? 'no' : 'maybe', why: error.code } };
			}
		},
		fetchFile: async () => ({ lost: { sent: 'no', why: 'the lab fetches no files' } }),
	};
	return wire;
}

/** Whatever file a step asks for. */
const anInvoice: FileSource = { read: async () => ({ file: { name: 'invoice.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n') } }) };

/** What the road stands on inside one process of a host. */
export function processOn(clock: Pick<Ports, 'now' | 'sleep'>, transport: Transport, dice: Dice): Ports {
	const { now } = clock;
	const sleep = async (ms: number) => await clock.sleep(ms);
	return { now, sleep, files: anInvoice, random: dice.next, memory: createMemory(now), limiter: createLimiter({ now, sleep }), locks: createLocks(), transport };
}

/** Never comes back: what waits on it is gone, as with a process that died. */
const gone = new Promise<never>(() => undefined);

/** Ports of a process that dies at its nth port call, before or after the call has had its effect. */
export function dyingPorts(ports: Ports, diesAt: number): { ports: Ports; died: Promise<'died'> } {
	let left = diesAt;
	let dead = false;
	let tell: (word: 'died') => void = () => undefined;
	const died = new Promise<'died'>((resolve) => {
		tell = resolve;
	});
	const mortal = async <T>(work: () => Promise<T>): Promise<T> => {
		if (dead) return await gone;
		left -= 1;
		const last = left < 0;
		// Half of the deaths come after the call has done its work, half before.
		if (last && diesAt % 2 === 0) {
			dead = true;
			tell('died');
			return await gone;
		}
		const done = await work();
		if (last || dead) {
			dead = true;
			tell('died');
			return await gone;
		}
		return done;
	};
	return {
		died,
		ports: {
			...ports,
			sleep: async (ms) => await mortal(async () => await ports.sleep(ms)),
			memory: {
				get: async (key) => await mortal(async () => await ports.memory.get(key)),
				set: async (key, value, ttl) => await mortal(async () => await ports.memory.set(key, value, ttl)),
			},
			transport: {
				...ports.transport,
				send: async (request, access, timeout) => await mortal(async () => await ports.transport.send(request, access, timeout)),
			},
		},
	};
}
