import type { Route } from '../framework/carrier';
import { Answer } from '../framework/carrier-error';
import { readCallback } from './callback-body';
import type { HubriseCallback } from './backoffice.types';
import { apiRoute, type AuthenticatedCall } from './guard';
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
		handle: (call) => call.connection.callback ?? NO_CALLBACK,
	}),
	apiRoute({
		name: 'callback.set',
		method: 'POST',
		path: PATH,
		effect: 'write',
		takesBody: true,
		handle: (call) => {
			// A connection has one callback: a new one replaces the old one.
			call.connection.callback = readCallback(call.body);
			return call.connection.callback;
		},
	}),
	apiRoute({
		name: 'callback.delete',
		method: 'DELETE',
		path: PATH,
		effect: 'write',
		handle: (call) => {
			const hadCallback = call.connection.callback !== null;
			call.connection.callback = null;
			for (const connectionEvent of call.state.events.pendingOf(call.connection)) connectionEvent.pending = false;
			return new Answer(200, {}, hadCallback ? 'changed' : 'unchanged');
		},
	}),
	apiRoute({
		name: 'events.list',
		method: 'GET',
		path: `${PATH}/events`,
		effect: 'read',
		query: PAGE_QUERY,
		handle: (call) => {
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
		handle: (call) => pendingEventOf(call).event,
	}),
	apiRoute({
		name: 'events.acknowledge',
		method: 'DELETE',
		path: `${PATH}/events/:event_id`,
		effect: 'write',
		handle: (call) => {
			pendingEventOf(call).pending = false;
			return {};
		},
	}),
];
