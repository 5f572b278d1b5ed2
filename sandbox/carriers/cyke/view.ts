import type { ApiVersion, CykeDelivery, CykePlace, CykeSettings, CykeTask } from './backoffice.types';
import { formatPhone } from './phone';
import { writeTimestamp } from './time';

export interface ViewOptions {
	apiVersion: ApiVersion;
	settings: CykeSettings;
	/** Base address for links to pictures and tracking pages. */
	origin: string;
}

/** The main task gives a delivery its slot: the drop-off, unless the request has only a pick-up. */
export function mainTask(delivery: CykeDelivery): CykeTask {
	return delivery.direction === 'inbound' ? delivery.pickup : delivery.dropoff;
}

function idView(id: number, { idForm }: CykeSettings): number | string {
	return idForm === 'text' ? String(id) : id;
}

export function listItem(delivery: CykeDelivery, { apiVersion, settings }: ViewOptions) {
	return {
		id: idView(delivery.id, settings),
		created_at: writeTimestamp(delivery.createdAt),
		status: delivery.status,
		...slotFields(mainTask(delivery), apiVersion),
		price_cents: delivery.priceCents,
	};
}

export function fullDelivery(delivery: CykeDelivery, options: ViewOptions) {
	const { price_cents, ...head } = listItem(delivery, options);
	const task = (value: CykeTask) =>
		value.savedAddress !== null && options.settings.savedAddressForm === 'number'
			? value.savedAddress
			: taskView(value, delivery, options);
	const dropoff = options.apiVersion === 'v2' || delivery.dropoff.specified;
	const pickup = options.apiVersion === 'v2' || delivery.pickup.specified;
	return {
		...head,
		...(delivery.senderDisplayName !== undefined && { sender_display_name: delivery.senderDisplayName }),
		comments: delivery.comments,
		client_order_reference: delivery.clientOrderReference,
		price_cents,
		direction: delivery.direction,
		bring_back_containers: delivery.bringBackContainers,
		original_delivery_id: delivery.originalDeliveryId,
		redelivery_id: delivery.redeliveryId,
		...(dropoff && { dropoff: task(delivery.dropoff) }),
		...(pickup && { pickup: task(delivery.pickup) }),
		packages: delivery.packages.map(({ type, amount }) => ({ type, amount })),
	};
}

// v2 renamed the slot of a delivery to the names that tasks always had.
function slotFields(task: CykeTask, apiVersion: ApiVersion) {
	const start = writeTimestamp(task.slotStart);
	const end = writeTimestamp(task.slotEnd);
	return apiVersion === 'v1'
		? { complete_after: start, complete_before: end }
		: { slot_starting_at: start, slot_ending_at: end };
}

function taskView(task: CykeTask, delivery: CykeDelivery, { apiVersion, settings, origin }: ViewOptions) {
	const file = (token: string) => `${origin}/files/${token}.png`;
	const signature = task.signature && signatureView(task.signature, file, settings);
	return {
		slot_starting_at: writeTimestamp(task.slotStart),
		slot_ending_at: writeTimestamp(task.slotEnd),
		tracking_url: delivery.startedAt === null ? null : `${origin}/tracking/${delivery.trackingToken}`,
		completed_at: task.completedAt === null ? null : writeTimestamp(task.completedAt),
		failure_reason: task.failureReason,
		...(apiVersion === 'v1' ? { notes: task.completionText } : { completion_text: task.completionText }),
		completion_signature: signature,
		completion_pictures: task.pictures.map((token) =>
			settings.pictureForm === 'url' ? file(token) : { url: file(token) },
		),
		place: placeView(task.place),
	};
}

function signatureView(
	signature: { token: string; acceptedBy: string },
	file: (token: string) => string,
	settings: CykeSettings,
) {
	const url = file(signature.token);
	return settings.signatureForm === 'url' ? url : { url, accepted_by: signature.acceptedBy };
}

function placeView(place: CykePlace) {
	const phone = place.recipient_phone;
	return {
		recipient_name: place.recipient_name,
		recipient_phone: phone === undefined ? null : (formatPhone(phone) ?? phone),
		...(place.recipient_email !== undefined && { recipient_email: place.recipient_email }),
		company_name: place.company_name ?? null,
		address: place.address,
		postal_code: place.postal_code,
		city: place.city,
		address_instructions: place.address_instructions ?? null,
	};
}
