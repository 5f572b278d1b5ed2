import type { Dice } from '../lab/random';
import type { Phase, Strike } from './passing';
import { cut } from './strikes/cut';
import { drip } from './strikes/drip';
import { latency } from './strikes/latency';
import { page } from './strikes/page';
import { refused } from './strikes/refused';
import { reset } from './strikes/reset';
import { silence } from './strikes/silence';

/** Any of them, from the seed. */
export function anyStrike(dice: Dice): Strike {
	const phase = dice.pick<Phase>(['before', 'after']);
	return dice.pick<Strike>([
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
		page(200, phase),
		page(dice.pick([408, 500, 502, 503, 504]), phase),
		page(429, 'before'),
		page(429, 'before', { 'retry-after': String(dice.below(20)) }),
		page(302, phase, { location: 'https://elsewhere.example/' }),
	]);
}
