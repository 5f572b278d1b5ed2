import { z } from 'zod/v4';

import type { Action } from '../../../declare/action';
import { flow, type Steps } from '../../../declare/flow';
import { failed, success, type Result } from '../../../declare/failure';
import { file, lines } from '../../../declare/field';
import type { JsonObject } from '../../../declare/json';
import { samplePdf, samplePicture } from '../files/samples';
import { claimAnswer, cubynClaim, toClaim } from './claim';
import { checkAttachments, checkParties, claimFields, fileType, moreClaimFields } from './input';
import { documentedAnswer, documentedClaim, documentedClaimBody, documentedId } from './samples';
import { createClaim } from './create';
import { claimFiles } from './get';
import { CLAIM_FILE, uploadFile } from '../files/upload';

export const claimFile = () => file(CLAIM_FILE, { label: 'File', help: 'A PDF, PNG or JPEG of at most 5 MB.', common: true });

/** Uploads one file after the other: the key of each with what it shows. */
export async function uploaded(attachments: readonly { type: string; file: string }[], steps: Steps): Promise<Result<JsonObject[]>> {
	const keys: JsonObject[] = [];
	for (const { type, file: handle } of attachments) {
		const upload = await steps.call(uploadFile, { file: handle });
		if (!upload.ok) return upload;
		const fileKey = upload.value[0]?.key;
		if (typeof fileKey !== 'string') return failed('unreadable_answer', 'Cubyn gave no key for the file');
		keys.push({ type, fileKey });
	}
	return success(keys);
}

const input = z.object({
	...claimFields,
	attachments: lines(
		{ type: fileType(), file: claimFile() },
		{ label: 'Attachments', line: 'Attachment', help: 'Late deliveries need none; missing products and parcels the commercial invoice; damage the invoice, a photo of the item and one of the label.' },
	).optional(),
	...moreClaimFields,
});

const example = { ...documentedAnswer, id: documentedId };
const stored = '/kwff65um003ufd339e9czkq0.pdf';
const keyOf = (type: string): JsonObject => ({ type, fileKey: stored });
const files = { invoice: samplePdf('invoice.pdf'), item: samplePicture, label: { ...samplePicture, name: 'label.png' } };
const damaged = { ...documentedClaim, type: 'PARCEL_RECEIVED_DAMAGED' };
const [invoice, item, label] = [
	{ type: 'COMMERCIAL_INVOICE', file: 'invoice' },
	{ type: 'ITEM_DAMAGED', file: 'item' },
	{ type: 'ITEM_LABEL', file: 'label' },
];
const reads = {
	'POST /v1/files': { status: 200, body: { key: stored, url: 'https://s3/path/to/file', meta: { contenttype: 'application/pdf', originalname: 'invoice.pdf' } } },
	'GET /v1/claims': { status: 200, body: [] },
	[`/v1/claims/${documentedId}`]: { status: 200, body: example },
};

export const fileClaim: Action = flow({
	resource: 'claim',
	verb: 'file',
	title: 'File Claim',
	does: 'Claims for a parcel or product in one step: checks that no attachment is missing, uploads the files, and makes the claim.',
	covers: ['CU24', 'CU43'],
	effect: 'booking',
	input,
	output: cubynClaim,
	books: createClaim,
	check: (draft) => [...checkParties(draft), ...checkAttachments(draft)],
	files: claimFiles,
	example: { ...toClaim(claimAnswer.parse(example)), outcome: 'created' },
	run: async ({ attachments, ...given }, _facts, steps) => {
		const keys = await uploaded(attachments ?? [], steps);
		return keys.ok ? await steps.call(createClaim, { ...given, attachments: keys.value }) : keys;
	},
	samples: [
		{
			title: 'Of a parcel that was never received',
			input: { ...documentedClaim, attachments: [invoice] },
			files,
			request: { method: 'POST', path: '/v1/claims', body: documentedClaimBody([keyOf('COMMERCIAL_INVOICE')]) },
			reads,
			answer: { status: 200, body: documentedId },
		},
		{
			title: 'Of a damaged parcel',
			input: { ...damaged, attachments: [invoice, item, label] },
			files,
			request: { method: 'POST', path: '/v1/claims', body: { ...documentedClaimBody(['COMMERCIAL_INVOICE', 'ITEM_DAMAGED', 'ITEM_LABEL'].map(keyOf)), type: 'PARCEL_RECEIVED_DAMAGED' } },
			reads,
			answer: { status: 200, body: documentedId },
		},
	],
	antiSamples: [
		{ why: "Cubyn's own example, which lacks the invoice", input: { ...documentedClaim, attachments: [label, item] }, files, names: ['Attachments', 'Commercial Invoice'] },
		{ why: 'Damage without photos', input: { ...damaged, attachments: [invoice] }, files, names: ['Photo of the Damaged Item', 'Photo of the Shipping Label'] },
		{ why: 'Nothing at all', input: { type: 'PARCEL_MISSING_PRODUCT' }, names: ['Parcel or Product ID', 'Commercial Invoice'] },
		{
			why: 'A text in place of a photo',
			input: { ...documentedClaim, attachments: [invoice] },
			files: { invoice: { name: 'note.txt', contentType: 'text/plain', base64: btoa('It broke') } },
			names: ['Attachment 1 File'],
		},
	],
});
