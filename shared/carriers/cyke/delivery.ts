import type { FileLink } from '../../declare/action';
import type { Facts } from '../../declare/facts';
import { asJsonObject, isJsonObject } from '../../json';
import { deliveryItem, deliveryOf, outputField, outputItem, type Stop } from '../../delivery/delivery';
import { lenientReader, type LenientObject } from '../../declare/lenient-object';
import type { Status } from '../../delivery/status';
import type { DeliveryResponse, ListRow } from './wire';

/**
 * `ready` is missing on the carrier's page of statuses, but it has a webhook event. It comes before a rider is
 * assigned.
 */
const statusMap: Readonly<Record<string, Status>> = {
	saved: 'created',
	ready: 'created',
	scheduled: 'scheduled',
	picked_up: 'picked_up',
	delivered: 'delivered',
	failed: 'failed',
	cancelled: 'cancelled',
};

export const statusFrom = (carrierStatus: string | null): Status => statusMap[carrierStatus ?? ''] ?? 'unknown';

/** The page about one delivery, for people, on the installation of the connection. */
const deliveryPage = (id: string, { access }: Pick<Facts, 'access'>) =>
	`${access.base.replace(/\/api\/v\d+$/, '')}/deliveries/${id}`;

export const cykeDelivery = deliveryItem(() => ({
	direction: outputField.text('Direction'),
	senderName: outputField.text('Sender Name'),
	bringBackContainers: outputField.toggle('Bring Back Containers'),
	acceptedBy: outputField.text('Accepted By'),
}));

/** Known receivers read a picture or signature as a plain link, and as an object with `url` and `accepted_by`. */
interface Proof {
	url?: string;
	acceptedBy?: string;
}

/** A picture or signature may be listed before its file exists. */
function proofOf(value: unknown): Proof {
	const { url, accepted_by: acceptedBy } = isJsonObject(value) ? value : { url: value, accepted_by: undefined };
	return {
		...(typeof url === 'string' && url !== '' ? { url } : {}),
		...(typeof acceptedBy === 'string' && acceptedBy !== '' ? { acceptedBy } : {}),
	};
}

/** The proof that a task was completed: the pictures, then the signature. */
function proofsOf(task: LenientObject | null): { pictures: Proof[]; signature: Proof } {
	const pictures = task?.value('completion_pictures');
	return {
		pictures: (Array.isArray(pictures) ? pictures : [pictures]).map(proofOf),
		signature: proofOf(task?.value('completion_signature')),
	};
}

function filesOf(task: LenientObject | null, end: string): FileLink[] {
	const { pictures, signature } = proofsOf(task);
	return [
		...pictures
			.flatMap(({ url }) => url ?? [])
			.map((url, index) => ({ key: `${end}_picture_${index + 1}`, name: `${end}-picture-${index + 1}`, url })),
		...(signature.url === undefined ? [] : [{ key: `${end}_signature`, name: `${end}-signature`, url: signature.url }]),
	];
}

/**
 * The name of the person who took the goods: with the pictures at the one known client, with the signature on the v1
 * page.
 */
function acceptedBy(task: LenientObject | null): string | undefined {
	const { pictures, signature } = proofsOf(task);
	return [signature, ...pictures].flatMap(({ acceptedBy: name }) => name ?? []).at(0);
}

function stopOf(task: LenientObject): Stop {
	const place = task.object('place');
	return {
		name: place?.text('recipient_name'),
		company: place?.text('company_name'),
		phone: place?.text('recipient_phone'),
		email: place?.text('recipient_email'),
		street: place?.text('address'),
		postalCode: place?.text('postal_code'),
		city: place?.text('city'),
		instructions: place?.text('address_instructions'),
		slotStart: task.moment('slot_starting_at'),
		slotEnd: task.moment('slot_ending_at'),
		completedAt: task.moment('completed_at'),
		trackingUrl: task.text('tracking_url'),
		failureReason: task.text('failure_reason'),
		// v1 has `notes`, v2 has `completion_text`.
		courierNote: task.text('completion_text') ?? task.text('notes'),
	};
}

/** A task may be the number of a saved address, which has no address fields (open question 14 of the notes). */
function taskAt(delivery: LenientObject, end: 'dropoff' | 'pickup'): LenientObject | null {
	const value = delivery.value(end);
	const isAddressNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
	return isAddressNumber ? null : delivery.object(end);
}

function priceOf(object: LenientObject) {
	const cents = object.number('price_cents');
	return cents === null ? null : { amount: cents, currency: 'EUR', vat: null };
}

/** When the status was reached, if a task shows it. Either task may be the one that failed. */
function occurredAt(status: string | null, dropoff: Stop | null, pickup: Stop | null): string | null {
	const failedStop = [dropoff, pickup].find((stop) => typeof stop?.failureReason === 'string');
	if (status === 'failed' && typeof failedStop?.completedAt === 'string') return failedStop.completedAt;
	const isPast = status === 'picked_up' || status === 'delivered' || status === 'failed';
	return dropoff?.completedAt ?? (isPast ? pickup?.completedAt : null) ?? null;
}

/** `eventStatus`: the status in a webhook's type. It overrides the status in its payload. */
export function deliveryItemOf(response: DeliveryResponse, facts: Pick<Facts, 'access'>, eventStatus?: string) {
	const body = asJsonObject(response);
	const { root, warnings } = lenientReader(body, facts.access.zone);
	const id = String(response.id);
	const carrierStatus = eventStatus ?? root.text('status');
	const [pickupTask, dropoffTask] = [taskAt(root, 'pickup'), taskAt(root, 'dropoff')];
	const [pickup, dropoff] = [pickupTask && stopOf(pickupTask), dropoffTask && stopOf(dropoffTask)];
	return deliveryOf(
		'cyke',
		{
			id,
			reference: root.text('client_order_reference'),
			status: statusFrom(carrierStatus),
			carrierStatus,
			occurredAt: occurredAt(carrierStatus, dropoff, pickup),
			reason: dropoff?.failureReason ?? pickup?.failureReason ?? null,
			createdAt: root.moment('created_at'),
			pickup,
			dropoff,
			packages: root.objects('packages').map((line) => ({
				name: line.text('type') ?? line.text('name') ?? line.text('package_type_id'),
				amount: line.number('amount'),
			})),
			price: priceOf(root),
			note: root.text('comments'),
			page: deliveryPage(id, facts),
			redeliveryOf: root.text('original_delivery_id'),
			redeliveredAs: root.text('redelivery_id'),
			files: [...filesOf(pickupTask, 'pickup'), ...filesOf(dropoffTask, 'dropoff')],
		},
		{
			direction: root.text('direction'),
			senderName: root.text('sender_display_name'),
			bringBackContainers: root.flag('bring_back_containers'),
			acceptedBy: acceptedBy(dropoffTask) ?? acceptedBy(pickupTask) ?? null,
			...warnings('Cyke'),
		},
		body,
	);
}

export const toItem = (response: DeliveryResponse, _input: unknown, facts: Pick<Facts, 'access'>) =>
	deliveryItemOf(response, facts);

/** CY1, CY8: a row holds part of a delivery, and never its reference: with the filter, it is the one filtered by. */
export function rowToItem(row: ListRow, reference: string | undefined, facts: Pick<Facts, 'access'>) {
	const body = asJsonObject(row);
	const { root, warnings } = lenientReader(body, facts.access.zone);
	const id = String(row.id);
	const carrierStatus = root.text('status');
	return deliveryOf(
		'cyke',
		{
			id,
			reference: reference ?? null,
			status: statusFrom(carrierStatus),
			carrierStatus,
			createdAt: root.moment('created_at'),
			price: priceOf(root),
			page: deliveryPage(id, facts),
		},
		{
			// v1 calls the slot `complete_after` and `complete_before`.
			slotStart: root.moment('slot_starting_at') ?? root.moment('complete_after'),
			slotEnd: root.moment('slot_ending_at') ?? root.moment('complete_before'),
			...warnings('Cyke'),
		},
		body,
	);
}

export const cykeListRow = outputItem(() => ({
	...cykeDelivery.pick({
		id: true,
		carrier: true,
		reference: true,
		status: true,
		carrierStatus: true,
		terminal: true,
		rank: true,
		createdAt: true,
		price: true,
		page: true,
		warnings: true,
		carrierData: true,
	}).shape,
	slotStart: outputField.moment('Slot Start'),
	slotEnd: outputField.moment('Slot End'),
}));
