import type { Moment } from '../../framework/clock.types';

export type CubynInboundStatus = 'CREATED' | 'VALIDATED' | 'RECEIVING' | 'COMPLETED';

export interface CubynInboundLine {
	id: string;
	name: string;
	sku: string;
	barcode: string;
	declared: number;
	labeled: number;
	stored: number;
	lot: { date: Moment | null; reference: string };
	createdAt: Moment;
	updatedAt: Moment;
}

export interface CubynInboundOrder {
	id: string;
	/** The number that people see: "WIO 290833". */
	pid: string;
	ownerId: number;
	warehouseId: number;
	status: CubynInboundStatus;
	packingUnits: number;
	lines: CubynInboundLine[];
	/** Goods that came back, rather than new ones. */
	isReturn: boolean;
	createdAt: Moment;
	updatedAt: Moment;
	validatedAt: Moment | null;
	receiptStartedAt: Moment | null;
	completedAt: Moment | null;
	deletedAt: Moment | null;
}

export interface CubynInboundDelivery {
	id: string;
	orderId: string;
	ownerId: number;
	warehouseId: number;
	carrierName: string;
	carrierTrackingId: string;
	status: 'CREATED' | 'RECEIVED' | 'COMPLETED';
	declaredPackingUnits: number;
	estimatedReceptionDate: Moment | null;
	fileKey: string | null;
	createdAt: Moment;
	updatedAt: Moment;
	receivedAt: Moment | null;
}
