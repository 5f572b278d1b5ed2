import type { Route } from '../frame/carrier';
import { lookUpMoment } from '../frame/lag';
import { readDelivery } from './body';
import { createDelivery } from './create';
import type { CykeDelivery } from './desk.types';
import { fileRoutes } from './files';
import { apiRoutes, assertNoBody, ownDelivery, readJson, type Admitted } from './guard';
import { moveTo } from './progress';
import { notFound } from './refusal';
import type { CykeState } from './state';
import { assertChangeable, updateDelivery } from './update';
import { fullDelivery, listItem, type Lens } from './view';

const BY_REFERENCE = ['client_order_reference'];

function lens({ state, visit, dialect }: Admitted): Lens {
	return { dialect, settings: state.settings, origin: visit.origin };
}

function now({ state, visit }: Admitted): number {
	return lookUpMoment(visit, state.settings.lookUpLag, state.lag);
}

function found(call: Admitted): CykeDelivery[] {
	const reference = call.visit.url.searchParams.get('client_order_reference');
	return call.state.deliveries
		.all(now(call))
		.filter(({ account }) => account === call.account.email)
		.filter(({ clientOrderReference }) => reference === null || clientOrderReference === reference);
}

function changed(call: Admitted, delivery: CykeDelivery, status: number): Response {
	call.visit.entry.committed = true;
	return Response.json(fullDelivery(delivery, lens(call)), { status });
}

function update(call: Admitted): Response {
	const before = ownDelivery(call);
	const input = readDelivery(readJson(call));
	return changed(call, updateDelivery(call.state, call.account, before, input, call.dialect), 200);
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
			return Response.json(found(call).map((delivery) => listItem(delivery, lens(call))));
		},
	}),
	...apiRoutes({
		name: 'deliveries.create',
		method: 'POST',
		path: '/deliveries',
		effect: 'write',
		handle: (call) => {
			const delivery = createDelivery(call.state, call.account, readDelivery(readJson(call)), call.dialect);
			call.state.webhooks.emit(call.state, delivery);
			return changed(call, delivery, 201);
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
			const latest = found(call).sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
			if (latest === undefined) throw notFound();
			return Response.json(fullDelivery(latest, lens(call)));
		},
	}),
	...apiRoutes({
		name: 'deliveries.read',
		method: 'GET',
		path: '/deliveries/:id',
		effect: 'read',
		handle: (call) => {
			assertNoBody(call);
			return Response.json(fullDelivery(ownDelivery(call, now(call)), lens(call)));
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
			return changed(call, moveTo(call.state, before, 'cancelled'), 200);
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
			if (call.dialect === 'v1') throw notFound();
			return Response.json(call.account.packageTypes);
		},
	}),
	...fileRoutes,
];
