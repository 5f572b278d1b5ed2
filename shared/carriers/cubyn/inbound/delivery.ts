import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { isJsonObject, untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { statuses, type Status } from '../../../delivery/status';

const told = mirror({
	shippingCarrier: same.text('Shipping Carrier', 'carrierName'),
	trackingNumber: same.name('Tracking Number', 'carrierTrackingId'),
	warehouseId: same.name('Warehouse ID'),
	declaredPackingUnits: same.number('Declared Boxes'),
	receivedPackingUnits: same.number('Received Boxes'),
	completedPackingUnits: same.number('Completed Boxes'),
	storedItems: same.number('Stored Items'),
	estimatedAt: same.moment('Expected At', 'estimatedReceptionDate'),
	receivedAt: same.moment('Received At'),
	createdAt: same.moment('Created At'),
	updatedAt: same.moment('Updated At'),
});

export const inboundDeliveryAnswer = z.looseObject({ id: z.string(), orderId: z.string().nullish(), status: z.string().nullish(), ...told.answers });

/** Only CREATED is documented; a date of reception tells the rest. */
const statusOf: Readonly<Record<string, Status>> = { CREATED: 'created', RECEIVED: 'at_dropoff', COMPLETED: 'delivered' };

export const cubynInboundDelivery = z.object({
	id: out.id('Delivery ID'),
	carrier: out.id('Carrier'),
	orderId: out.text('Inbound Order ID'),
	status: z.enum(statuses),
	carrierStatus: out.text("Carrier's Own Status"),
	...told.shape,
	carrierData: out.carrierData(),
});

export const deliveryItem = (answer: z.output<typeof inboundDeliveryAnswer>): Item => ({
	id: answer.id,
	carrier: 'cubyn',
	orderId: answer.orderId ?? null,
	status: statusOf[answer.status ?? ''] ?? 'unknown',
	carrierStatus: answer.status ?? null,
	...told.of(answer),
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
