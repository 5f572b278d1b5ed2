import type { FoundByRefusal } from '../declare/action';
import type { Item } from '../declare/facts';
import { failed, success, type Result } from '../declare/failure';
import { attempt, pauseBefore, type RequestContext } from './send';
import type { BookingSettings } from './booking-settings';
import { withOutcome } from './outcome';
import type { Ports } from './ports';
import { MAX_ATTEMPTS, MAX_DOUBTS } from './retry';

const CREATED_EARLIER =
	'The response was lost. On the second try the carrier reported that it already has this reference.';
const ALREADY_THERE = 'It existed before this step ran and could not be compared with this request.';

/**
 * Books where the carrier refuses a repeated reference and has no look-up. When the outcome is unknown, the same
 * request is the look-up: it is either accepted, or refused because the first one was.
 */
export async function bookRejectingDuplicates(
	context: RequestContext,
	booking: FoundByRefusal<unknown>,
	reference: string,
	settings: Partial<BookingSettings>,
	ports: Ports,
): Promise<Result<Item[]>> {
	const existing = (outcome: 'created' | 'found', reason: string) =>
		success([withOutcome(booking.item(context.input, context.facts, outcome), outcome, [reason, booking.warning])]);
	let doubts = 0;
	for (let tries = 1; ; tries += 1) {
		// Never stopped half-way: a request that went out must be accounted for.
		const outcome = await attempt(context, doubts > 0 ? { ...ports, cancelled: undefined } : ports);
		if (outcome.result.ok) return success(outcome.result.value.map((item) => withOutcome(item, 'created')));
		const { failure } = outcome.result;
		if (failure.code === 'already_exists' && doubts > 0) return existing('created', CREATED_EARLIER);
		if (failure.code === 'already_exists' && (settings.ifExists ?? 'return') === 'return')
			return existing('found', ALREADY_THERE);
		if (outcome.processed === 'maybe') doubts += 1;
		const again =
			(outcome.processed === 'maybe' || outcome.transient) &&
			tries < MAX_ATTEMPTS &&
			doubts < MAX_DOUBTS &&
			(await pauseBefore(tries, outcome, context, ports));
		if (again) continue;
		if (doubts === 0) return { ok: false, failure: { ...failure, reference } };
		return failed(
			'outcome_unknown',
			`${failure.message}. Whether the booking "${reference}" exists could not be found out`,
			{ reference },
		);
	}
}
