import type { Moment } from '../../framework/clock.types';
import type { CubynWarehouseGroup } from '../parcels/parcel.types';

export type CubynProductType = 'STANDARD' | 'RECIPIENT_RETURN' | 'BUNDLE' | 'VIRTUAL' | 'BLOCKED_LOT' | 'DAMAGED';

export interface CubynProduct {
	id: string;
	ownerId: number;
	sku: string;
	name: string;
	type: CubynProductType;
	scubId: string;
	isUnknown: boolean;
	isUnscannable: boolean;
	isCase: boolean;
	isCasePacked: boolean;
	/** Objects that came in under each barcode. */
	barcodes: { barcode: string; quantity: number }[];
	reserved: Record<CubynWarehouseGroup, number>;
	/** Left for good. */
	outbounded: number;
	hadStockInbounded: boolean;
	createdAt: Moment;
	updatedAt: Moment;
	archivedAt: Moment | null;
}

export interface CubynCounts {
	available: number;
	damaged: number;
}

/** Its id is made of reference, date and product, and changes with them; the number does not. */
export interface CubynLot {
	number: number;
	ownerId: number;
	productId: string;
	reference: string;
	date: Moment;
	isBlocked: boolean;
	counts: Record<CubynWarehouseGroup, CubynCounts>;
	updatedAt: Moment;
	/** The lot that this one became part of. */
	mergedInto: number | null;
}
