import type { Route } from '../framework/carrier';
import { readDelivery } from './body';
import { createDelivery } from './create';
import type { CykeDelivery } from './backoffice.types';
import { fileRoutes } from './files';
import { apiRoutes, assertNoBody, ownDelivery, readJson, type AuthenticatedCall } from './guard';
import { transitionTo } from './transitions';
import { notFound } from './api-error';
import type { CykeState } from './state';
import { assertChangeable, updateDelivery } from './update';
import { fullDelivery, listItem, type ViewOptions } from './view';

const BY_REFERENCE = ['client_order_reference'];

function viewOptions({ state, exchange, apiVersion: dialect }: AuthenticatedCall): ViewOptions {
	return { apiVersion: dialect, settings: state.settings, origin: exchange.origin };
}

function findDeliveries(call: AuthenticatedCall): CykeDelivery[] {
	const reference = call.exchange.url.searchParams.get('client_order_reference');
	return call.state.deliveries
		.all(call.exchange.asOf)
		.filter(({ account }) => account === call.account.email)
		.filter(({ clientOrderReference }) => reference === null || clientOrderReference === reference);
}

function writeResponse(call: AuthenticatedCall, delivery: CykeDelivery, status: number): Response {
	call.exchange.entry.committed = true;
	return Response.json(fullDelivery(delivery, viewOptions(call)), { status });
}

function update(call: AuthenticatedCall): Response {
	const before = ownDelivery(call);
	const input = readDelivery(readJson(call));
	return writeResponse(call, updateDelivery(call.state, call.account, before, input, call.apiVersion), 200);
}

export const routes: Route<CykeState>[] = [
	...apiRoutes({
		name: 'deliveries.list',
		method: 'GET',
		path: '/deliveries',
		effect: 'read',
		query: BY_REFERENCE,
		handle: (call) => {
			assertNoBody(call);
			return Response.json(findDeliveries(call).map((delivery) => listItem(delivery, viewOptions(call))));
		},
	}),
	...apiRoutes({
		name: 'deliveries.create',
		method: 'POST',
		path: '/deliveries',
		effect: 'write',
		handle: (call) => {
			const delivery = createDelivery(call.state, call.account, readDelivery(readJson(call)), call.apiVersion);
			call.state.webhooks.emit(delivery);
			return writeResponse(call, delivery, 201);
		},
	}),
	// CY4: `latest` must win over an id.
	...apiRoutes({
		name: 'deliveries.latest',
		method: 'GET',
		path: '/deliveries/latest',
		effect: 'read',
		query: BY_REFERENCE,
		handle: (call) => {
			assertNoBody(call);
			const latest = findDeliveries(call).sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
			if (latest === undefined) throw notFound();
			return Response.json(fullDelivery(latest, viewOptions(call)));
		},
	}),
	...apiRoutes({
		name: 'deliveries.read',
		method: 'GET',
		path: '/deliveries/:id',
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(fullDelivery(ownDelivery(call, call.exchange.asOf), viewOptions(call)));
		},
	}),
	...apiRoutes({ name: 'deliveries.update', method: 'PUT', path: '/deliveries/:id', effect: 'write', handle: update }),
	...apiRoutes({
		name: 'deliveries.update',
		method: 'PATCH',
		path: '/deliveries/:id',
		effect: 'write',
		handle: update,
	}),
	...apiRoutes({
		name: 'deliveries.cancel',
		method: 'PATCH',
		path: '/deliveries/:id/cancel',
		effect: 'write',
		handle: (call) => {
			assertNoBody(call);
			const before = ownDelivery(call);
			assertChangeable(before, 'cancelled');
			return writeResponse(call, transitionTo(call.state, before, 'cancelled'), 200);
		},
	}),
	...apiRoutes({
		name: 'packageTypes.list',
		method: 'GET',
		path: '/package_types',
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			// CY7 came with v2.
			if (call.apiVersion === 'v1') throw notFound();
			return Response.json(call.account.packageTypes);
		},
	}),
	...fileRoutes,
];
