import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { lines, text } from '../../../declare/field';
import { cubynClaim, toClaim } from './claim';
import { checkClaimant, claimFields, fileType, optionalClaimFields, requesterBody } from './input';
import { documentedClaim, documentedClaimBody, documentedResponse, documentedId } from './samples';
import { addToClaim } from './add-to-claim';
import { claimFiles, getClaim, listClaims } from './get';
import { claimIdentity, compareClaim, isSameClaim, missingAttachments } from './same-claim';
import { errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';

const inputSchema = z.object({
	...claimFields,
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
		{
			label: 'Attachments',
			line: 'Attachment',
			help: 'Files that are uploaded already. "File Claim" uploads them itself.',
		},
	).optional(),
	...optionalClaimFields,
});

type Input = z.output<typeof inputSchema>;

const [first, second] = [
	{ type: 'ITEM_LABEL', fileKey: 'https://attachment.domain/path/to' },
	{ type: 'ITEM_DAMAGED', fileKey: 'https://attachment.domain/path/to' },
];

/** CU43 returns only the id. The other fields of the item come from the input. */
const createdReading = cubynItem(z.string().min(1), (id, input: Input) =>
	toClaim({ ...input, requester: undefined, bankInfo: undefined, id }, { id }),
);

const noClaims = {
	'GET /v1/claims': { status: 200, body: [] },
	[`/v1/claims/${documentedId}`]: { status: 200, body: { ...documentedResponse, id: documentedId } },
};

const withOutcomeOf = ({ outcome, warnings }: Item, full: Item): Item => ({
	...full,
	outcome,
	...(warnings === undefined ? {} : { warnings }),
});

export const createClaim = action({
	resource: 'claim',
	verb: 'create',
	title: 'Create Claim',
	twin: 'advanced',
	description: 'Claims for a parcel or product, with attachments that are uploaded already or follow later.',
	covers: ['CU43'],
	effect: 'booking',
	input: inputSchema,
	output: cubynClaim,
	check: (draft) => checkClaimant(draft),
	request: ({ requester, bankInfo, ...rest }) => ({
		method: 'POST',
		path: '/v1/claims',
		body: { ...rest, requester: requesterBody({ requester, bankInfo }) },
	}),
	readings: { 200: createdReading },
	booking: {
		foundBy: 'identity',
		identity: claimIdentity,
		action: listClaims,
		input: () => ({}),
		isCandidate: (candidate, _reference, input) => isSameClaim(candidate, input),
		compare: compareClaim,
	},
	followUp: (item, input) => {
		if (item.carrierStatus === null)
			return {
				action: getClaim,
				input: { id: item.id },
				merge: withOutcomeOf,
				warning: 'The claim is made, but it could not be read yet.',
			};
		const missing = missingAttachments(input, item);
		if (missing.length === 0) return undefined;
		return {
			action: addToClaim,
			input: { incidentId: item.id, attachments: missing.map((attachment) => ({ ...attachment })) },
			merge: withOutcomeOf,
			warning: 'The claim was there already, but the files could not be added to it.',
		};
	},
	files: claimFiles,
	samples: [
		{
			title: 'Of a consumer (documented)',
			input: { ...documentedClaim, attachments: [first, second] },
			request: { method: 'POST', path: '/v1/claims', body: documentedClaimBody([first, second]) },
			otherResponses: noClaims,
			response: { status: 200, body: documentedId },
		},
	],
	antiSamples: [
		{ reason: 'Empty input', input: {}, mentions: ['Claim Type', 'Parcel or Product ID', 'Resolution'] },
		{
			reason: 'A requester of the shop',
			input: { ...documentedClaim, source: 'SHIPPER' },
			mentions: ['Requester', 'Bank Account'],
		},
		{
			reason: 'A requester without a bank account',
			input: { ...documentedClaim, bankInfo: {} },
			mentions: ['Bank Account IBAN', 'Bank Account BIC'],
		},
		{
			reason: 'Check digits that do not fit',
			input: { ...documentedClaim, bankInfo: { ...documentedClaim.bankInfo, iban: 'GB34BUKB20201555555555' } },
			mentions: ['Bank Account IBAN'],
		},
		{
			reason: 'An attachment of no known type',
			input: { ...documentedClaim, attachments: [{ type: 'SELFIE', fileKey: '/x.png' }] },
			mentions: ['Attachment 1 Type'],
		},
	],
	responses: [
		{
			title: 'Attachments missing, as Cubyn sees it',
			input: documentedClaim,
			otherResponses: noClaims,
			response: errorResponse(400, 'Missing parameter: attachments'),
			expected: 'refused',
		},
		{
			title: 'Token expired (documented)',
			input: documentedClaim,
			otherResponses: noClaims,
			response: {
				status: 401,
				body: {
					message: 'Token validity is expired',
					stack: 'Error: Token validity is expired',
					status: 401,
					type: 'UnauthorizedError',
				},
			},
			expected: 'not_authorised',
		},
	],
});
