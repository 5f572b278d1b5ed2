import { z } from 'zod/v4';
import type { Route } from '../../framework/carrier';
import { jsonResponse } from '../requests/responses';
import { check } from '../requests/check';
import { apiRoutes, type AuthenticatedCall } from '../requests/guard';
import { firstValue } from '../requests/query';
import { badRequest, invalid, notFound } from '../requests/api-error';
import { moment, text } from '../requests/field-schemas';
import { signedLink } from '../files/vault';
import { makePdf } from '../files/pdf';
import type { CubynState } from '../state';
import { deliveryCreatedView, deliveryView } from './inbound-view';
import { ownOrder } from './own-order';
import { assertDraft } from './transitions';

const OTHER = 'Other carrier';

const batch = z.strictObject({
	orderId: text,
	deliveries: z
		.array(
			z.strictObject({
				carrierName: z.enum([OTHER, 'UPS', 'DHL']),
				carrierTrackingId: text.optional(),
				declaredPackingUnits: z.int().min(1),
				estimatedReceptionDate: moment.nullish(),
			}),
		)
		.min(1),
});

export const deliveryRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'deliveries.create',
		method: 'POST',
		paths: ['/v2/storage-inbound/orders/batch-deliveries'],
		effect: 'write',
		bodyType: 'json',
		handle: declareDeliveries,
	}),
	...apiRoutes({
		name: 'deliveries.list',
		method: 'GET',
		paths: ['/v2/storage-inbound/deliveries'],
		effect: 'read',
		query: { filters: { orderId: 'text' } },
		handle: (call) => {
			const orderId = firstValue(call.query, 'orderId');
			if (orderId === undefined) throw badRequest('Missing parameter: filters[orderId]');
			const order = ownOrder(call, orderId, call.asOf);
			const found = call.state.deliveries.all(call.asOf).filter((delivery) => delivery.orderId === order.id);
			return jsonResponse(found.map(deliveryView));
		},
	}),
	...apiRoutes({
		name: 'deliveries.document',
		method: 'POST',
		paths: ['/v2/storage-inbound/deliveries/:id/document'],
		effect: 'write',
		handle: createDocument,
	}),
];

function declareDeliveries({ state, account, body }: AuthenticatedCall): Response {
	const { orderId, deliveries } = check(batch, body);
	const order = ownOrder({ state, account }, orderId);
	assertDraft(order);
	for (const [index, { carrierName, carrierTrackingId, declaredPackingUnits }] of deliveries.entries()) {
		if (carrierName === OTHER) continue;
		const field = `deliveries.${index}`;
		if (carrierTrackingId === undefined) throw badRequest(`Missing parameter: ${field}.carrierTrackingId`);
		// One parcel of such a carrier has one tracking number.
		if (declaredPackingUnits !== 1) throw invalid({ field: `${field}.declaredPackingUnits`, rule: 'max' });
	}
	const now = state.context.clock.now();
	const created = deliveries.map(({ carrierName, carrierTrackingId, declaredPackingUnits, estimatedReceptionDate }) => {
		const id = state.newUuid();
		return state.deliveries.put(id, {
			id,
			orderId,
			ownerId: account.id,
			warehouseId: order.warehouseId,
			carrierName,
			carrierTrackingId: carrierTrackingId ?? state.newUuid(),
			status: 'CREATED',
			declaredPackingUnits,
			estimatedReceptionDate: estimatedReceptionDate ?? null,
			fileKey: null,
			createdAt: now,
			updatedAt: now,
			receivedAt: null,
		});
	});
	return jsonResponse(created.map(deliveryCreatedView));
}

/** Created on the first request. A repeated request creates no second one. */
function createDocument({ state, account, params, exchange }: AuthenticatedCall): Response {
	const delivery = state.deliveries.get(params.id ?? '');
	if (delivery?.ownerId !== account.id) throw notFound('Delivery');
	const fileKey = delivery.fileKey ?? `/deliveries/${delivery.id}/${state.newKey()}.pdf`;
	const path = `/cubyn.staging.vault${fileKey}`;
	const order = ownOrder({ state, account }, delivery.orderId);
	const bytes = makePdf([
		`WIO ${order.pid}`,
		delivery.carrierTrackingId,
		`${delivery.declaredPackingUnits} packing units`,
	]);
	state.files.set(path, { path, bytes, contentType: 'application/pdf' });
	state.deliveries.put(delivery.id, { ...delivery, fileKey });
	return jsonResponse({ url: signedLink(state, exchange, path) });
}
