import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { choice, integer, toggle } from '../../../declare/field';
import { offsetPages } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { filesIn } from '../../../delivery/file';
import { attachmentAnswer, cubynAttachment, toAttachment } from './attachment';
import { documentedAttachment, documentedLabel } from './samples';
import { deletedItem, deletes } from '../deleted';
import { parcelNumber } from '../parcels/read';
import { says } from '../says';

const PAGE = 500;
/** What makes CU20 show the link to the file. */
export const withFile = 'attachment.file';

const attachmentNumber = () => integer({ label: 'Attachment', choices: 'attachments', placeholder: '923743672', help: 'Number of the attachment, as Cubyn answered it.', common: true }, { min: 1 });

/** Cubyn's links work without a key, for minutes only: a later download asks for a new one. */
export function attachmentFiles(item: Item, id = item.id, key?: string): FileLink[] {
	return filesIn(item).map((file) => ({ ...file, ...(key === undefined ? {} : { key }), open: true, fresh: { action: getAttachment, input: { id }, key: 'file' } }));
}

export const getAttachment: Action = action({
	resource: 'attachment',
	verb: 'get',
	title: 'Get Attachment',
	does: 'Reads one attachment of a parcel, with its file.',
	covers: ['CU22'],
	effect: 'read',
	input: z.object({ id: attachmentNumber() }),
	output: cubynAttachment,
	request: ({ id }) => ({ method: 'GET', path: `/v2/attachments/${id}`, query: { 'includes[]': withFile } }),
	readings: { 200: gives(attachmentAnswer, (body) => toAttachment(body, undefined)) },
	files: (item) => attachmentFiles(item),
	samples: [
		{
			title: 'By number',
			input: { id: '461256384' },
			request: { method: 'GET', path: '/v2/attachments/461256384', query: { 'includes[]': withFile } },
			answer: { status: 200, body: documentedLabel },
		},
	],
	antiSamples: [{ why: 'No number', input: {}, names: ['Attachment'] }],
	answers: [{ title: 'Unknown', input: { id: 1 }, answer: says(404, 'Attachment is not found'), comesTo: 'not_found' }],
});

export const listAttachments: Action = action({
	resource: 'attachment',
	verb: 'getAll',
	title: 'Get Many Attachments',
	does: 'Lists documents and labels of one parcel, or of the whole account.',
	covers: ['CU18', 'CU19', 'CU20'],
	effect: 'read',
	many: true,
	input: z.object({
		parcelId: parcelNumber('Number of the parcel; for a return label, of the return.').optional(),
		type: choice(
			[
				{ value: 'LABEL', label: 'Label', help: 'What a carrier needs on the parcel' },
				{ value: 'OTHER', label: 'Document', help: 'What you added, to be printed and packed' },
			],
			{ label: 'Type', help: 'Only attachments of this type.' },
		).optional(),
		withFiles: toggle({ label: 'With File Links', help: 'Whether to ask for a link to each file. The links work for a few minutes only.', common: true }).default(false),
	}),
	output: cubynAttachment,
	request: ({ parcelId, type, withFiles }) => ({
		method: 'GET',
		path: '/v2/attachments',
		query: { 'filters[parcelId]': parcelId, 'filters[type]': type, ...(withFiles ? { 'includes[]': withFile } : {}) },
	}),
	readings: { 200: givesMany(z.array(attachmentAnswer), (body, { parcelId }) => body.map((each) => toAttachment(each, parcelId))) },
	pages: offsetPages(PAGE, 'x-total-count'),
	files: (item) => attachmentFiles(item),
	samples: [
		{
			title: 'The label of a return (documented)',
			input: { parcelId: 881112350, type: 'LABEL', withFiles: true },
			request: { method: 'GET', path: '/v2/attachments', query: { 'filters[parcelId]': '881112350', 'filters[type]': 'LABEL', 'includes[]': withFile } },
			answer: { status: 200, body: [documentedLabel] },
		},
		{
			title: 'Every attachment (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/attachments' },
			answer: { status: 200, body: [documentedAttachment, documentedLabel] },
		},
		{
			title: 'Of one parcel (documented)',
			input: { parcelId: '983264786' },
			request: { method: 'GET', path: '/v2/attachments', query: { 'filters[parcelId]': '983264786' } },
			answer: { status: 200, body: [documentedAttachment] },
		},
	],
	antiSamples: [
		{ why: 'A type that is none', input: { type: 'INVOICE' }, names: ['Type'] },
		{ why: 'A parcel that is no number', input: { parcelId: 'CUB1' }, names: ['Parcel'] },
	],
});

export const deleteAttachment: Action = action({
	resource: 'attachment',
	verb: 'delete',
	title: 'Delete Attachment',
	does: 'Takes a document off a parcel before it is printed.',
	covers: ['CU23'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: attachmentNumber() }),
	output: deletedItem,
	request: ({ id }) => ({ method: 'DELETE', path: `/v2/attachments/${id}` }),
	readings: deletes('attachment'),
	samples: [{ title: 'By number', input: { id: 923743672 }, request: { method: 'DELETE', path: '/v2/attachments/923743672' }, answer: { status: 200, body: {} } }],
	antiSamples: [{ why: 'No number', input: {}, names: ['Attachment'] }],
	answers: [
		{ title: 'Not there', input: { id: 1 }, answer: says(404, 'Attachment is not found'), comesTo: 'items' },
		{ title: 'Printed already', input: { id: 1 }, answer: says(403, 'Attachment is printed already'), comesTo: 'refused' },
	],
});
