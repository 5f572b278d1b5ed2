import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { lines, text } from '../../../declare/field';
import { rowsAt } from '../../../declare/lenient-reading';
import { samplePdf } from '../files/samples';
import { claimResponse, cubynClaim, toClaim } from './claim';
import { fileType } from './input';
import { documentedIncident, stored } from './samples';
import { claimFile, uploadAll } from './claim-files';
import { claimFiles, claimId } from './get';
import { cubynItem } from '../read-response';

const attachmentsLabel = { label: 'Attachments', line: 'Attachment' };
const id = 'eb68281c-d82a-4c1e-bb7b-660b0ae630c6';
const added = { type: 'IDENTIFICATION_DOCUMENT', fileKey: stored };
const sampleRequest = {
	method: 'POST',
	path: '/v1/claims-add-attachment',
	body: { incidentId: id, attachments: [added] },
};
const response = { status: 200, body: { incident: documentedIncident } };

const read = cubynItem(claimResponse, (claim) => toClaim(claim), rowsAt('incident'));

/**
 * CU46: the sample shows an internal host of Cubyn's; the API's own host serves the path. Adding the same file twice
 * does no harm.
 */
export const addToClaim: Action = action({
	resource: 'claim',
	verb: 'addAttachments',
	title: 'Add Attachments to Claim',
	twin: 'advanced',
	description: 'Adds files that are uploaded already to a claim.',
	covers: ['CU46'],
	effect: 'repeatable',
	input: z.object({
		incidentId: claimId(),
		attachments: lines(
			{
				type: fileType(),
				fileKey: text({
					label: 'File Key',
					placeholder: '/kwff65um003ufd339e9czkq0.pdf',
					help: 'As "Upload File for Claim" gives it.',
					common: true,
				}),
			},
			attachmentsLabel,
			{ min: 1 },
		),
	}),
	output: cubynClaim,
	request: (input) => ({ method: 'POST', path: '/v1/claims-add-attachment', body: input }),
	readings: { 200: read },
	files: claimFiles,
	samples: [
		{
			title: 'An identification document (documented)',
			input: { incidentId: id, attachments: [added] },
			request: sampleRequest,
			response,
		},
	],
	antiSamples: [
		{ reason: 'No claim and no file', input: {}, mentions: ['Claim', 'Attachments'] },
		{
			reason: 'No key',
			input: { incidentId: id, attachments: [{ type: 'GENERAL' }] },
			mentions: ['Attachment 1 File Key'],
		},
	],
});

export const addFilesToClaim: Action = flow({
	resource: 'claim',
	verb: 'addFiles',
	title: 'Add Files to Claim',
	twin: 'recommended',
	description: 'Uploads files and adds them to a claim, in one step.',
	covers: ['CU24', 'CU46'],
	effect: 'repeatable',
	input: z.object({
		incidentId: claimId(),
		attachments: lines({ type: fileType(), file: claimFile() }, attachmentsLabel, { min: 1 }),
	}),
	output: cubynClaim,
	files: claimFiles,
	example: toClaim(claimResponse.parse(documentedIncident)),
	run: async ({ incidentId, attachments }, _facts, steps) => {
		const keys = await uploadAll(attachments, steps);
		return keys.ok ? await steps.call(addToClaim, { incidentId, attachments: keys.value }) : keys;
	},
	samples: [
		{
			title: 'An identification document',
			input: { incidentId: id, attachments: [{ type: 'IDENTIFICATION_DOCUMENT', file: 'data' }] },
			files: { data: samplePdf('identity.pdf') },
			request: sampleRequest,
			otherResponses: { 'POST /v1/files': { status: 200, body: { key: added.fileKey } } },
			response,
		},
	],
	antiSamples: [
		{
			reason: 'No file',
			input: { incidentId: id, attachments: [{ type: 'GENERAL' }] },
			mentions: ['Attachment 1 File'],
		},
	],
});
