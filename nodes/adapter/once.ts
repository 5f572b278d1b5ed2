import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action, Item } from '../../shared/declare/action';
import { failed, success, type Result } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/declare/json';
import { finished } from './process';

/** Longer than n8n's five tries with their pauses can take. */
const REMEMBER_MS = 3_600_000;

/**
 * Retry On Fail runs a step again with all of its items. What was booked is handed over once more without a request;
 * what may have been booked, and has no reference to find it by, is not sent again.
 */
export async function once(host: IExecuteFunctions, action: Action, key: string, work: () => Promise<Result<Item[]>>): Promise<Result<Item[]>> {
	if (action.effect !== 'booking' || host.getNode().retryOnFail !== true) return await work();
	const known = await finished.get(key);
	if (isJsonObject(known) && Array.isArray(known.items)) return success(known.items.filter(isJsonObject));
	if (isJsonObject(known) && typeof known.doubt === 'string') return failed('outcome_unknown', known.doubt);
	const result = await work();
	if (result.ok) {
		await finished.set(key, { items: result.value }, REMEMBER_MS);
	} else if (result.failure.code === 'outcome_unknown' && result.failure.reference === undefined) {
		await finished.set(key, { doubt: result.failure.message }, REMEMBER_MS);
	}
	return result;
}
