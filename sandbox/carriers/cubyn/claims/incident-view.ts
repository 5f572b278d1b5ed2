import { iso } from '../requests/time';
import type { CubynClaim } from './claim.types';
import type { ClaimFileInput } from './claim-body';
import { concernsOf, decisionOf, requesterOf } from './claim-view';

/** The claim as its own staff see it; what was just added has neither id nor dates yet. */
export function incidentView(claim: CubynClaim, added: readonly ClaimFileInput[]) {
	const { input } = claim;
	const { status, refundStatus, ...decision } = decisionOf(claim);
	return {
		incident: {
			attachments: [
				...claim.files.map((file) => ({
					id: file.id,
					incidentId: claim.id,
					type: file.type,
					fileKey: file.fileKey,
					createdAt: iso(file.createdAt),
					updatedAt: iso(file.updatedAt),
				})),
				...added.map(({ fileKey, type }) => ({ fileKey, type, incidentId: claim.id })),
			],
			attachmentValidations: [],
			concerns: concernsOf(claim),
			id: claim.id,
			createdAt: iso(claim.createdAt),
			status,
			refundStatus,
			incidentValidationTypes: [],
			refundValidationTypes: [],
			source: input.source,
			ownerId: claim.requesterId ?? claim.shipperId,
			origin: 'ZENDESK',
			originId: null,
			entityId: input.entityId,
			entityType: input.entityType,
			relatedShipperId: claim.shipperId,
			type: input.type,
			resolutionTypeSelected: input.resolutionTypeSelected,
			isManuallyUpdated: true,
			taxValue: null,
			...decision,
			refundSentToHeadOfFinanceAt: null,
			refundSentXMLEndToEndId: null,
			updatedAt: iso(claim.updatedAt),
			isArchived: false,
			requester: requesterOf(claim),
			returns: null,
			modificationEvents: {
				ATTACHMENT_UPDATED: { meta: { attachments: added.map(({ fileKey, type }) => ({ fileKey, type })) } },
				STATUS_UPDATED: { meta: { status } },
				REFUND_STATUS_UPDATED: { meta: { refundStatus } },
			},
		},
	};
}
