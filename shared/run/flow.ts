import type { Action } from '../declare/action';
import type { Item } from '../declare/facts';
import type { Steps } from '../declare/flow';
import type { Result } from '../declare/failure';
import type { JsonObject } from '../declare/json';
import type { Order } from './perform';
import type { Ports } from './ports';
import { LOOKUP_PAUSE_MS } from './retry';

/** Between two readings of something that the carrier has yet to settle. */
const FIRST_PAUSE_MS = LOOKUP_PAUSE_MS;
const LAST_PAUSE_MS = 4_000;

type Perform = (order: Order, ports: Ports) => Promise<Result<Item[]>>;

/** What a flow may do, on the connection and within the time of the step it is part of. */
export function stepsOf(order: Order & { deadline: number }, perform: Perform, ports: Ports): Steps {
	const call = async (action: Action, values: JsonObject) => await perform({ ...order, action, values, most: undefined, enough: undefined }, ports);
	return {
		call,
		async until(action, values, done) {
			let pause = FIRST_PAUSE_MS;
			for (;;) {
				const read = await call(action, values);
				// What cannot be read yet may be there at the next look; the last look counts.
				const settled = read.ok ? done(read.value) : read.failure.code !== 'not_found';
				if (settled || ports.now() + pause + LAST_PAUSE_MS >= order.deadline) return read;
				await ports.sleep(pause);
				pause = Math.min(LAST_PAUSE_MS, pause * 1.5);
			}
		},
	};
}
