import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { file, text } from '../../../declare/field';
import { attachmentResponse, cubynAttachment, toAttachment } from './attachment';
import { documentedAttachment, samplePdf, samplePdfSize, samplePicture } from './samples';
import { attachmentFiles, deleteAttachment, listAttachments } from './attachments';
import { parcelNumber } from '../parcels/read';
import { errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';

/** CU21: PDF only, up to 2 MB. */
const ATTACHMENT_BYTES = 2_000_000;

export const addAttachment = action({
	resource: 'attachment',
	verb: 'add',
	title: 'Add Attachment',
	description: 'Adds a PDF to a parcel, such as its invoice. Cubyn prints it and packs it.',
	covers: ['CU21'],
	effect: 'booking',
	input: z.object({
		parcelId: parcelNumber('Number of a parcel that is not picked yet.'),
		file: file(
			{ types: ['application/pdf'], maxBytes: ATTACHMENT_BYTES },
			{ label: 'File', help: 'A PDF of at most 2 MB.', common: true },
		),
		name: text({
			label: 'Name',
			placeholder: 'invoice-1042.pdf',
			help: 'What the document is called. A document of this name that the parcel has already is not added again.',
			common: true,
		}),
	}),
	output: cubynAttachment,
	request: ({ parcelId, name, file: handle }, { files }) => {
		const inputFile = files[handle];
		if (!inputFile) return { problems: [{ path: ['file'], message: 'is missing' }] };
		return {
			method: 'POST',
			path: '/v2/attachments',
			parts: [
				{ name: 'name', value: name },
				{ name: 'parcelId', value: String(parcelId) },
				{ name: 'file', file: inputFile },
			],
		};
	},
	readings: {
		200: cubynItem(attachmentResponse, (body, { parcelId }) => toAttachment(body, parcelId)),
	},
	// CU21 knows no reference: the same document on the same parcel is one of the same name.
	booking: {
		foundBy: 'identity',
		identity: ({ parcelId, name }) => `${name} of parcel ${parcelId}`,
		action: listAttachments,
		input: (_reference, { parcelId }) => ({ parcelId }),
		isCandidate: (candidate, _reference, { name }) => candidate.type !== 'LABEL' && candidate.name === name,
		cancel: { action: deleteAttachment, input: (attachment) => ({ id: attachment.id }) },
	},
	files: (item) => attachmentFiles(item),
	samples: [
		{
			title: 'A PDF (documented)',
			input: { parcelId: 983264786, file: 'data', name: 'my-file.pdf' },
			files: { data: samplePdf('my-file.pdf') },
			request: {
				method: 'POST',
				path: '/v2/attachments',
				body: {
					name: 'my-file.pdf',
					parcelId: '983264786',
					file: { name: 'my-file.pdf', contentType: 'application/pdf', size: samplePdfSize },
				},
			},
			otherResponses: { 'GET /v2/attachments': { status: 200, body: [] } },
			response: { status: 200, body: documentedAttachment },
		},
	],
	antiSamples: [
		{ reason: 'No file', input: { parcelId: 983264786, name: 'my-file.pdf' }, mentions: ['File'] },
		{
			reason: 'A picture',
			input: { parcelId: 983264786, file: 'data', name: 'my-file.png' },
			files: { data: samplePicture },
			mentions: ['File'],
		},
		{
			reason: 'No parcel and no name',
			input: { file: 'data' },
			files: { data: samplePdf('my-file.pdf') },
			mentions: ['Parcel', 'Name'],
		},
	],
	responses: [
		{
			title: 'Too big after all',
			input: { parcelId: 983264786, file: 'data', name: 'my-file.pdf' },
			files: { data: samplePdf('my-file.pdf') },
			otherResponses: { 'GET /v2/attachments': { status: 200, body: [] } },
			response: errorResponse(413, 'The file you uploaded is too big'),
			expected: 'refused',
		},
	],
});
