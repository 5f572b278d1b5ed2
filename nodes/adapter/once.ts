import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { failed, success, type Failure, type FailureCode, type Result } from '../../shared/declare/failure';
import { isJsonObject, type Json } from '../../shared/declare/json';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { finished } from './process';

/** Longer than n8n's five tries with their pauses can take. */
const REMEMBER_MS = 3_600_000;

type Doubt = Pick<Failure, 'message' | 'reference'>;

/** What a try before this one has left open. */
function doubtIn(known: Json | undefined): Doubt | undefined {
	if (!isJsonObject(known) || typeof known.doubt !== 'string') return undefined;
	return { message: known.doubt, reference: typeof known.reference === 'string' ? known.reference : undefined };
}

const unknown = ({ message, reference }: Doubt) => failed('outcome_unknown', message, { reference });

/** These say themselves what stands, or that nobody knows. */
const SAYS_ENOUGH: ReadonlySet<FailureCode> = new Set(['outcome_unknown', 'partly_done', 'already_exists']);

/** n8n shows the last try alone: what an earlier one has left open may not end as "nothing was booked". */
function stillOpen(result: Result<Item[]>, { reference }: Doubt): Result<Item[]> {
	if (result.ok || SAYS_ENOUGH.has(result.failure.code)) return result;
	return unknown({ message: `${result.failure.message}. An earlier try of this step may have booked "${String(reference)}"`, reference });
}

/**
 * Retry On Fail runs a step again with all of its items. What was booked is handed over once more without a request;
 * what may have been booked, and would not be found again by its reference, is not sent again.
 */
export async function once(
	host: IExecuteFunctions,
	action: Action,
	key: string,
	ifExists: BookingSettings['ifExists'] | undefined,
	work: () => Promise<Result<Item[]>>,
): Promise<Result<Item[]>> {
	if (action.effect !== 'booking' || host.getNode().retryOnFail !== true) return await work();
	const known = await finished.get(key);
	if (isJsonObject(known) && Array.isArray(known.items)) return success(known.items.filter(isJsonObject));
	const doubt = doubtIn(known);
	if (doubt && (doubt.reference === undefined || ifExists === 'another')) return unknown(doubt);
	const result = doubt ? stillOpen(await work(), doubt) : await work();
	if (result.ok) {
		await finished.set(key, { items: result.value }, REMEMBER_MS);
	} else if (result.failure.code === 'outcome_unknown' || (result.failure.code === 'partly_done' && ifExists === 'another')) {
		// Where another is wanted, a second try would not go on with the first one's.
		const { message, reference } = doubt ?? result.failure;
		await finished.set(key, { doubt: message, ...(reference === undefined ? {} : { reference }) }, REMEMBER_MS);
	}
	return result;
}
