import { z } from 'zod/v4';
import type { Route } from '../../frame/carrier';
import { answer } from '../requests/answer';
import { check } from '../requests/check';
import { apiRoutes } from '../requests/guard';
import { badRequest, notFound } from '../requests/refusal';
import { atLeastOne, moment, text } from '../requests/shapes';
import type { CubynState } from '../state';
import { lineView } from './inboundView';

const change = z.strictObject({ date: moment.optional(), reference: text.optional() }).refine(atLeastOne, 'atLeastOne');

/** A path of v1 in the chapter on v3. */
export const lineLotRoutes: Route<CubynState>[] = apiRoutes({
	name: 'inboundLines.lot',
	method: 'PATCH',
	paths: ['/v1/storage-inbound/lines/:id/lot'],
	effect: 'write',
	takes: 'json',
	handle: ({ state, account, params, body }) => {
		const order = state.orders
			.all()
			.find(({ ownerId, lines, deletedAt }) => ownerId === account.id && deletedAt === null && lines.some(({ id }) => id === params.id));
		const line = order?.lines.find(({ id }) => id === params.id);
		if (order === undefined || line === undefined) throw notFound('Inbound order line');
		const sent = check(change, body);
		const refused = 'Not allowed to modify inbound line lot information related to the';
		if (order.isReturn) throw badRequest(`${refused} return`);
		if (order.status === 'RECEIVING' || order.status === 'COMPLETED') {
			throw badRequest(`${refused} inbound order with the status ${order.status}`);
		}
		const now = state.house.clock.now();
		const { date = line.lot.date, reference = line.lot.reference } = sent;
		const changed = { ...line, lot: { date, reference }, updatedAt: now };
		const lines = order.lines.map((other) => (other.id === line.id ? changed : other));
		state.orders.put(order.id, { ...order, lines, updatedAt: now });
		return answer(lineView(order, changed));
	},
});
