import type { HubriseLoyaltyCard, HubriseLoyaltyOperation, HubriseOrder } from './backoffice.types';
import { pointsOf } from './customer-view';
import type { NewOrderInput } from './order-body';
import type { HubriseState } from './state';

type OrderOperation = NonNullable<NewOrderInput['loyalty_operations']>[number];
type CardInput = Pick<HubriseLoyaltyCard, 'customer' | 'ref' | 'name'>;

export function addCard(state: HubriseState, input: CardInput): HubriseLoyaltyCard {
	const card = { ...input, id: state.newId(), seq: state.nextSeq(), balance: 0 };
	return state.cards.put(card.id, card);
}

export const cardOf = (state: HubriseState, customer: string, ref: string | null): HubriseLoyaltyCard | undefined =>
	state.cards.all().find((card) => card.customer === customer && card.ref === ref);

/** Points move with every call: what was moved cannot be changed, only moved back. */
export function movePoints(
	state: HubriseState,
	card: HubriseLoyaltyCard,
	{ delta, reason, order }: { delta: string; reason: string | null; order: HubriseOrder | undefined },
): HubriseLoyaltyOperation {
	const balance = card.balance + pointsOf(delta);
	state.cards.put(card.id, { ...card, balance });
	const operation = {
		id: state.newId(),
		seq: state.nextSeq(),
		card: card.id,
		customer: card.customer,
		createdAt: state.context.clock.now(),
		order: order === undefined ? null : { id: order.id, location: order.location },
		delta,
		reason,
		newBalance: balance,
	};
	return state.operations.put(operation.id, operation);
}

/** The operations of an order: a card that is not there yet is made, one that has another name gets the new one. */
export function moveLoyaltyPoints(
	state: HubriseState,
	order: HubriseOrder,
	customer: string,
	operations: readonly OrderOperation[],
): void {
	for (const { ref = null, name, delta, reason = null } of operations) {
		const card = cardOf(state, customer, ref) ?? addCard(state, { customer, ref, name: name ?? null });
		const named = name == null || name === card.name ? card : state.cards.put(card.id, { ...card, name });
		movePoints(state, named, { delta, reason, order });
	}
}
