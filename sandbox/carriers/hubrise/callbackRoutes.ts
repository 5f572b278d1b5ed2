import type { Route } from '../frame/carrier';
import { readCallback } from './callbackBody';
import type { HubriseCallback } from './desk.types';
import { apiRoute, assertNoBody, readJson, type Admitted } from './guard';
import type { Notice } from './notice';
import { PAGE_QUERY, pageOf } from './paging';
import { notFound } from './refusal';
import type { HubriseState } from './state';

const NONE: HubriseCallback = { url: null, events: {} };
const PATH = '/callback';

function noticeOf({ state, connection, params }: Admitted): Notice {
	const notice = state.events.pendingOf(connection).find(({ event }) => event.id === params.event_id);
	if (notice === undefined) throw notFound();
	return notice;
}

export const callbackRoutes: Route<HubriseState>[] = [
	apiRoute({
		name: 'callback.read',
		method: 'GET',
		path: PATH,
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(call.connection.callback ?? NONE);
		},
	}),
	apiRoute({
		name: 'callback.set',
		method: 'POST',
		path: PATH,
		effect: 'write',
		handle: (call) => {
			// One a connection: whatever was there is gone.
			call.connection.callback = readCallback(readJson(call));
			call.visit.entry.committed = true;
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
			call.visit.entry.committed = call.connection.callback !== null;
			call.connection.callback = null;
			for (const notice of call.state.events.pendingOf(call.connection)) notice.pending = false;
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
			const { page, headers } = pageOf(call.visit, call.state.events.pendingOf(call.connection));
			const bare = page.map(({ event: { previous_state, new_state, ...rest } }) => rest);
			return Response.json(bare, { headers });
		},
	}),
	apiRoute({
		name: 'events.read',
		method: 'GET',
		path: `${PATH}/events/:event_id`,
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(noticeOf(call).event);
		},
	}),
	apiRoute({
		name: 'events.acknowledge',
		method: 'DELETE',
		path: `${PATH}/events/:event_id`,
		effect: 'write',
		handle: (call) => {
			assertNoBody(call);
			noticeOf(call).pending = false;
			call.visit.entry.committed = true;
			return Response.json({});
		},
	}),
];
