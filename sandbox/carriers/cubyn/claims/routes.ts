import type { Route } from '../../frame/carrier';
import type { Moment } from '../../frame/clock.types';
import { answer, listed } from '../requests/answer';
import { apiRoutes, type Admitted } from '../requests/guard';
import { notFound } from '../requests/refusal';
import type { CubynState } from '../state';
import type { CubynClaim } from './claim.types';
import { readAdded, readClaim } from './claimBody';
import { claimView } from './claimView';
import { createClaim, newFiles } from './createClaim';
import { incidentView } from './incidentView';

/** The chapter says v2, the table of endpoints v1. */
const PATHS = ['/v1/claims', '/v2/claims'];

export const claimRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'claims.create',
		method: 'POST',
		paths: PATHS,
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const input = readClaim(call.body, call.state.settings.claimAttachments);
			return answer(createClaim(call.state, call, input).id);
		},
	}),
	...apiRoutes({
		name: 'claims.list',
		method: 'GET',
		paths: PATHS,
		effect: 'read',
		query: { page: { usual: 500, most: 500 } },
		handle: ({ state, account, query, asOf, visit }) => {
			const found = state.claims.all(asOf).filter(({ shipperId }) => shipperId === account.id);
			return listed(found, query, (claim) => claimView(state, visit, claim));
		},
	}),
	...apiRoutes({
		name: 'claims.read',
		method: 'GET',
		paths: ['/v1/claims/:id'],
		effect: 'read',
		handle: (call) => answer(claimView(call.state, call.visit, ownClaim(call, call.params.id, call.asOf))),
	}),
	...apiRoutes({
		name: 'claims.attach',
		method: 'POST',
		paths: ['/v1/claims-add-attachment'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const { state, account, body } = call;
			const { incidentId, attachments } = readAdded(body);
			const claim = ownClaim(call, incidentId);
			const files = newFiles(state, account.id, attachments);
			const updatedAt = state.house.clock.now();
			const changed = state.claims.put(claim.id, { ...claim, files: [...claim.files, ...files], updatedAt });
			return answer(incidentView({ ...changed, files: claim.files }, attachments));
		},
	}),
];

function ownClaim({ state, account }: Admitted, id: string | undefined, asOf?: Moment): CubynClaim {
	const claim = state.claims.get(id ?? '', asOf);
	if (claim?.shipperId !== account.id) throw notFound('Claim');
	return claim;
}
