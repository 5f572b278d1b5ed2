import type { Moment } from '../../framework/clock.types';
import type { ParcelInput } from './parcel-body';

export type CubynParcelStatus =
	| 'CREATED'
	| 'PREPARED'
	| 'PICKED'
	| 'SHIPPED'
	| 'CARRIER_IN_TRANSIT'
	| 'CARRIER_OUT_FOR_DELIVERY'
	| 'CARRIER_FAILED_ATTEMPT'
	| 'CARRIER_DELIVERED'
	| 'CARRIER_EXCEPTION'
	| 'CARRIER_RETURN_RECEIVED';

export type CubynParcelType = 'SHIPMENT' | 'RECIPIENT_RETURN' | 'DUPLICATE' | 'CUBYN_RETURN';

/** Objects taken from one lot for a parcel. */
export interface CubynReservation {
	productId: string;
	/** The lot's number inside the sandbox: its id changes with date and reference. */
	lot: number;
	warehouse: CubynWarehouseGroup;
	quantity: number;
}

export type CubynWarehouseGroup = 'FR' | 'ES';

/** What will go wrong on the way. */
export type CubynMishap = 'failed attempt' | 'exception' | 'return' | 'cancellation fails';

export interface CubynParcel {
	id: number;
	shipperId: number;
	applicationId: number;
	type: CubynParcelType;
	/** Picked from the warehouse by SKU, rather than collected at the shop (legacy product). */
	isStorage: boolean;
	input: ParcelInput;
	status: CubynParcelStatus;
	cancellationStatus: 'NONE' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED';
	/** Null until the parcel was looked at. */
	validationStatus: 'INFO' | 'FAILED' | null;
	batchId: string;
	collectId: number | null;
	barcode: string | null;
	qrCode: string | null;
	carrier: string | null;
	carrierTrackingId: string | null;
	createdAt: Moment;
	updatedAt: Moment;
	validatedAt: Moment | null;
	pickedAt: Moment | null;
	shippedAt: Moment | null;
	deliveredAt: Moment | null;
	reservations: CubynReservation[];
	/** The one return that a parcel may have. */
	returnId: number | null;
	mishap: CubynMishap | null;
	deleted: boolean;
}
