import type { Moment } from '../../framework/clock.types';
import type { ClaimFileInput, ClaimInput } from './claim-body';

export type CubynClaimStatus = 'CREATED' | 'STARTED' | 'RESOLVED' | 'REJECTED';

export interface CubynClaimFile extends ClaimFileInput {
	id: string;
	createdAt: Moment;
	updatedAt: Moment;
}

export interface CubynClaim {
	id: string;
	/** The merchant that owns the claim, even if a consumer filed it. */
	shipperId: number;
	/** Number of the consumer, where one filed it. */
	requesterId: number | null;
	input: ClaimInput;
	files: CubynClaimFile[];
	status: CubynClaimStatus;
	rejectedReason: string | null;
	reshipParcelId: number | null;
	refundId: number | null;
	decidedToRefundAt: Moment | null;
	createdAt: Moment;
	updatedAt: Moment;
}
