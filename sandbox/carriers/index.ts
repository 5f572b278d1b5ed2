import { openCarriers } from './carriers';
import { makeClock } from './frame/clock';
import { makeCouriers } from './frame/couriers';
import { makeFaults } from './frame/faults';
import { makeHouse } from './frame/house';
import { fetchInProcess } from './frame/inProcess';
import { makeJournal } from './frame/journal';
import { listenAll } from './frame/listen';
import { postOverNetwork } from './frame/post';
import type { Listening, Sandbox, SandboxOptions } from './types';

export type * from './types';
export { NetworkFault } from './frame/networkFault';
export { EVERY_FAULT } from './frame/faultKinds';

const MONDAY_MORNING = '2026-11-23T09:00:00.000+01:00';

export function createSandbox(options: SandboxOptions = {}): Sandbox {
	const seed = options.seed ?? 1;
	const house = makeHouse({
		seed,
		clock: makeClock(new Date(options.startAt ?? MONDAY_MORNING).getTime(), options.patienceMs),
		faults: makeFaults(seed, options.faults),
		journal: makeJournal(),
		post: options.post ?? postOverNetwork,
	});
	const desks = openCarriers(house);
	const couriers = makeCouriers(house);
	const open = new Set<Listening>();

	const sandbox: Sandbox = {
		...desks,
		clock: house.clock,
		faults: house.faults,
		journal: house.journal,
		couriers,
		fetch: async (input, init) =>
			fetchInProcess(house, input instanceof Request && init === undefined ? input : new Request(input, init)),
		async listen({ port = 0 } = {}) {
			const { urls, close } = await listenAll(house, desks, port);
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
			house.clock.stop();
			await Promise.all([...open].map((listening) => listening.close()));
		},
	};
	return sandbox;
}
