import type { Dice } from '../lab/seeded-random';
import type { Phase, ProxyFault } from './proxy-fault';
import { cut, drip, errorPage, latency, refused, reset, silence } from './proxy-faults';

/** Any of them, from the seed. */
export function anyProxyFault(dice: Dice): ProxyFault {
	const phase = dice.pick<Phase>(['before', 'after']);
	return dice.pick<ProxyFault>([
		refused,
		refused,
		reset(phase),
		reset(phase),
		silence(phase),
		latency(dice.below(4_000), dice.below(4_000)),
		latency(dice.below(14_000), dice.below(14_000)),
		drip(dice.below(16_000), 2 + dice.below(8)),
		cut('clean'),
		cut('torn'),
		errorPage(200, phase),
		errorPage(dice.pick([408, 500, 502, 503, 504]), phase),
		errorPage(dice.pick([400, 401, 403, 404, 409, 410]), phase),
		errorPage(429, 'before'),
		errorPage(429, 'before', { 'retry-after': String(dice.below(20)) }),
		errorPage(302, phase, { location: 'https://elsewhere.example/' }),
	]);
}
