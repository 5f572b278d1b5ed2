import type { Owner } from '../owner';
import { ownParcel } from '../parcels/own-parcel';
import { invalid, notFound } from '../requests/api-error';
import { scheduleAfter, type CubynState } from '../state';
import { productBySku } from '../stock/products';
import type { CubynClaim, CubynClaimFile } from './claim.types';
import type { ClaimFileInput, ClaimInput } from './claim-body';
import { decide } from './decide';

export function createClaim(state: CubynState, owner: Owner, input: ClaimInput): CubynClaim {
	assertEntity(state, owner, input);
	const files = newFiles(state, owner.account.id, input.attachments ?? []);
	const now = state.context.clock.now();
	const id = state.newUuid();
	const claim = state.claims.put(id, {
		id,
		shipperId: owner.account.id,
		requesterId: input.source === 'RECIPIENT' ? state.newId() : null,
		input,
		files,
		status: 'CREATED',
		rejectedReason: null,
		reshipParcelId: null,
		refundId: null,
		decidedToRefundAt: null,
		createdAt: now,
		updatedAt: now,
	});
	scheduleAfter(state, state.settings.claimMs, () => decide(state, id));
	return claim;
}

/** A key must be one that an upload gave; a full address is taken as it is, as the sample has it. */
export function newFiles(state: CubynState, ownerId: number, attachments: readonly ClaimFileInput[]): CubynClaimFile[] {
	const now = state.context.clock.now();
	return attachments.map(({ type, fileKey }, index) => {
		const isKnown = fileKey.startsWith('https://') || state.fileOwners.get(fileKey) === ownerId;
		if (!isKnown) throw invalid({ field: `attachments.${index}.fileKey`, rule: 'isFileKey' });
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
