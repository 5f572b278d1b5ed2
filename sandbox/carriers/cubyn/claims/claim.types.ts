import type { Moment } from '../../frame/clock.types';
import type { ClaimFileInput, ClaimInput } from './claimBody';

export type CubynClaimStatus = 'CREATED' | 'STARTED' | 'RESOLVED' | 'REJECTED';

export interface CubynClaimFile extends ClaimFileInput {
	id: string;
	createdAt: Moment;
	updatedAt: Moment;
}

export interface CubynClaim {
	id: string;
	/** The merchant whose claim it is, whoever filed it. */
	shipperId: number;
	/** Number of the consumer, where one filed it. */
	requesterId: number | null;
	given: ClaimInput;
	files: CubynClaimFile[];
	status: CubynClaimStatus;
	rejectedReason: string | null;
	reshipParcelId: number | null;
	refundId: number | null;
	decidedToRefundAt: Moment | null;
	createdAt: Moment;
	updatedAt: Moment;
}
