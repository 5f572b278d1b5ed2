import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import {
	failed,
	failureTable,
	success,
	type Failure,
	type FailureCode,
	type Result,
} from '../../shared/declare/failure';
import { isJsonObject, type Json } from '../../shared/json';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { definiteRefusals, finishedBookings } from './process-state';

/** Longer than all tries of Retry On Fail, with the pauses between them. */
const REMEMBER_MS = 3_600_000;

type UnknownOutcome = Pick<Failure, 'message' | 'reference'>;

/** The unknown outcome of an earlier try. */
function unknownOutcomeIn(remembered: Json | undefined): UnknownOutcome | undefined {
	if (!isJsonObject(remembered) || typeof remembered.unknownOutcome !== 'string') return undefined;
	return {
		message: remembered.unknownOutcome,
		reference: typeof remembered.reference === 'string' ? remembered.reference : undefined,
	};
}

const outcomeUnknown = ({ message, reference }: UnknownOutcome) => failed('outcome_unknown', message, { reference });

/** These failures already describe what was booked, or that it is unknown. */
const CONCLUSIVE_CODES: ReadonlySet<FailureCode> = new Set(['outcome_unknown', 'partly_done', 'already_exists']);

/**
 * n8n shows only the last try. If an earlier one has an unknown outcome, the message must not be "nothing was booked".
 */
function withEarlierOutcome(result: Result<Item[]>, { reference }: UnknownOutcome): Result<Item[]> {
	if (result.ok || CONCLUSIVE_CODES.has(result.failure.code)) return result;
	return outcomeUnknown({
		message: `${result.failure.message}. An earlier try of this step may have booked "${String(reference)}"`,
		reference,
	});
}

/** A definite refusal is not tried again, because the carrier would refuse it each time. Reads never come here. */
async function tryOnce(key: string, work: () => Promise<Result<Item[]>>): Promise<Result<Item[]>> {
	const refusal = await definiteRefusals.get(key);
	if (refusal) return { ok: false, failure: refusal };
	const result = await work();
	if (!result.ok && failureTable[result.failure.code].retry === 'never')
		await definiteRefusals.set(key, result.failure, REMEMBER_MS);
	return result;
}

/**
 * Retry On Fail runs a step again with all its items. Booked items are returned again without a request. An item that
 * may be booked, and that no reference could find, is not sent again.
 */
export async function rememberOutcome(
	host: IExecuteFunctions,
	action: Action,
	{ key, isTool }: { key: string; isTool: boolean },
	ifExists: BookingSettings['ifExists'] | undefined,
	perform: () => Promise<Result<Item[]>>,
): Promise<Result<Item[]>> {
	if (action.effect === 'read' || host.getNode().retryOnFail !== true) return await perform();
	// A tool's next try looks like its next call, and what was refused or booked may have changed by then.
	const work = async () => (isTool ? await perform() : await tryOnce(key, perform));
	if (action.effect !== 'booking') return await work();
	const remembered = await finishedBookings.get(key);
	if (isJsonObject(remembered) && Array.isArray(remembered.items))
		return success(remembered.items.filter(isJsonObject));
	const unknownOutcome = unknownOutcomeIn(remembered);
	if (unknownOutcome && (unknownOutcome.reference === undefined || ifExists === 'another'))
		return outcomeUnknown(unknownOutcome);
	const result = unknownOutcome ? withEarlierOutcome(await work(), unknownOutcome) : await work();
	if (result.ok) {
		if (!isTool) await finishedBookings.set(key, { items: result.value }, REMEMBER_MS);
	} else if (
		result.failure.code === 'outcome_unknown' ||
		(result.failure.code === 'partly_done' && ifExists === 'another')
	) {
		// Where another is wanted, a second try would not go on with the first one's.
		const { message, reference } = unknownOutcome ?? result.failure;
		await finishedBookings.set(
			key,
			{ unknownOutcome: message, ...(reference === undefined ? {} : { reference }) },
			REMEMBER_MS,
		);
	}
	return result;
}
