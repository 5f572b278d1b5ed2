import type { Visit } from '../../frame/visit';
import { pathOf } from '../files/attachments';
import { signedLink } from '../files/vault';
import { iso, isoOrNull } from '../requests/time';
import type { CubynState } from '../state';
import type { CubynClaim } from './claim.types';

/** Bank details go in and never come out. */
export function claimView(state: CubynState, visit: Visit, claim: CubynClaim) {
	const { given, files } = claim;
	return {
		id: claim.id,
		type: given.type,
		attachments: files.map((file) => ({
			id: file.id,
			incidentId: claim.id,
			type: file.type,
			fileKey: file.fileKey,
			url: file.fileKey.startsWith('/') ? signedLink(state, visit, pathOf(file.fileKey)) : file.fileKey,
			createdAt: iso(file.createdAt),
			updatedAt: iso(file.updatedAt),
		})),
		concerns: concernsOf(claim),
		...decisionOf(claim),
		source: given.source,
		ownerId: claim.requesterId ?? claim.shipperId,
		entityId: given.entityId,
		entityType: given.entityType,
		relatedShipperId: claim.shipperId,
		requester: requesterOf(claim),
		createdAt: iso(claim.createdAt),
		updatedAt: iso(claim.updatedAt),
	};
}

export function decisionOf(claim: CubynClaim) {
	const { given, status } = claim;
	const accepted = status === 'STARTED' || status === 'RESOLVED';
	return {
		status,
		refundStatus: given.resolutionTypeSelected === 'REFUND' ? status : 'CREATED',
		resolutionTypeApplied: accepted ? given.resolutionTypeSelected : null,
		refundId: claim.refundId,
		// A share of the fee, and an amount in euros.
		shippingFeesAmount: claim.refundId === null ? null : 50,
		merchandiseValue: claim.refundId === null ? null : 20,
		rejectedReason: claim.rejectedReason === null ? null : [{ key: claim.rejectedReason }],
		reshipParcelId: claim.reshipParcelId,
		decidedToRefundAt: isoOrNull(claim.decidedToRefundAt),
	};
}

export function concernsOf(claim: CubynClaim) {
	return (claim.given.concerns ?? []).map(({ entityId, entityType, type, quantity }) => ({
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

export function requesterOf({ given: { requester }, requesterId, createdAt }: CubynClaim) {
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
