import type { HubriseLoyaltyCard } from './backoffice.types';
import { check } from './check';
import { cardChange, newCard, newOperation } from './customer-body';
import { listRoute, type ListCall } from './customer-lists';
import { cardView, operationView } from './customer-view';
import { writeResponse } from './guard';
import { notFound, validationFailed } from './api-error';
import { addCard, cardOf, movePoints } from './loyalty';
import { PAGE_QUERY, pageOf } from './paging';

const CARDS = '/loyalty_cards';
const CARD = `${CARDS}/:loyalty_card_id`;
const OPERATIONS = `${CARD}/operations`;

const isOfList = ({ state, list }: ListCall, customer: string): boolean =>
	state.customers.get(customer)?.list === list.id;

function requireCard(call: ListCall): HubriseLoyaltyCard {
	const card = call.state.cards.get(call.params.loyalty_card_id ?? '');
	if (card === undefined || !isOfList(call, card.customer)) throw notFound();
	return card;
}

function assertUniqueRef({ state }: ListCall, customer: string, ref: string | null, own?: string): void {
	const other = cardOf(state, customer, ref);
	if (other !== undefined && other.id !== own) {
		throw validationFailed([{ field: 'ref', message: 'has already been taken' }]);
	}
}

const operationsOf = (call: ListCall, card: string) =>
	call.state.operations
		.all(call.exchange.asOf)
		.filter((operation) => operation.card === card)
		.reverse();

export const loyaltyRoutes = [
	listRoute({
		name: 'loyaltyCards.list',
		method: 'GET',
		path: CARDS,
		effect: 'read',
		query: [...PAGE_QUERY, 'customer_id', 'name', 'ref'],
		handle: (call) => {
			const query = call.exchange.url.searchParams;
			const isWanted = (name: string, value: string | null) => !query.has(name) || query.get(name) === value;
			const found = call.state.cards
				.all()
				.filter(
					({ customer, name, ref }) =>
						isOfList(call, customer) &&
						isWanted('customer_id', customer) &&
						isWanted('name', name) &&
						isWanted('ref', ref),
				);
			const { page, headers } = pageOf(call.exchange, found);
			return Response.json(page.map(cardView), { headers });
		},
	}),
	listRoute({
		name: 'loyaltyCards.read',
		method: 'GET',
		path: CARD,
		effect: 'read',
		handle: (call) => cardView(requireCard(call)),
	}),
	listRoute({
		name: 'loyaltyCards.create',
		method: 'POST',
		path: CARDS,
		effect: 'write',
		takesBody: true,
		handle: (call) => {
			const { customer_id: customer, name = null, ref = null } = check(newCard, call.body);
			if (!isOfList(call, customer)) throw validationFailed([{ field: 'customer_id', message: 'does not exist' }]);
			assertUniqueRef(call, customer, ref);
			return writeResponse(call, cardView(addCard(call.state, { customer, name, ref })));
		},
	}),
	listRoute({
		name: 'loyaltyCards.update',
		method: 'PATCH',
		path: CARD,
		effect: 'write',
		takesBody: true,
		handle: (call) => {
			const card = requireCard(call);
			const { name = card.name, ref = card.ref } = check(cardChange, call.body);
			assertUniqueRef(call, card.customer, ref, card.id);
			return writeResponse(call, cardView(call.state.cards.put(card.id, { ...card, name, ref })));
		},
	}),
	listRoute({
		name: 'operations.list',
		method: 'GET',
		path: OPERATIONS,
		effect: 'read',
		query: PAGE_QUERY,
		handle: (call) => {
			const all = operationsOf(call, requireCard(call).id).map((operation, seq) => ({ operation, seq }));
			const { page, headers } = pageOf(call.exchange, all);
			const view = ({ operation }: (typeof all)[number]) => operationView(call.state, call.list.id, operation);
			return Response.json(page.map(view), { headers });
		},
	}),
	listRoute({
		name: 'operations.read',
		method: 'GET',
		path: `${OPERATIONS}/:operation_id`,
		effect: 'read',
		handle: (call) => {
			const found = operationsOf(call, requireCard(call).id).find(({ id }) => id === call.params.operation_id);
			if (found === undefined) throw notFound();
			return operationView(call.state, call.list.id, found);
		},
	}),
	listRoute({
		name: 'operations.create',
		method: 'POST',
		path: OPERATIONS,
		effect: 'write',
		takesBody: true,
		handle: (call) => {
			const card = requireCard(call);
			const { order_id, delta, reason = null } = check(newOperation, call.body);
			const order = order_id == null ? undefined : call.state.orders.get(order_id);
			const isMissing = order_id != null && order === undefined;
			if (isMissing) throw validationFailed([{ field: 'order_id', message: 'does not exist' }]);
			return writeResponse(
				call,
				operationView(call.state, call.list.id, movePoints(call.state, card, { delta, reason, order })),
			);
		},
	}),
];
