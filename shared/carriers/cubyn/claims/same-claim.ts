import type { Comparison } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { isJsonObject, type Json } from '../../../json';

export interface ClaimRequest {
	type: string;
	entityType: string;
	entityId: string;
	source: string;
	resolutionTypeSelected: string;
	concerns?: readonly { entityId: string; quantity: number }[];
	attachments?: readonly { type: string; fileKey: string }[];
}

const describeProducts = (concerns: readonly { id: unknown; quantity: unknown }[]) =>
	concerns
		.map(({ id, quantity }) => `${String(quantity ?? 1)} × ${String(id)}`)
		.sort()
		.join(', ');

const productsOf = ({ concerns = [] }: ClaimRequest) =>
	describeProducts(concerns.map(({ entityId, quantity }) => ({ id: entityId, quantity })));

const foundProductsOf = ({ concerns }: Item) =>
	Array.isArray(concerns)
		? describeProducts(concerns.filter(isJsonObject).map(({ productId, quantity }) => ({ id: productId, quantity })))
		: '';

/** CU43: a claim has no reference. Its subject, claimant and resolution identify it. */
export const claimIdentity = (claim: ClaimRequest): string => {
	const { type, entityType, entityId, source, resolutionTypeSelected } = claim;
	const products = productsOf(claim);
	return `${type} of ${entityType} ${entityId} (${source}, ${resolutionTypeSelected}${products === '' ? '' : `, ${products}`})`;
};

const isKnown = (value: Json | undefined): boolean => typeof value === 'string' && value !== '';

/**
 * Lists leave fields out (CU44 shows no resolution), so a missing field does not rule a match out. A rejected claim may
 * be made again.
 */
export function isSameClaim(found: Item, claim: ClaimRequest): boolean {
	if (found.type !== claim.type || found.entityType !== claim.entityType) return false;
	if (found.entityId !== claim.entityId || found.carrierStatus === 'REJECTED') return false;
	if (isKnown(found.source) && found.source !== claim.source) return false;
	if (isKnown(found.wantedResolution) && found.wantedResolution !== claim.resolutionTypeSelected) return false;
	const products = foundProductsOf(found);
	return products === '' || products === productsOf(claim);
}

const NOT_SHOWN = 'not shown by Cubyn';

/** Reports the fields that could not be compared with the claim found. */
export function compareClaim(claim: ClaimRequest, found: Item): Comparison[] {
	const [products, foundProducts] = [productsOf(claim), foundProductsOf(found)];
	return [
		...(isKnown(found.wantedResolution)
			? []
			: [{ label: 'Resolution', requested: claim.resolutionTypeSelected, found: NOT_SHOWN }]),
		...(products === '' || foundProducts === products
			? []
			: [{ label: 'Concerned Products', requested: products, found: foundProducts || NOT_SHOWN }]),
	];
}

/**
 * Files of the request that an existing claim lacks. An upload has a new key each time, so they are counted by type.
 */
export function missingAttachments({ attachments = [] }: ClaimRequest, found: Item) {
	const held = Array.isArray(found.attachments) ? found.attachments.filter(isJsonObject) : [];
	const free = held.map(({ type }) => type);
	return attachments.filter(({ type, fileKey }) => {
		if (held.some((attachment) => attachment.fileKey === fileKey)) return false;
		const index = free.indexOf(type);
		if (index === -1) return true;
		free.splice(index, 1);
		return false;
	});
}
