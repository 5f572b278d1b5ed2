import { createParcel } from '../parcels/create-parcel';
import type { CubynParcel } from '../parcels/parcel.types';
import { scheduleAfter, type CubynState } from '../state';
import type { CubynClaim, CubynClaimStatus } from './claim.types';

/** As Cubyn's people would: what came is not late, goods are sent again, money takes a second step at the bank. */
export function decide(state: CubynState, id: string): void {
	const claim = state.claims.get(id);
	if (claim === undefined) return;
	if (claim.status === 'STARTED') decideClaim(state, claim, 'RESOLVED');
	if (claim.status !== 'CREATED') return;
	if (claim.input.type === 'PARCEL_LATE_DELIVERY') decideClaim(state, claim, 'REJECTED', 'PARCEL_DELIVERED_ON_TIME');
	else if (claim.input.resolutionTypeSelected === 'RESHIP') decideClaim(state, claim, 'RESOLVED');
	else {
		decideClaim(state, claim, 'STARTED');
		scheduleAfter(state, state.settings.claimMs, () => decide(state, id));
	}
}

export function decideClaim(
	state: CubynState,
	claim: CubynClaim,
	status: CubynClaimStatus,
	rejectedReason: string | null = null,
): CubynClaim {
	const now = state.context.clock.now();
	const { resolutionTypeSelected } = claim.input;
	const refunded = resolutionTypeSelected === 'REFUND' && (status === 'STARTED' || status === 'RESOLVED');
	const reshipped =
		resolutionTypeSelected === 'RESHIP' && status === 'RESOLVED' ? reshipParcel(state, claim) : undefined;
	return state.claims.put(claim.id, {
		...claim,
		status,
		rejectedReason: status === 'REJECTED' ? rejectedReason : null,
		reshipParcelId: reshipped?.id ?? claim.reshipParcelId,
		refundId: refunded ? (claim.refundId ?? state.newId()) : claim.refundId,
		decidedToRefundAt: refunded ? (claim.decidedToRefundAt ?? now) : claim.decidedToRefundAt,
		updatedAt: now,
	});
}

function reshipParcel(state: CubynState, { input, shipperId }: CubynClaim): CubynParcel | undefined {
	const parcel = input.entityType === 'PARCEL' ? state.parcels.get(Number(input.entityId)) : undefined;
	const account = state.accounts.find(({ id }) => id === shipperId);
	const application = account?.applications.find(({ id }) => id === parcel?.applicationId);
	if (parcel === undefined || account === undefined || application === undefined) return undefined;
	// A second parcel of one order: it has no reference of its own.
	const { orderRef: _reference, ...inputWithoutReference } = parcel.input;
	return createParcel(state, { account, application }, inputWithoutReference, 'DUPLICATE');
}
