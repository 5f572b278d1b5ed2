import type { Ports } from '../run/ports';

/** A date this far from our clock is a mistake of its server, and would hide or repeat a day of events. */
const MAX_SKEW_MS = 24 * 3_600_000;

export interface CarrierClock {
	/** The same ports, which note the time that the first response carries. */
	ports: Ports;
	/** The moment of the first response by the carrier's clock; by ours where it carries none. Milliseconds. */
	startedAt(): number;
}

/** The clock that a carrier dates its items by, so that a cursor made from it fits them even if ours is wrong. */
export function carrierClock(ports: Ports): CarrierClock {
	const startedAt = ports.now();
	let noted: number | undefined;
	return {
		ports: {
			...ports,
			transport: {
				...ports.transport,
				send: async (...request) => {
					const sent = await ports.transport.send(...request);
					const date = 'response' in sent ? Date.parse(sent.response.headers.date ?? '') : Number.NaN;
					if (noted === undefined && Math.abs(date - ports.now()) <= MAX_SKEW_MS) noted = date;
					return sent;
				},
			},
		},
		startedAt: () => noted ?? startedAt,
	};
}
