import { z } from 'zod/v4';
import { check } from './check';
import { assertDeliveryOrder } from './delivery';
import type { HubriseOrder, HubriseQuote } from './backoffice.types';
import { locationOf } from './by-id';
import { emitOrderEvent } from './emit-events';
import type { HubriseState } from './state';
import { inZone, writeTime } from './time';
import { nonBlank, money, time } from './values';

const newQuote = z.strictObject({
	carrier: nonBlank,
	fee: money,
	carrier_ref: z.string().optional(),
	ref: z.string().optional(),
	estimated_pickup_at: time.optional(),
	estimated_dropoff_at: time.optional(),
	// HR4: the documented example sends one, though a quote has none.
	status: z.string().optional(),
});

/** HR4: as many as there are carriers. */
export function addQuote(state: HubriseState, order: HubriseOrder, body: unknown): HubriseQuote {
	const input = check(newQuote, body);
	assertDeliveryOrder(order);
	const { timeZone } = locationOf(state, order.location);
	const inLocationZone = (text: string | undefined) => (text === undefined ? null : inZone(text, timeZone));
	const id = state.newId();
	return state.quotes.put(id, {
		id,
		order_id: order.id,
		location_id: order.location,
		carrier: input.carrier,
		carrier_ref: input.carrier_ref ?? null,
		ref: input.ref ?? null,
		fee: input.fee,
		estimated_pickup_at: inLocationZone(input.estimated_pickup_at),
		estimated_dropoff_at: inLocationZone(input.estimated_dropoff_at),
		accepted_at: null,
	});
}

/** HR5: for good, and next to others that were accepted. No event is known for quotes: the order's is raised. */
export function acceptQuote(
	state: HubriseState,
	clientId: string,
	order: HubriseOrder,
	quote: HubriseQuote,
): HubriseQuote {
	if (quote.accepted_at !== null) return quote;
	const acceptedAt = writeTime(state.context.clock.now(), locationOf(state, order.location).timeZone);
	const accepted = state.quotes.put(quote.id, { ...quote, accepted_at: acceptedAt });
	emitOrderEvent(state, clientId, order, order);
	return accepted;
}
