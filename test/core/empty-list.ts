import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';
import { lookUpOf } from '../../shared/run/booking-settings';

/** The carrier's response to a look-up that finds nothing, as its list documents it. */
export const emptyList = (action: Action): Sample['response'] | undefined =>
	lookUpOf(action)?.action.responses?.find(
		({ response, expected }) => response.status === 404 && (expected === 'items' || expected === 'not_found'),
	)?.response;
