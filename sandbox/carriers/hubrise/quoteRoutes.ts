import type { HubriseQuote } from './desk.types';
import { assertNoBody, readJson } from './guard';
import { orderRoutes, seenAt, type AtOrder } from './here';
import { acceptQuote, addQuote } from './quotes';
import { notFound } from './refusal';
import { written } from './written';

const PATH = '/delivery_quotes';

function quoteOf({ state, order, params }: AtOrder, asOf?: number): HubriseQuote {
	const quote = state.quotes.get(params.id ?? '', asOf);
	if (quote?.order_id !== order.id) throw notFound();
	return quote;
}

export const quoteRoutes = [
	...orderRoutes({
		name: 'quotes.create',
		method: 'POST',
		path: PATH,
		effect: 'write',
		right: 'orders.write',
		handle: (call) => written(call, addQuote(call.state, call.order, readJson(call))),
	}),
	...orderRoutes({
		name: 'quotes.list',
		method: 'GET',
		path: PATH,
		effect: 'read',
		right: 'orders.read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(call.state.quotes.all(seenAt(call)).filter((quote) => quote.order_id === call.order.id));
		},
	}),
	...orderRoutes({
		name: 'quotes.read',
		method: 'GET',
		path: `${PATH}/:id`,
		effect: 'read',
		right: 'orders.read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(quoteOf(call, seenAt(call)));
		},
	}),
	...orderRoutes({
		name: 'quotes.accept',
		method: 'POST',
		path: `${PATH}/:id/accept`,
		effect: 'write',
		right: 'orders.write',
		handle: (call) => {
			assertNoBody(call);
			return written(call, acceptQuote(call.state, call.connection.client, call.order, quoteOf(call)));
		},
	}),
];
