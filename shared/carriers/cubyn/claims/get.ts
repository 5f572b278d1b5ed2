import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { text } from '../../../declare/field';
import { offsetAlone } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { filesIn } from '../../../delivery/file';
import { claimAnswer, cubynClaim, toClaim } from './claim';
import { documentedAnswer } from './samples';
import { says } from '../says';
import { inPath } from '../path';

const PAGE = 500;

export const claimId = () => text({ label: 'Claim', choices: 'claims', placeholder: '9410f580-3737-49f4-bfca-a23d661420cf', help: 'ID of the claim, as Cubyn answered it.', common: true });

/** The links of a claim's attachments are signed and short-lived, like all of Cubyn's. */
export const claimFiles = (item: Item): FileLink[] => filesIn(item).map((file) => ({ ...file, open: true, fresh: { action: getClaim, input: { id: item.id }, key: file.key } }));

export const getClaim: Action = action({
	resource: 'claim',
	verb: 'get',
	title: 'Get Claim',
	does: 'Reads one claim: where it stands, what was decided, and its attachments.',
	covers: ['CU45'],
	effect: 'read',
	input: z.object({ id: claimId() }),
	output: cubynClaim,
	request: ({ id }) => ({ method: 'GET', path: `/v1/claims/${inPath(id)}` }),
	readings: { 200: gives(claimAnswer, (body) => toClaim(body)) },
	files: claimFiles,
	samples: [
		{
			title: 'By ID',
			input: { id: 'd6186a3c-b037-4650-9f1e-56f2ad410d10' },
			request: { method: 'GET', path: '/v1/claims/d6186a3c-b037-4650-9f1e-56f2ad410d10' },
			answer: { status: 200, body: documentedAnswer },
		},
	],
	antiSamples: [{ why: 'No ID', input: {}, names: ['Claim'] }],
	answers: [{ title: 'Unknown', input: { id: 'x' }, answer: says(404, 'Claim is not found'), comesTo: 'not_found' }],
});

/** The heading says v2, the table of endpoints and the sample v1. */
export const listClaims: Action = action({
	resource: 'claim',
	verb: 'getAll',
	title: 'Get Many Claims',
	does: 'Lists the claims of the account.',
	covers: ['CU44'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: cubynClaim,
	request: () => ({ method: 'GET', path: '/v1/claims' }),
	readings: { 200: givesMany(z.array(claimAnswer), (body) => body.map((each) => toClaim(each))) },
	pages: offsetAlone(PAGE, 'x-total-count'),
	files: claimFiles,
	samples: [{ title: 'Every claim (documented)', input: {}, request: { method: 'GET', path: '/v1/claims' }, answer: { status: 200, body: [documentedAnswer] } }],
	antiSamples: [{ why: 'A field that the step does not have', input: { status: 'REJECTED' }, names: ['status'] }],
});
