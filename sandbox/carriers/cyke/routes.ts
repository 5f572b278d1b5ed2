import { withBody, type OwnCall, type SimpleRoute } from '../framework/simple-carrier';
import { malformed, notFound } from './api-error';
import { apiVersionOf } from './authenticate';
import type { CykeAccount, CykeDelivery } from './backoffice.types';
import { deliveryBody } from './body';
import { createDelivery } from './create';
import type { CykeState } from './state';
import { transitionTo } from './transitions';
import { assertChangeable, updateDelivery } from './update';
import { fullDelivery, listItem, type ViewOptions } from './view';

type CykeCall = OwnCall<CykeState, CykeAccount>;

/** Both versions have the same routes. */
const DELIVERIES = '/api/:version{v[12]}/deliveries';
const BY_REFERENCE = ['client_order_reference'];

const viewOptions = (call: CykeCall): ViewOptions => ({
	apiVersion: apiVersionOf(call),
	settings: call.state.settings,
	origin: call.exchange.origin,
});

function findDeliveries({ state, account, query, asOf }: CykeCall): CykeDelivery[] {
	const reference = query.client_order_reference;
	if (reference === '') throw malformed('Parameter client_order_reference is empty');
	return state.deliveries
		.all(asOf)
		.filter((delivery) => delivery.account === account.email)
		.filter(({ clientOrderReference }) => reference === undefined || clientOrderReference === reference);
}

/** Another customer's delivery counts as missing. */
function ownDelivery({ state, account, params, asOf }: CykeCall): CykeDelivery {
	const id = /^\d+$/.test(params.id ?? '') ? Number(params.id) : NaN;
	const delivery = state.deliveries.get(id, asOf);
	if (delivery?.account !== account.email) throw notFound();
	return delivery;
}

const update = (method: 'PUT' | 'PATCH') =>
	withBody<CykeState, CykeAccount, typeof deliveryBody>({
		name: 'deliveries.update',
		method,
		path: `${DELIVERIES}/:id`,
		effect: 'write',
		body: deliveryBody,
		handle(call) {
			const { state, account, body } = call;
			const changed = updateDelivery(state, account, ownDelivery(call), body, apiVersionOf(call));
			return fullDelivery(changed, viewOptions(call));
		},
	});

export const routes: readonly SimpleRoute<CykeState, CykeAccount>[] = [
	{
		name: 'deliveries.list',
		method: 'GET',
		path: DELIVERIES,
		effect: 'read',
		query: BY_REFERENCE,
		handle: (call) => findDeliveries(call).map((delivery) => listItem(delivery, viewOptions(call))),
	},
	withBody<CykeState, CykeAccount, typeof deliveryBody>({
		name: 'deliveries.create',
		method: 'POST',
		path: DELIVERIES,
		effect: 'write',
		body: deliveryBody,
		handle(call) {
			const { state, account, body } = call;
			const delivery = createDelivery(state, account, body, apiVersionOf(call));
			state.webhooks.emit(delivery);
			return fullDelivery(delivery, viewOptions(call));
		},
	}),
	// CY4: `latest` must win over an id.
	{
		name: 'deliveries.latest',
		method: 'GET',
		path: `${DELIVERIES}/latest`,
		effect: 'read',
		query: BY_REFERENCE,
		handle(call) {
			const latest = findDeliveries(call).sort((a, b) => b.createdAt - a.createdAt || b.id - a.id)[0];
			if (latest === undefined) throw notFound();
			return fullDelivery(latest, viewOptions(call));
		},
	},
	{
		name: 'deliveries.read',
		method: 'GET',
		path: `${DELIVERIES}/:id`,
		effect: 'read',
		handle: (call) => fullDelivery(ownDelivery(call), viewOptions(call)),
	},
	update('PUT'),
	update('PATCH'),
	{
		name: 'deliveries.cancel',
		method: 'PATCH',
		path: `${DELIVERIES}/:id/cancel`,
		effect: 'write',
		handle(call) {
			const before = ownDelivery(call);
			assertChangeable(before, 'cancelled');
			return fullDelivery(transitionTo(call.state, before, 'cancelled'), viewOptions(call));
		},
	},
	{
		name: 'packageTypes.list',
		method: 'GET',
		// CY7 came with v2.
		path: '/api/v2/package_types',
		effect: 'read',
		handle: ({ account }) => account.packageTypes,
	},
];
