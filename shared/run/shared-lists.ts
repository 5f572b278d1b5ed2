import type { Item } from '../declare/facts';
import type { Result } from '../declare/failure';
import type { LoadList, Ports, SharedLists } from './ports';

/** How old a list may be for a first look-up. The check after a booking always reads a newer one. */
const MAX_AGE_MS = 30_000;

/** Items of a batch come to the same point one after the other: a list waits so long for them to join. */
const JOIN_MS = 300;

/** One reading of a list, under way or done. */
interface Reading {
	/** When its first request went out. Undefined while it waits for its turn: whoever comes then may share it. */
	begunAt?: number;
	result: Promise<Result<Item[]>>;
	hasFailed?: true;
}

export function createSharedLists(size: number): SharedLists {
	const readings = new Map<string, Reading>();

	function begin(key: string, ports: Ports, load: LoadList): Reading {
		const transport: Ports['transport'] = {
			...ports.transport,
			send: async (...call) => {
				reading.begunAt ??= ports.now();
				return await ports.transport.send(...call);
			},
		};
		const readTogether = async () => {
			await (size > 1 ? ports.sleep(JOIN_MS) : undefined);
			const result = await load({ ...ports, transport });
			if (!result.ok) reading.hasFailed = true;
			return result;
		};
		const reading: Reading = { result: readTogether() };
		readings.set(key, reading);
		return reading;
	}

	function recent(key: string, since: number, now: number): Reading | undefined {
		const known = readings.get(key);
		if (known === undefined || known.hasFailed) return undefined;
		if (known.begunAt === undefined) return known;
		return known.begunAt > since && now - known.begunAt <= MAX_AGE_MS ? known : undefined;
	}

	return {
		size,
		read: async (key, since, ports, load) => await (recent(key, since, ports.now()) ?? begin(key, ports, load)).result,
		readOnce: async (key, since, ports, load) =>
			await (recent(key, since, ports.now()) ?? (readings.has(key) ? undefined : begin(key, ports, load)))?.result,
	};
}
