import { embedded } from './carriers';
import { createClock } from './framework/clock';
import { createCouriers } from './framework/couriers';
import { createFaults } from './framework/faults';
import { createContext } from './framework/context';
import { fetchInProcess } from './framework/in-process';
import { madeOf } from './framework/known-texts';
import { createJournal } from './framework/journal';
import { listenAll } from './framework/listen';
import { postOverNetwork } from './framework/post';
import type { SandboxContext } from './framework/context';
import type { Backoffices, Listening, Sandbox, SandboxOptions } from './types';

export type * from './types';
export { NetworkFault } from './framework/network-fault';
export { ALL_FAULTS } from './framework/fault-kinds';

const MONDAY_MORNING = '2026-11-23T09:00:00.000+01:00';

// Object.fromEntries forgets which backoffice belongs to which name.
const createAll = (context: SandboxContext): Backoffices =>
	Object.fromEntries(Object.entries(embedded).map(([name, { create }]) => [name, create(context)])) as Backoffices;

export function createSandbox(options: SandboxOptions = {}): Sandbox {
	const seed = options.seed ?? 1;
	const context = createContext({
		seed,
		clock: createClock(new Date(options.startAt ?? MONDAY_MORNING).getTime(), options.workTimeoutMs),
		faults: createFaults(seed, options.faults),
		journal: createJournal(),
		post: options.post ?? postOverNetwork,
	});
	const backoffices = createAll(context);
	const couriers = createCouriers(context);
	const open = new Set<Listening>();

	const sandbox: Sandbox = {
		...backoffices,
		clock: context.clock,
		faults: context.faults,
		journal: context.journal,
		couriers,
		get lookUpLag() {
			return context.lookUpLag;
		},
		set lookUpLag(lag) {
			context.lookUpLag = lag;
		},
		get clockSkewMs() {
			return context.clockSkewMs;
		},
		set clockSkewMs(ms) {
			context.clockSkewMs = ms;
		},
		carrier(id) {
			const hosted = context.carriers.get(id);
			if (!hosted) throw new Error(`The sandbox has no carrier "${id}": it needs a folder sandbox/carriers/${id}`);
			return hosted;
		},
		async fetch(input, init) {
			if (input instanceof Request && init === undefined) return await fetchInProcess(context, input);
			const request = new Request(input, init);
			const { body } = init ?? {};
			return await fetchInProcess(context, typeof body === 'string' ? madeOf(request, body) : request);
		},
		async listen({ port = 0 } = {}) {
			const { urls, close } = await listenAll(context, backoffices, port);
			const listening: Listening = {
				urls,
				async close() {
					open.delete(listening);
					await close();
				},
			};
			open.add(listening);
			return listening;
		},
		async close() {
			couriers.stop();
			context.clock.stop();
			await Promise.all([...open].map((listening) => listening.close()));
		},
	};
	return sandbox;
}
