import { z } from 'zod/v4';
import type { Route } from '../../framework/carrier';
import { jsonResponse } from '../requests/responses';
import { check } from '../requests/check';
import { apiRoutes } from '../requests/guard';
import { badRequest, notFound } from '../requests/api-error';
import { atLeastOne, moment, text } from '../requests/field-schemas';
import type { CubynState } from '../state';
import { lineView } from './inbound-view';

const change = z.strictObject({ date: moment.optional(), reference: text.optional() }).refine(atLeastOne, 'atLeastOne');

/** A path of v1 in the chapter on v3. */
export const lineLotRoutes: Route<CubynState>[] = apiRoutes({
	name: 'inboundLines.lot',
	method: 'PATCH',
	paths: ['/v1/storage-inbound/lines/:id/lot'],
	effect: 'write',
	bodyType: 'json',
	handle: ({ state, account, params, body }) => {
		const order = state.orders
			.all()
			.find(
				({ ownerId, lines, deletedAt }) =>
					ownerId === account.id && deletedAt === null && lines.some(({ id }) => id === params.id),
			);
		const line = order?.lines.find(({ id }) => id === params.id);
		if (order === undefined || line === undefined) throw notFound('Inbound order line');
		const lotChange = check(change, body);
		const errorMessage = 'Not allowed to modify inbound line lot information related to the';
		if (order.isReturn) throw badRequest(`${errorMessage} return`);
		if (order.status === 'RECEIVING' || order.status === 'COMPLETED') {
			throw badRequest(`${errorMessage} inbound order with the status ${order.status}`);
		}
		const now = state.context.clock.now();
		const { date = line.lot.date, reference = line.lot.reference } = lotChange;
		const changed = { ...line, lot: { date, reference }, updatedAt: now };
		const lines = order.lines.map((other) => (other.id === line.id ? changed : other));
		state.orders.put(order.id, { ...order, lines, updatedAt: now });
		return jsonResponse(lineView(order, changed));
	},
});
