import { NetworkFault, type Sandbox } from '../../sandbox/carriers';
import type { ReadyAccess } from '../../shared/declare/connection';
import { withCredentials } from '../../shared/declare/credentials';
import type { WireRequest } from '../../shared/declare/wire';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemoryStore } from '../../shared/run/memory-store';
import { createSecretStore } from '../../shared/run/secret-store';
import type { FileSource, Ports, SendResult, Transport } from '../../shared/run/ports';
import type { Dice } from './seeded-random';

const provesUnsent = new Set(['ECONNREFUSED', 'ENOTFOUND']);

export interface SandboxTransport extends Transport {
	/** Milliseconds the request under way will wait for its answer. */
	timeoutMs: number;
}

/** The transport between the pipeline and the embedded carriers, without sockets, on the sandbox's clock. */
export function sandboxTransport(sandbox: Sandbox): SandboxTransport {
	const transport: SandboxTransport = {
		timeoutMs: 0,
		async send(request: WireRequest, access: ReadyAccess, timeoutMs: number): Promise<SendResult> {
			const { method, url, headers, body } = withCredentials(request, access);
			const startedAt = sandbox.clock.now();
			transport.timeoutMs = timeoutMs;
			try {
				const response = await sandbox.fetch(url, { method, headers, body, redirect: 'manual' });
				const text = await response.text();
				if (sandbox.clock.now() - startedAt > timeoutMs)
					return { noResponse: { delivered: 'maybe', reason: 'no answer came in time' } };
				return { response: { status: response.status, headers: Object.fromEntries(response.headers), text } };
			} catch (error) {
				if (!(error instanceof NetworkFault)) throw error;
				return { noResponse: { delivered: provesUnsent.has(error.code) ? 'no' : 'maybe', reason: error.code } };
			}
		},
		fetchFile: async () => ({ noResponse: { delivered: 'no', reason: 'the lab fetches no files' } }),
	};
	return transport;
}

/** The file for any step that requests one. */
const invoiceFile: FileSource = {
	read: async () => ({
		file: { name: 'invoice.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n') },
	}),
};

/** The ports of the pipeline inside one process of a host. */
export function processPorts(clock: Pick<Ports, 'now' | 'sleep'>, transport: Transport, dice: Dice): Ports {
	const { now } = clock;
	const sleep = async (ms: number) => await clock.sleep(ms);
	return {
		now,
		sleep,
		files: invoiceFile,
		random: dice.next,
		store: createMemoryStore(now),
		secrets: createSecretStore(),
		limiter: createLimiter({ now, sleep }),
		locks: createLocks(),
		transport,
	};
}

/** Never comes back: what waits on it is gone, as with a process that died. */
const never = new Promise<never>(() => undefined);

/** Ports of a process that dies at its nth port call, before or after the call has had its effect. */
export function dyingPorts(ports: Ports, diesAt: number): { ports: Ports; died: Promise<'died'> } {
	let remaining = diesAt;
	let dead = false;
	let resolveDied: (value: 'died') => void = () => undefined;
	const died = new Promise<'died'>((resolve) => {
		resolveDied = resolve;
	});
	const untilDeath = async <T>(work: () => Promise<T>): Promise<T> => {
		if (dead) return await never;
		remaining -= 1;
		const isLast = remaining < 0;
		// Half of the deaths come after the call has done its work, half before.
		if (isLast && diesAt % 2 === 0) {
			dead = true;
			resolveDied('died');
			return await never;
		}
		const result = await work();
		if (isLast || dead) {
			dead = true;
			resolveDied('died');
			return await never;
		}
		return result;
	};
	return {
		died,
		ports: {
			...ports,
			sleep: async (ms) => await untilDeath(async () => await ports.sleep(ms)),
			store: {
				get: async (key) => await untilDeath(async () => await ports.store.get(key)),
				set: async (key, value, ttl) => await untilDeath(async () => await ports.store.set(key, value, ttl)),
			},
			transport: {
				...ports.transport,
				send: async (request, access, timeout) =>
					await untilDeath(async () => await ports.transport.send(request, access, timeout)),
			},
		},
	};
}
