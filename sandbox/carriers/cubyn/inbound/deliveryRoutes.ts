import { z } from 'zod/v4';
import type { Route } from '../../frame/carrier';
import { answer } from '../requests/answer';
import { check } from '../requests/check';
import { apiRoutes, type Admitted } from '../requests/guard';
import { one } from '../requests/query';
import { badRequest, invalid, notFound } from '../requests/refusal';
import { moment, text } from '../requests/shapes';
import { signedLink } from '../files/vault';
import { makePdf } from '../files/pdf';
import type { CubynState } from '../state';
import { deliveryCreatedView, deliveryView } from './inboundView';
import { ownOrder } from './ownOrder';
import { assertDraft } from './progress';

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
		takes: 'json',
		handle: declare,
	}),
	...apiRoutes({
		name: 'deliveries.list',
		method: 'GET',
		paths: ['/v2/storage-inbound/deliveries'],
		effect: 'read',
		query: { filters: { orderId: 'text' } },
		handle: (call) => {
			const orderId = one(call.query, 'orderId');
			if (orderId === undefined) throw badRequest('Missing parameter: filters[orderId]');
			const order = ownOrder(call, orderId, call.asOf);
			const found = call.state.deliveries.all(call.asOf).filter((delivery) => delivery.orderId === order.id);
			return answer(found.map(deliveryView));
		},
	}),
	...apiRoutes({
		name: 'deliveries.document',
		method: 'POST',
		paths: ['/v2/storage-inbound/deliveries/:id/document'],
		effect: 'write',
		handle: document,
	}),
];

function declare({ state, account, body }: Admitted): Response {
	const { orderId, deliveries } = check(batch, body);
	const order = ownOrder({ state, account }, orderId);
	assertDraft(order);
	for (const [place, { carrierName, carrierTrackingId, declaredPackingUnits }] of deliveries.entries()) {
		if (carrierName === OTHER) continue;
		const at = `deliveries.${place}`;
		if (carrierTrackingId === undefined) throw badRequest(`Missing parameter: ${at}.carrierTrackingId`);
		// One parcel of such a carrier has one tracking number.
		if (declaredPackingUnits !== 1) throw invalid({ field: `${at}.declaredPackingUnits`, rule: 'max' });
	}
	const now = state.house.clock.now();
	const made = deliveries.map(({ carrierName, carrierTrackingId, declaredPackingUnits, estimatedReceptionDate }) => {
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
	return answer(made.map(deliveryCreatedView));
}

/** Made when it is asked for; asking again makes no second one. */
function document({ state, account, params, visit }: Admitted): Response {
	const delivery = state.deliveries.get(params.id ?? '');
	if (delivery?.ownerId !== account.id) throw notFound('Delivery');
	const fileKey = delivery.fileKey ?? `/deliveries/${delivery.id}/${state.newKey()}.pdf`;
	const path = `/cubyn.staging.vault${fileKey}`;
	const order = ownOrder({ state, account }, delivery.orderId);
	const bytes = makePdf([`WIO ${order.pid}`, delivery.carrierTrackingId, `${delivery.declaredPackingUnits} packing units`]);
	state.files.set(path, { path, bytes, contentType: 'application/pdf' });
	state.deliveries.put(delivery.id, { ...delivery, fileKey });
	return answer({ url: signedLink(state, visit, path) });
}
