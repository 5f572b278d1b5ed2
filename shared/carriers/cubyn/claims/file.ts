import { z } from 'zod/v4';

import type { Action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { success } from '../../../declare/failure';
import { lines } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import { samplePdf, samplePicture } from '../files/samples';
import { claimResponse, cubynClaim, toClaim } from './claim';
import { checkClaimant, claimFields, fileType, missingFiles, optionalClaimFields } from './input';
import { acceptedResponse, documentedClaim, documentedClaimBody, documentedId } from './samples';
import { createClaim } from './create';
import { claimFiles } from './get';
import { claimFile, uploadAll } from './claim-files';

const input = z.object({
	...claimFields,
	attachments: lines(
		{ type: fileType(), file: claimFile() },
		{
			label: 'Attachments',
			line: 'Attachment',
			help: 'Cubyn asks for none for late deliveries, for the commercial invoice for missing products and parcels, and for damage also for photos of the item and the label.',
		},
	).optional(),
	...optionalClaimFields,
});

const example = { ...acceptedResponse, id: documentedId };
const stored = '/kwff65um003ufd339e9czkq0.pdf';
const keyOf = (type: string): JsonObject => ({ type, fileKey: stored });
const files = {
	invoice: samplePdf('invoice.pdf'),
	item: samplePicture,
	label: { ...samplePicture, name: 'label.png' },
};
const damaged = { ...documentedClaim, type: 'PARCEL_RECEIVED_DAMAGED' };
const [invoice, item, label] = [
	{ type: 'COMMERCIAL_INVOICE', file: 'invoice' },
	{ type: 'ITEM_DAMAGED', file: 'item' },
	{ type: 'ITEM_LABEL', file: 'label' },
];
const reads = {
	'POST /v1/files': {
		status: 200,
		body: {
			key: stored,
			url: 'https://s3/path/to/file',
			meta: { contenttype: 'application/pdf', originalname: 'invoice.pdf' },
		},
	},
	'GET /v1/claims': { status: 200, body: [] },
	[`/v1/claims/${documentedId}`]: { status: 200, body: example },
};

export const fileClaim: Action = flow({
	resource: 'claim',
	verb: 'file',
	title: 'File Claim',
	twin: 'recommended',
	description:
		'Claims for a parcel or product in one step: uploads the files, makes the claim, and says which files are still missing.',
	covers: ['CU24', 'CU43'],
	effect: 'booking',
	input,
	output: cubynClaim,
	bookingAction: createClaim,
	check: (draft) => checkClaimant(draft),
	files: claimFiles,
	example: { ...toClaim(claimResponse.parse(example)), outcome: 'created' },
	run: async ({ attachments = [], ...rest }, _facts, steps) => {
		const uploadedFiles = await uploadAll(attachments, steps);
		if (!uploadedFiles.ok) return uploadedFiles;
		const claimed = await steps.call(createClaim, { ...rest, attachments: uploadedFiles.value });
		const missing = missingFiles(rest.type, attachments);
		if (!claimed.ok || missing.length === 0) return claimed;
		return success(
			claimed.value.map((item) => ({
				...item,
				warnings: [
					...(Array.isArray(item.warnings) ? item.warnings : []),
					`Cubyn asks for these files with such a claim: ${missing.join(', ')}. Add them with "Add Files to Claim".`,
				],
			})),
		);
	},
	samples: [
		{
			title: 'Of a parcel that was never received',
			input: { ...documentedClaim, attachments: [invoice] },
			files,
			request: { method: 'POST', path: '/v1/claims', body: documentedClaimBody([keyOf('COMMERCIAL_INVOICE')]) },
			otherResponses: reads,
			response: { status: 200, body: documentedId },
		},
		{
			title: 'With the files of the documented sample, which has no invoice',
			input: { ...documentedClaim, attachments: [label, item] },
			files,
			request: {
				method: 'POST',
				path: '/v1/claims',
				body: documentedClaimBody(['ITEM_LABEL', 'ITEM_DAMAGED'].map(keyOf)),
			},
			otherResponses: reads,
			response: { status: 200, body: documentedId },
		},
		{
			title: 'Of a damaged parcel',
			input: { ...damaged, attachments: [invoice, item, label] },
			files,
			request: {
				method: 'POST',
				path: '/v1/claims',
				body: {
					...documentedClaimBody(['COMMERCIAL_INVOICE', 'ITEM_DAMAGED', 'ITEM_LABEL'].map(keyOf)),
					type: 'PARCEL_RECEIVED_DAMAGED',
				},
			},
			otherResponses: reads,
			response: { status: 200, body: documentedId },
		},
	],
	antiSamples: [
		{
			reason: 'Nothing at all',
			input: { type: 'PARCEL_MISSING_PRODUCT' },
			mentions: ['Parcel or Product ID', 'Resolution'],
		},
		{
			reason: 'A text in place of a photo',
			input: { ...documentedClaim, attachments: [invoice] },
			files: { invoice: { name: 'note.txt', contentType: 'text/plain', base64: btoa('It broke') } },
			mentions: ['Attachment 1 File'],
		},
	],
});
