import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { isJsonObject, untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { statuses, type Status } from '../../../delivery/status';
import { asText } from '../answered';
import { amount } from '../wire';

export const inboundDeliveryAnswer = z.looseObject({
	id: z.string(),
	orderId: z.string().nullish(),
	status: z.string().nullish(),
	carrierName: z.string().nullish(),
	carrierTrackingId: amount.nullish(),
	warehouseId: amount.nullish(),
	declaredPackingUnits: z.number().nullish(),
	receivedPackingUnits: z.number().nullish(),
	completedPackingUnits: z.number().nullish(),
	storedItems: z.number().nullish(),
	estimatedReceptionDate: z.string().nullish(),
	receivedAt: z.string().nullish(),
	createdAt: z.string().nullish(),
	updatedAt: z.string().nullish(),
});

/** Only CREATED is documented; a date of reception tells the rest. */
const statusOf: Readonly<Record<string, Status>> = { CREATED: 'created', RECEIVED: 'at_dropoff', COMPLETED: 'delivered' };

export const cubynInboundDelivery = z.object({
	id: out.id('Delivery ID'),
	carrier: out.id('Carrier'),
	orderId: out.text('Inbound Order ID'),
	status: z.enum(statuses),
	carrierStatus: out.text("Carrier's Own Status"),
	shippingCarrier: out.text('Shipping Carrier'),
	trackingNumber: out.text('Tracking Number'),
	warehouseId: out.text('Warehouse ID'),
	declaredPackingUnits: out.number('Declared Boxes'),
	receivedPackingUnits: out.number('Received Boxes'),
	completedPackingUnits: out.number('Completed Boxes'),
	storedItems: out.number('Stored Items'),
	estimatedAt: out.moment('Expected At'),
	receivedAt: out.moment('Received At'),
	createdAt: out.moment('Created At'),
	updatedAt: out.moment('Updated At'),
	carrierData: out.carrierData(),
});

export const deliveryItem = (answer: z.output<typeof inboundDeliveryAnswer>): Item => ({
	id: answer.id,
	carrier: 'cubyn',
	orderId: answer.orderId ?? null,
	status: statusOf[answer.status ?? ''] ?? 'unknown',
	carrierStatus: answer.status ?? null,
	shippingCarrier: answer.carrierName ?? null,
	trackingNumber: asText(answer.carrierTrackingId),
	warehouseId: asText(answer.warehouseId),
	declaredPackingUnits: answer.declaredPackingUnits ?? null,
	receivedPackingUnits: answer.receivedPackingUnits ?? null,
	completedPackingUnits: answer.completedPackingUnits ?? null,
	storedItems: answer.storedItems ?? null,
	estimatedAt: answer.estimatedReceptionDate ?? null,
	receivedAt: answer.receivedAt ?? null,
	createdAt: answer.createdAt ?? null,
	updatedAt: answer.updatedAt ?? null,
	carrierData: untouched(answer),
});

/** As it stands on its order. */
export const onOrder = ({ id, shippingCarrier, trackingNumber, carrierStatus, declaredPackingUnits, estimatedAt }: Item) => ({
	id,
	shippingCarrier,
	trackingNumber,
	carrierStatus,
	declaredPackingUnits,
	estimatedAt,
});

export const deliveriesOf = (item: Item): Item[] => (Array.isArray(item.deliveries) ? item.deliveries.filter(isJsonObject) : []);
