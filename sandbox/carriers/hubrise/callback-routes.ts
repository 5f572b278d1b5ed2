import type { Route } from '../framework/carrier';
import { readCallback } from './callback-body';
import type { HubriseCallback } from './backoffice.types';
import { apiRoute, assertNoBody, readJson, type AuthenticatedCall } from './guard';
import type { ConnectionEvent } from './callback-sender';
import { PAGE_QUERY, pageOf } from './paging';
import { notFound } from './api-error';
import type { HubriseState } from './state';

const NO_CALLBACK: HubriseCallback = { url: null, events: {} };
const PATH = '/callback';

function pendingEventOf({ state, connection, params }: AuthenticatedCall): ConnectionEvent {
	const connectionEvent = state.events.pendingOf(connection).find(({ event }) => event.id === params.event_id);
	if (connectionEvent === undefined) throw notFound();
	return connectionEvent;
}

export const callbackRoutes: Route<HubriseState>[] = [
	apiRoute({
		name: 'callback.read',
		method: 'GET',
		path: PATH,
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(call.connection.callback ?? NO_CALLBACK);
		},
	}),
	apiRoute({
		name: 'callback.set',
		method: 'POST',
		path: PATH,
		effect: 'write',
		handle: (call) => {
			// A connection has one callback: a new one replaces the old one.
			call.connection.callback = readCallback(readJson(call));
			call.exchange.entry.committed = true;
			return Response.json(call.connection.callback);
		},
	}),
	apiRoute({
		name: 'callback.delete',
		method: 'DELETE',
		path: PATH,
		effect: 'write',
		handle: (call) => {
			assertNoBody(call);
			call.exchange.entry.committed = call.connection.callback !== null;
			call.connection.callback = null;
			for (const connectionEvent of call.state.events.pendingOf(call.connection)) connectionEvent.pending = false;
			return Response.json({});
		},
	}),
	apiRoute({
		name: 'events.list',
		method: 'GET',
		path: `${PATH}/events`,
		effect: 'read',
		query: PAGE_QUERY,
		handle: (call) => {
			assertNoBody(call);
			const { page, headers } = pageOf(call.exchange, call.state.events.pendingOf(call.connection));
			const withoutStates = page.map(({ event: { previous_state, new_state, ...rest } }) => rest);
			return Response.json(withoutStates, { headers });
		},
	}),
	apiRoute({
		name: 'events.read',
		method: 'GET',
		path: `${PATH}/events/:event_id`,
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(pendingEventOf(call).event);
		},
	}),
	apiRoute({
		name: 'events.acknowledge',
		method: 'DELETE',
		path: `${PATH}/events/:event_id`,
		effect: 'write',
		handle: (call) => {
			assertNoBody(call);
			pendingEventOf(call).pending = false;
			call.exchange.entry.committed = true;
			return Response.json({});
		},
	}),
];
