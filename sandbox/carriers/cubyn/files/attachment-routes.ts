import type { Route } from '../../framework/carrier';
import type { Moment } from '../../framework/clock.types';
import { jsonResponse, listResponse, emptyResponse } from '../requests/responses';
import { apiRoutes, type AuthenticatedCall } from '../requests/guard';
import { matchesFilter } from '../requests/query';
import { badRequest, forbidden, invalid, notFound } from '../requests/api-error';
import type { CubynState } from '../state';
import { ownParcel } from '../parcels/own-parcel';
import { completeAttachment, newAttachment } from './attachments';
import { attachmentView, uploadedView } from './attachment-view';
import type { CubynAttachment } from './file.types';
import { readForm } from './multipart-form';
import { isPdf } from './pdf';

const FILE = 'attachment.file';

export const attachmentRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'attachments.list',
		method: 'GET',
		// The older document has one slash too many.
		paths: ['/v2/attachments', '/v2//attachments'],
		effect: 'read',
		query: {
			filters: { parcelId: 'number', type: 'text' },
			includes: [FILE],
			page: { defaultLimit: 500, maxLimit: 500 },
		},
		handle: ({ state, account, query, asOf, exchange }) => {
			const found = state.attachments
				.all(asOf)
				.filter(({ ownerId, deleted }) => ownerId === account.id && !deleted)
				.filter(
					({ parcelId, type }) => matchesFilter(query, 'parcelId', parcelId) && matchesFilter(query, 'type', type),
				);
			const withFile = query.includes.includes(FILE);
			return listResponse(found, query, (attachment) => attachmentView(state, exchange, attachment, withFile));
		},
	}),
	...apiRoutes({
		name: 'attachments.create',
		method: 'POST',
		paths: ['/v2/attachments', '/v2//attachments'],
		effect: 'write',
		bodyType: 'multipart',
		handle: upload,
	}),
	...apiRoutes({
		name: 'attachments.read',
		method: 'GET',
		paths: ['/v2/attachments/:id'],
		effect: 'read',
		query: { includes: [FILE] },
		handle: (call) => {
			const withFile = call.query.includes.includes(FILE);
			return jsonResponse(attachmentView(call.state, call.exchange, ownAttachment(call, call.asOf), withFile));
		},
	}),
	...apiRoutes({
		name: 'attachments.delete',
		method: 'DELETE',
		paths: ['/v2/attachments/:id'],
		effect: 'write',
		handle: (call) => {
			const attachment = ownAttachment(call);
			if (attachment.status === 'PRINTED') throw forbidden('Attachment is printed already');
			call.state.attachments.put(attachment.id, { ...attachment, deleted: true });
			return emptyResponse();
		},
	}),
];

async function upload(call: AuthenticatedCall): Promise<Response> {
	const { state, account, exchange } = call;
	const { fields, file } = await readForm(call, ['name', 'parcelId'], state.settings.attachmentMaxBytes);
	const name = fields.get('name');
	const id = fields.get('parcelId');
	if (!name || !id) throw badRequest(`Missing parameter: ${name ? 'parcelId' : 'name'}`);
	if (!isPdf(file.bytes)) throw invalid({ field: 'file', rule: 'isPdf' });
	const parcel = ownParcel({ state, account, params: { id } });
	if (parcel.status !== 'CREATED' && parcel.status !== 'PREPARED') {
		throw forbidden(`Parcel is ${parcel.status}: nothing can be added to it any more`);
	}
	const started = newAttachment(state, { ownerId: account.id, parcelId: parcel.id, type: 'OTHER', name });
	const done = completeAttachment(state, started.id, file.bytes) ?? started;
	return jsonResponse(uploadedView(state, exchange, done));
}

function ownAttachment({ state, account, params }: AuthenticatedCall, asOf?: Moment): CubynAttachment {
	const attachment = state.attachments.get(Number(params.id), asOf);
	if (attachment?.ownerId !== account.id || attachment.deleted) throw notFound('Attachment');
	return attachment;
}
