import { z } from 'zod/v4';

import type { Item, Reading } from './facts';
import { itemReading } from './reading';
import type { WireResponse } from './wire';

/** A response that cannot be read: it may come from a gateway, and proves neither success nor refusal. */
export const provesNothing: Reading<unknown, never> = itemReading(z.never(), (body) => body);

/** Accepts a refusal only in the carrier's own format: a gateway's page with the same status proves nothing. */
export const inOwnForm =
	<Out extends Item>(
		isOwnForm: (response: WireResponse) => boolean,
		reading: Reading<unknown, Out>,
	): Reading<unknown, Out> =>
	(response, input, facts) =>
		isOwnForm(response) ? reading(response, input, facts) : provesNothing(response, input, facts);
