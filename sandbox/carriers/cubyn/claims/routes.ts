import type { Route } from '../../framework/carrier';
import type { Moment } from '../../framework/clock.types';
import { jsonResponse, pageOf } from '../requests/responses';
import { apiRoutes, type AuthenticatedCall } from '../requests/guard';
import { notFound } from '../requests/api-error';
import type { CubynState } from '../state';
import type { CubynClaim } from './claim.types';
import { readAddedAttachments, readClaim } from './claim-body';
import { claimView } from './claim-view';
import { createClaim, newFiles } from './create-claim';
import { incidentView } from './incident-view';

/** The chapter uses v2, the table of endpoints v1. */
const PATHS = ['/v1/claims', '/v2/claims'];

export const claimRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'claims.create',
		method: 'POST',
		paths: PATHS,
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const input = readClaim(call.body, call.state.settings.claimAttachments);
			return jsonResponse(createClaim(call.state, call, input).id);
		},
	}),
	...apiRoutes({
		name: 'claims.list',
		method: 'GET',
		paths: PATHS,
		effect: 'read',
		query: { page: { defaultLimit: 500, maxLimit: 500 } },
		handle: ({ state, account, query, asOf, exchange }) => {
			const found = state.claims.all(asOf).filter(({ shipperId }) => shipperId === account.id);
			// CU44 promises no total.
			return jsonResponse(pageOf(found, query).map((claim) => claimView(state, exchange, claim)));
		},
	}),
	...apiRoutes({
		name: 'claims.read',
		method: 'GET',
		paths: ['/v1/claims/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(claimView(call.state, call.exchange, ownClaim(call, call.params.id, call.asOf))),
	}),
	...apiRoutes({
		name: 'claims.attach',
		method: 'POST',
		paths: ['/v1/claims-add-attachment'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const { state, account, body } = call;
			const { incidentId, attachments } = readAddedAttachments(body);
			const claim = ownClaim(call, incidentId);
			const files = newFiles(state, account.id, attachments);
			const updatedAt = state.context.clock.now();
			const changed = state.claims.put(claim.id, { ...claim, files: [...claim.files, ...files], updatedAt });
			return jsonResponse(incidentView({ ...changed, files: claim.files }, attachments));
		},
	}),
];

function ownClaim({ state, account }: AuthenticatedCall, id: string | undefined, asOf?: Moment): CubynClaim {
	const claim = state.claims.get(id ?? '', asOf);
	if (claim?.shipperId !== account.id) throw notFound('Claim');
	return claim;
}
