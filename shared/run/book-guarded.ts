import type { Repeated } from '../declare/booking';
import type { Item } from '../declare/facts';
import { failed, success, type Result } from '../declare/failure';
import { attempt, pauseBefore, type Passage } from './exchange';
import type { BookingSettings } from './booking-settings';
import { withOutcome } from './outcome';
import type { Ports } from './ports';
import { MAX_ATTEMPTS } from './retry';

const ARRIVED = 'The answer was lost on the way; asked again, the carrier said that it holds this reference.';
const BEFORE = 'It was there before this step ran, and could not be compared with what is asked now.';

/**
 * Books where the carrier refuses a repeated reference and cannot be asked what it holds.
 * After doubt the same request is the look-up: it is either taken, or refused because the first one was.
 */
export async function bookGuarded(passage: Passage, repeated: Repeated<unknown>, reference: string, settings: Partial<BookingSettings>, ports: Ports): Promise<Result<Item[]>> {
	const there = (outcome: 'created' | 'found', why: string) =>
		success([withOutcome(repeated.item(passage.input, passage.facts, outcome), outcome, [why, repeated.unseen])]);
	let doubtful = false;
	for (let tries = 1; ; tries += 1) {
		// Never stopped half-way: a request that went out must be accounted for.
		const outcome = await attempt(passage, doubtful ? { ...ports, cancelled: undefined } : ports);
		if (outcome.result.ok) return success(outcome.result.value.map((item) => withOutcome(item, 'created')));
		const { failure } = outcome.result;
		if (failure.code === 'already_exists' && doubtful) return there('created', ARRIVED);
		if (failure.code === 'already_exists' && (settings.ifExists ?? 'return') === 'return') return there('found', BEFORE);
		doubtful ||= outcome.done === 'perhaps';
		const again = (outcome.done === 'perhaps' || outcome.transient) && tries < MAX_ATTEMPTS && (await pauseBefore(tries, outcome, passage, ports));
		if (again) continue;
		if (!doubtful) return { ok: false, failure: { ...failure, reference } };
		return failed('outcome_unknown', `${failure.message}. Whether the booking "${reference}" exists could not be found out`, { reference });
	}
}
