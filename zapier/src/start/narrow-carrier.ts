import type { Carrier } from '../../../shared/declare/carrier';

export const listKeys = ['actions', 'triggers', 'pollingTriggers', 'webhookTriggers', 'choices'] as const;

export type Lists = Pick<Carrier, (typeof listKeys)[number]>;

/** Written by the build: how to load a carrier in parts. */
export interface CarrierSource {
	/** Properties that are plain data. */
	data: Partial<Carrier>;
	/** Properties that a module exports. They are loaded when they are read. */
	exported: Readonly<Record<string, () => unknown>>;
	/** The other properties, which only the whole carrier has. */
	others: readonly string[];
	/** Loads every module of the carrier. */
	whole(): Carrier;
}

const none: Lists = { actions: [], triggers: [], pollingTriggers: [], webhookTriggers: [], choices: {} };

export interface NarrowCarrier {
	carrier: Carrier;
	/** From now on the lists are complete, for functions that read them when they run. */
	widen(): void;
}

/** A carrier that has only these items while a step is built from it, so only their modules are loaded. */
export function narrowCarrier({ data, exported, others, whole }: CarrierSource, lists: Partial<Lists>): NarrowCarrier {
	let isWide = false;
	const properties: [string, () => unknown][] = [
		...Object.entries(exported),
		...others.map((key): [string, () => unknown] => [key, () => Reflect.get(whole(), key)]),
		...listKeys.map((key): [string, () => unknown] => [key, () => (isWide ? whole()[key] : (lists[key] ?? none[key]))]),
	];
	const descriptors = properties.map(([key, get]): [string, PropertyDescriptor] => [key, { get, enumerable: true }]);
	// The build has divided all properties of the carrier between data, exported, others and the lists.
	const carrier = Object.defineProperties({ ...data }, Object.fromEntries(descriptors)) as Carrier;
	return {
		carrier,
		widen: () => {
			isWide = true;
		},
	};
}
