import type { HubriseQuote } from './backoffice.types';
import { writeResponse } from './guard';
import { orderRoutes, type OrderCall } from './scoped-routes';
import { acceptQuote, addQuote } from './quotes';
import { notFound } from './api-error';

const PATH = '/delivery_quotes';

function quoteOf({ state, order, params }: OrderCall, asOf?: number): HubriseQuote {
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
		takesBody: true,
		handle: (call) => writeResponse(call, addQuote(call.state, call.order, call.body)),
	}),
	...orderRoutes({
		name: 'quotes.list',
		method: 'GET',
		path: PATH,
		effect: 'read',
		right: 'orders.read',
		handle: (call) => call.state.quotes.all(call.exchange.asOf).filter((quote) => quote.order_id === call.order.id),
	}),
	...orderRoutes({
		name: 'quotes.read',
		method: 'GET',
		path: `${PATH}/:id`,
		effect: 'read',
		right: 'orders.read',
		handle: (call) => quoteOf(call, call.exchange.asOf),
	}),
	...orderRoutes({
		name: 'quotes.accept',
		method: 'POST',
		path: `${PATH}/:id/accept`,
		effect: 'write',
		right: 'orders.write',
		handle: (call) => writeResponse(call, acceptQuote(call.state, call.connection.client, call.order, quoteOf(call))),
	}),
];
