import type { Owner } from '../parcels/createParcel';
import { ownParcel } from '../parcels/ownParcel';
import { invalid, notFound } from '../requests/refusal';
import { settle, type CubynState } from '../state';
import { productBySku } from '../stock/products';
import type { CubynClaim, CubynClaimFile } from './claim.types';
import type { ClaimFileInput, ClaimInput } from './claimBody';
import { decide } from './decide';

export function createClaim(state: CubynState, owner: Owner, given: ClaimInput): CubynClaim {
	assertEntity(state, owner, given);
	const files = newFiles(state, owner.account.id, given.attachments ?? []);
	const now = state.house.clock.now();
	const id = state.newUuid();
	const claim = state.claims.put(id, {
		id,
		shipperId: owner.account.id,
		requesterId: given.source === 'RECIPIENT' ? state.newId() : null,
		given,
		files,
		status: 'CREATED',
		rejectedReason: null,
		reshipParcelId: null,
		refundId: null,
		decidedToRefundAt: null,
		createdAt: now,
		updatedAt: now,
	});
	settle(state, state.settings.claimMs, () => decide(state, id));
	return claim;
}

/** A key must be one that an upload gave; a full address is taken as it is, as the sample has it. */
export function newFiles(state: CubynState, ownerId: number, sent: readonly ClaimFileInput[]): CubynClaimFile[] {
	const now = state.house.clock.now();
	return sent.map(({ type, fileKey }, place) => {
		const known = fileKey.startsWith('https://') || state.fileOwners.get(fileKey) === ownerId;
		if (!known) throw invalid({ field: `attachments.${place}.fileKey`, rule: 'isFileKey' });
		return { type, fileKey, id: state.newUuid(), createdAt: now, updatedAt: now };
	});
}

function assertEntity(state: CubynState, { account }: Owner, { entityType, entityId }: ClaimInput): void {
	if (entityType === 'PARCEL') {
		ownParcel({ state, account, params: { id: entityId } });
		return;
	}
	const product = state.products.get(entityId) ?? productBySku(state, account.id, entityId);
	if (product?.ownerId !== account.id) throw notFound('Product');
}
