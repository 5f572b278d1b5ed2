import type { Action } from '../../shared/declare/action';
import type { Sample } from '../../shared/declare/sample';

/** What the carrier says to a look-up that finds nothing, as its list documents it. */
export const emptyList = (action: Action): Sample['answer'] | undefined =>
	action.find?.action.answers?.find(({ answer, comesTo }) => answer.status === 404 && (comesTo === 'items' || comesTo === 'not_found'))?.answer;
