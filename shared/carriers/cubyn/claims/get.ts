import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { text } from '../../../declare/field';
import { filesIn } from '../../../delivery/item-files';
import { claimResponse, cubynClaim, toClaim } from './claim';
import { documentedResponse } from './samples';
import { errorResponse } from '../sample-errors';
import { encodePathPart } from '../path';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

const PAGE = 500;

export const claimId = () =>
	text({
		label: 'Claim',
		choices: 'claims',
		placeholder: '9410f580-3737-49f4-bfca-a23d661420cf',
		help: 'ID of the claim, as Cubyn answered it.',
		common: true,
	});

/** The links of a claim's attachments are signed and short-lived, like all of Cubyn's. */
export const claimFiles = (item: Item): FileLink[] =>
	filesIn(item).map((file) => ({
		...file,
		isPublic: true,
		refresh: { action: getClaim, input: { id: item.id }, key: file.key },
	}));

export const getClaim: Action = action({
	resource: 'claim',
	verb: 'get',
	title: 'Get Claim',
	description: 'Reads one claim: where it stands, what was decided, and its attachments.',
	covers: ['CU45'],
	effect: 'read',
	input: z.object({ id: claimId() }),
	output: cubynClaim,
	request: ({ id }) => ({ method: 'GET', path: `/v1/claims/${encodePathPart(id)}` }),
	readings: { 200: cubynItem(claimResponse, (body) => toClaim(body)) },
	files: claimFiles,
	samples: [
		{
			title: 'By ID',
			input: { id: 'd6186a3c-b037-4650-9f1e-56f2ad410d10' },
			request: { method: 'GET', path: '/v1/claims/d6186a3c-b037-4650-9f1e-56f2ad410d10' },
			response: { status: 200, body: documentedResponse },
		},
	],
	antiSamples: [{ reason: 'No ID', input: {}, mentions: ['Claim'] }],
	responses: [
		{ title: 'Unknown', input: { id: 'x' }, response: errorResponse(404, 'Claim is not found'), expected: 'not_found' },
	],
});

/** The heading shows v2; the table of endpoints and the sample show v1. */
export const listClaims: Action = action({
	resource: 'claim',
	verb: 'getAll',
	title: 'Get Many Claims',
	description: 'Lists the claims of the account.',
	covers: ['CU44'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: cubynClaim,
	request: () => ({ method: 'GET', path: '/v1/claims' }),
	readings: { 200: cubynItems(claimResponse, (claim) => toClaim(claim)), ...listNotFound },
	pages: cubynPages(PAGE, { isFixedSize: true, isOpenEnded: true }),
	files: claimFiles,
	samples: [
		{
			title: 'Every claim (documented)',
			input: {},
			request: { method: 'GET', path: '/v1/claims' },
			response: { status: 200, body: [documentedResponse] },
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { status: 'REJECTED' }, mentions: ['status'] }],
});
