import type { Exchange } from '../../framework/context';
import { pathOf } from '../files/attachments';
import { signedLink } from '../files/vault';
import { iso, isoOrNull } from '../requests/time';
import type { CubynState } from '../state';
import type { CubynClaim } from './claim.types';

/** Bank details are accepted and never returned. */
export function claimView(state: CubynState, exchange: Exchange, claim: CubynClaim) {
	const { input, files } = claim;
	return {
		id: claim.id,
		type: input.type,
		attachments: files.map((file) => ({
			id: file.id,
			incidentId: claim.id,
			type: file.type,
			fileKey: file.fileKey,
			url: file.fileKey.startsWith('/') ? signedLink(state, exchange, pathOf(file.fileKey)) : file.fileKey,
			createdAt: iso(file.createdAt),
			updatedAt: iso(file.updatedAt),
		})),
		concerns: concernsOf(claim),
		...decisionOf(claim),
		source: input.source,
		ownerId: claim.requesterId ?? claim.shipperId,
		entityId: input.entityId,
		entityType: input.entityType,
		relatedShipperId: claim.shipperId,
		requester: requesterOf(claim),
		createdAt: iso(claim.createdAt),
		updatedAt: iso(claim.updatedAt),
	};
}

export function decisionOf(claim: CubynClaim) {
	const { input, status } = claim;
	const decided = status !== 'CREATED';
	// The sample of a rejected claim shows amounts that are never paid.
	const hasAmounts = claim.refundId !== null || (status === 'REJECTED' && input.resolutionTypeSelected === 'REFUND');
	return {
		status,
		refundStatus: input.resolutionTypeSelected === 'REFUND' ? status : 'CREATED',
		resolutionTypeApplied: decided ? input.resolutionTypeSelected : null,
		refundId: claim.refundId,
		// A share of the fee, and an amount in euros.
		shippingFeesAmount: hasAmounts ? 50 : null,
		merchandiseValue: hasAmounts ? 20 : null,
		rejectedReason: claim.rejectedReason === null ? null : [{ key: claim.rejectedReason }],
		reshipParcelId: claim.reshipParcelId,
		decidedToRefundAt: isoOrNull(claim.decidedToRefundAt),
	};
}

export function concernsOf(claim: CubynClaim) {
	return (claim.input.concerns ?? []).map(({ entityId, entityType, type, quantity }) => ({
		id: `${type}|${entityId}`,
		incidentId: claim.id,
		entityId,
		entityType,
		type,
		quantity,
		createdAt: iso(claim.createdAt),
		updatedAt: iso(claim.createdAt),
	}));
}

export function requesterOf({ input: { requester }, requesterId, createdAt }: CubynClaim) {
	if (requester === undefined) return null;
	return {
		id: requesterId,
		firstName: requester.firstName,
		lastName: requester.lastName,
		organizationName: requester.organizationName,
		email: requester.email,
		language: requester.language,
		createdAt: iso(createdAt),
		updatedAt: iso(createdAt),
	};
}
