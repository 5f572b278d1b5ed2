import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { lines, text } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { samplePdf } from '../files/samples';
import { claimAnswer, cubynClaim, toClaim } from './claim';
import { fileType } from './input';
import { documentedIncident, stored } from './samples';
import { claimFile, uploaded } from './file';
import { claimFiles, claimId } from './get';

const about = { label: 'Attachments', line: 'Attachment' };
const id = 'eb68281c-d82a-4c1e-bb7b-660b0ae630c6';
const added = { type: 'IDENTIFICATION_DOCUMENT', fileKey: stored };
const request = { method: 'POST', path: '/v1/claims-add-attachment', body: { incidentId: id, attachments: [added] } };
const answer = { status: 200, body: { incident: documentedIncident } };

const read = gives(z.looseObject({ incident: claimAnswer }), ({ incident }) => toClaim(incident));

/** CU46: the sample's host is an inner one of Cubyn's; the path is served by the API's own. The same paper twice on a claim costs nobody anything. */
export const addToClaim: Action = action({
	resource: 'claim',
	verb: 'addAttachments',
	title: 'Add Attachments to Claim',
	does: 'Adds files that are uploaded already to a claim.',
	covers: ['CU46'],
	effect: 'repeatable',
	input: z.object({
		incidentId: claimId(),
		attachments: lines({ type: fileType(), fileKey: text({ label: 'File Key', placeholder: '/kwff65um003ufd339e9czkq0.pdf', help: 'As "Upload File for Claim" gives it.', common: true }) }, about, { min: 1 }),
	}),
	output: cubynClaim,
	request: (given) => ({ method: 'POST', path: '/v1/claims-add-attachment', body: given }),
	readings: { 200: read, 201: read },
	files: claimFiles,
	samples: [{ title: 'An identification document (documented)', input: { incidentId: id, attachments: [added] }, request, answer }],
	antiSamples: [
		{ why: 'No claim and no file', input: {}, names: ['Claim', 'Attachments'] },
		{ why: 'No key', input: { incidentId: id, attachments: [{ type: 'GENERAL' }] }, names: ['Attachment 1 File Key'] },
	],
});

export const addFilesToClaim: Action = flow({
	resource: 'claim',
	verb: 'addFiles',
	title: 'Add Files to Claim',
	does: 'Uploads files and adds them to a claim, in one step.',
	covers: ['CU24', 'CU46'],
	effect: 'repeatable',
	input: z.object({ incidentId: claimId(), attachments: lines({ type: fileType(), file: claimFile() }, about, { min: 1 }) }),
	output: cubynClaim,
	files: claimFiles,
	example: toClaim(claimAnswer.parse(documentedIncident)),
	run: async ({ incidentId, attachments }, _facts, steps) => {
		const keys = await uploaded(attachments, steps);
		return keys.ok ? await steps.call(addToClaim, { incidentId, attachments: keys.value }) : keys;
	},
	samples: [
		{
			title: 'An identification document',
			input: { incidentId: id, attachments: [{ type: 'IDENTIFICATION_DOCUMENT', file: 'data' }] },
			files: { data: samplePdf('identity.pdf') },
			request,
			reads: { 'POST /v1/files': { status: 200, body: { key: added.fileKey } } },
			answer,
		},
	],
	antiSamples: [{ why: 'No file', input: { incidentId: id, attachments: [{ type: 'GENERAL' }] }, names: ['Attachment 1 File'] }],
});
