import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { choice, integer, toggle } from '../../../declare/field';
import { filesIn } from '../../../delivery/item-files';
import { attachmentResponse, cubynAttachment, toAttachment } from './attachment';
import { documentedAttachment, documentedLabel } from './samples';
import { deletedItem, deleteReadings } from '../deleted-item';
import { parcelNumber } from '../parcels/read';
import { errorResponse } from '../sample-errors';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

const PAGE = 500;
/** The query that makes CU20 include the link to the file. */
export const INCLUDE_FILE = 'attachment.file';

const attachmentNumber = () =>
	integer(
		{
			label: 'Attachment',
			choices: 'attachments',
			placeholder: '923743672',
			help: 'Number of the attachment, as Cubyn answered it.',
			common: true,
		},
		{ min: 1 },
	);

/** Cubyn's links work without a key, but only for minutes. A later download requests a new link. */
export function attachmentFiles(item: Item, id = item.id, key?: string): FileLink[] {
	return filesIn(item).map((file) => ({
		...file,
		...(key === undefined ? {} : { key }),
		isPublic: true,
		refresh: { action: getAttachment, input: { id }, key: 'file' },
	}));
}

export const getAttachment: Action = action({
	resource: 'attachment',
	verb: 'get',
	title: 'Get Attachment',
	description: 'Reads one attachment of a parcel, with its file.',
	covers: ['CU22'],
	effect: 'read',
	input: z.object({ id: attachmentNumber() }),
	output: cubynAttachment,
	request: ({ id }) => ({ method: 'GET', path: `/v2/attachments/${id}`, query: { 'includes[]': INCLUDE_FILE } }),
	readings: { 200: cubynItem(attachmentResponse, (body) => toAttachment(body, undefined)) },
	files: (item) => attachmentFiles(item),
	samples: [
		{
			title: 'By number',
			input: { id: '461256384' },
			request: { method: 'GET', path: '/v2/attachments/461256384', query: { 'includes[]': INCLUDE_FILE } },
			response: { status: 200, body: documentedLabel },
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Attachment'] }],
	responses: [
		{
			title: 'Unknown',
			input: { id: 1 },
			response: errorResponse(404, 'Attachment is not found'),
			expected: 'not_found',
		},
	],
});

export const listAttachments: Action = action({
	resource: 'attachment',
	verb: 'getAll',
	title: 'Get Many Attachments',
	description: 'Lists documents and labels of one parcel, or of the whole account.',
	covers: ['CU18', 'CU19', 'CU20'],
	effect: 'read',
	isList: true,
	input: z.object({
		parcelId: parcelNumber('Number of the parcel; for a return label, of the return.').optional(),
		type: choice(
			[
				{ value: 'LABEL', label: 'Label', help: 'What a carrier needs on the parcel' },
				{ value: 'OTHER', label: 'Document', help: 'What you added, to be printed and packed' },
			],
			{ label: 'Type', help: 'Only attachments of this type.' },
		).optional(),
		withFiles: toggle({
			label: 'With File Links',
			help: 'Whether to ask for a link to each file. The links work for a few minutes only.',
			common: true,
		}).default(false),
	}),
	output: cubynAttachment,
	request: ({ parcelId, type, withFiles }) => ({
		method: 'GET',
		path: '/v2/attachments',
		query: {
			'filters[parcelId]': parcelId,
			'filters[type]': type,
			...(withFiles ? { 'includes[]': INCLUDE_FILE } : {}),
		},
	}),
	readings: {
		200: cubynItems(attachmentResponse, (row, { parcelId }) => toAttachment(row, parcelId), {
			isExact: ({ parcelId }) => parcelId !== undefined,
		}),
		...listNotFound,
	},
	pages: cubynPages(PAGE),
	files: (item) => attachmentFiles(item),
	samples: [
		{
			title: 'The label of a return (documented)',
			input: { parcelId: 881112350, type: 'LABEL', withFiles: true },
			request: {
				method: 'GET',
				path: '/v2/attachments',
				query: { 'filters[parcelId]': '881112350', 'filters[type]': 'LABEL', 'includes[]': INCLUDE_FILE },
			},
			response: { status: 200, body: [documentedLabel] },
		},
		{
			title: 'Every attachment (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/attachments' },
			response: { status: 200, body: [documentedAttachment, documentedLabel] },
		},
		{
			title: 'Of one parcel (documented)',
			input: { parcelId: '983264786' },
			request: { method: 'GET', path: '/v2/attachments', query: { 'filters[parcelId]': '983264786' } },
			response: { status: 200, body: [documentedAttachment] },
		},
	],
	antiSamples: [
		{ reason: 'Not a type', input: { type: 'INVOICE' }, mentions: ['Type'] },
		{ reason: 'A parcel that is no number', input: { parcelId: 'parcel 1' }, mentions: ['Parcel'] },
	],
});

export const deleteAttachment: Action = action({
	resource: 'attachment',
	verb: 'delete',
	title: 'Delete Attachment',
	description: 'Takes a document off a parcel before it is printed.',
	covers: ['CU23'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: attachmentNumber() }),
	output: deletedItem,
	request: ({ id }) => ({ method: 'DELETE', path: `/v2/attachments/${id}` }),
	readings: deleteReadings('attachment'),
	samples: [
		{
			title: 'By number',
			input: { id: 923743672 },
			request: { method: 'DELETE', path: '/v2/attachments/923743672' },
			response: { status: 200, body: {} },
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Attachment'] }],
	responses: [
		{
			title: 'Not there',
			input: { id: 1 },
			response: errorResponse(404, 'Attachment is not found'),
			expected: 'items',
		},
		{
			title: 'Printed already',
			input: { id: 1 },
			response: errorResponse(403, 'Attachment is printed already'),
			expected: 'refused',
		},
	],
});
