import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { lines, text } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { cubynClaim, toClaim } from './claim';
import { checkParties, claimFields, fileType, moreClaimFields, requesterBody } from './input';
import { documentedClaim, documentedClaimBody, documentedAnswer, documentedId } from './samples';
import { claimFiles, getClaim, listClaims } from './get';
import { says } from '../says';

const input = z.object({
	...claimFields,
	attachments: lines(
		{ type: fileType(), fileKey: text({ label: 'File Key', placeholder: '/kwff65um003ufd339e9czkq0.pdf', help: 'As "Upload File for Claim" gives it.', common: true }) },
		{ label: 'Attachments', line: 'Attachment', help: 'Files that are uploaded already. "File Claim" uploads them itself, and checks that none is missing.' },
	).optional(),
	...moreClaimFields,
});

type Input = z.output<typeof input>;

/** Nothing in a claim names it but what it is about: a second one of the same type about the same thing is the same. */
const identity = ({ type, entityType, entityId }: Pick<Input, 'type' | 'entityType' | 'entityId'>) => `${type} of ${entityType} ${entityId}`;

const [first, second] = [
	{ type: 'ITEM_LABEL', fileKey: 'https://attachment.domain/path/to' },
	{ type: 'ITEM_DAMAGED', fileKey: 'https://attachment.domain/path/to' },
];

/** CU43 answers with the bare id; what else is known of the claim is what was asked for. */
const created = gives(z.string().min(1), (id, given: Input) => toClaim({ ...given, requester: undefined, bankInfo: undefined, id }, { id }));

const none = { 'GET /v1/claims': { status: 200, body: [] }, [`/v1/claims/${documentedId}`]: { status: 200, body: { ...documentedAnswer, id: documentedId } } };

export const createClaim: Action = action({
	resource: 'claim',
	verb: 'create',
	title: 'Create Claim',
	does: 'Claims for a parcel or product, with attachments that are uploaded already or follow later.',
	covers: ['CU43'],
	effect: 'booking',
	input,
	output: cubynClaim,
	check: (draft) => checkParties(draft),
	request: ({ requester, bankInfo, ...given }) => ({ method: 'POST', path: '/v1/claims', body: { ...given, requester: requesterBody({ requester, bankInfo }) } }),
	readings: { 200: created, 201: created },
	find: {
		identity,
		action: listClaims,
		input: () => ({}),
		// A claim that was rejected may be made again, with better proof.
		matches: ({ type, entityType, entityId, carrierStatus }, reference) =>
			carrierStatus !== 'REJECTED' && `${String(type)} of ${String(entityType)} ${String(entityId)}` === reference,
	},
	followUp: (item) =>
		item.carrierStatus === null
			? {
					action: getClaim,
					input: { id: item.id },
					merge: ({ outcome, warnings }, whole) => ({ ...whole, outcome, ...(warnings === undefined ? {} : { warnings }) }),
					warning: 'The claim is made, but it could not be read yet.',
				}
			: undefined,
	files: claimFiles,
	samples: [
		{
			title: 'Of a consumer (documented)',
			input: { ...documentedClaim, attachments: [first, second] },
			request: { method: 'POST', path: '/v1/claims', body: documentedClaimBody([first, second]) },
			reads: none,
			answer: { status: 200, body: documentedId },
		},
	],
	antiSamples: [
		{ why: 'Nothing said', input: {}, names: ['Claim Type', 'Parcel or Product ID', 'Wanted Resolution'] },
		{ why: 'A requester of the shop', input: { ...documentedClaim, source: 'SHIPPER' }, names: ['Requester', 'Bank Account'] },
		{ why: 'A requester without a bank account', input: { ...documentedClaim, bankInfo: {} }, names: ['Bank Account IBAN', 'Bank Account BIC'] },
		{ why: 'Check digits that do not fit', input: { ...documentedClaim, bankInfo: { ...documentedClaim.bankInfo, iban: 'GB34BUKB20201555555555' } }, names: ['Bank Account IBAN'] },
		{ why: 'An attachment of no known type', input: { ...documentedClaim, attachments: [{ type: 'SELFIE', fileKey: '/x.png' }] }, names: ['Attachment 1 Type'] },
	],
	answers: [
		{ title: 'Attachments missing, as Cubyn sees it', input: documentedClaim, reads: none, answer: says(400, 'Missing parameter: attachments'), comesTo: 'refused' },
		{
			title: 'Token expired (documented)',
			input: documentedClaim,
			reads: none,
			answer: { status: 401, body: { message: 'Token validity is expired', stack: 'Error: Token validity is expired', status: 401, type: 'UnauthorizedError' } },
			comesTo: 'not_authorised',
		},
	],
});
