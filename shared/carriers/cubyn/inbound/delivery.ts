import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { isJsonObject, asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { statuses, type Status } from '../../../delivery/status';

const mirrored = passThroughFields({
	shippingCarrier: passThrough.text('Shipping Carrier', 'carrierName'),
	trackingNumber: passThrough.name('Tracking Number', 'carrierTrackingId'),
	warehouseId: passThrough.name('Warehouse ID'),
	declaredPackingUnits: passThrough.number('Declared Boxes'),
	receivedPackingUnits: passThrough.number('Received Boxes'),
	completedPackingUnits: passThrough.number('Completed Boxes'),
	storedItems: passThrough.number('Stored Items'),
	estimatedAt: passThrough.moment('Expected At', 'estimatedReceptionDate'),
	receivedAt: passThrough.moment('Received At'),
	createdAt: passThrough.moment('Created At'),
	updatedAt: passThrough.moment('Updated At'),
});

export const inboundDeliveryResponse = z.looseObject({
	id: z.string(),
	orderId: z.string().nullish(),
	status: z.string().nullish(),
	...mirrored.inputShape,
});

/** Only CREATED is documented. The reception date gives the other statuses. */
const statusMap: Readonly<Record<string, Status>> = {
	CREATED: 'created',
	RECEIVED: 'at_dropoff',
	COMPLETED: 'delivered',
};

export const cubynInboundDelivery = outputItem(() => ({
	id: outputField.id('Delivery ID'),
	carrier: outputField.id('Carrier'),
	orderId: outputField.text('Inbound Order ID'),
	status: z.enum(statuses),
	carrierStatus: outputField.text("Carrier's Own Status"),
	...mirrored.outputShape,
	carrierData: outputField.carrierData(),
}));

export const deliveryItem = (response: z.output<typeof inboundDeliveryResponse>) => ({
	id: response.id,
	carrier: 'cubyn',
	orderId: response.orderId ?? null,
	status: statusMap[response.status ?? ''] ?? 'unknown',
	carrierStatus: response.status ?? null,
	...mirrored.toFields(response),
	carrierData: asJsonObject(response),
});

type OrderDelivery = Pick<
	ReturnType<typeof deliveryItem>,
	'id' | 'shippingCarrier' | 'trackingNumber' | 'carrierStatus' | 'declaredPackingUnits' | 'estimatedAt'
>;

/** The delivery in the form its order has it. */
export function toOrderDelivery(delivery: ReturnType<typeof deliveryItem>): OrderDelivery;
export function toOrderDelivery(delivery: Item): Item;
export function toOrderDelivery({
	id,
	shippingCarrier,
	trackingNumber,
	carrierStatus,
	declaredPackingUnits,
	estimatedAt,
}: Item): Item {
	return { id, shippingCarrier, trackingNumber, carrierStatus, declaredPackingUnits, estimatedAt };
}

export const deliveriesOf = (item: Item): Item[] =>
	Array.isArray(item.deliveries) ? item.deliveries.filter(isJsonObject) : [];
