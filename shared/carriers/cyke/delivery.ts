import { z } from 'zod/v4';

import type { FileLink } from '../../declare/action';
import type { Facts, Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { deliveryItem, deliveryOf, out, type Stop } from '../../delivery/delivery';
import { filesIn } from '../../delivery/file';
import type { Status } from '../../delivery/status';
import type { DeliveryAnswer, ListLine, TaskAnswer } from './wire';

/** `ready` is not on the carrier's page of statuses, but it has a webhook event; it comes before a rider is assigned. */
const statusOf: Readonly<Record<string, Status>> = {
	saved: 'created',
	ready: 'created',
	scheduled: 'scheduled',
	picked_up: 'picked_up',
	delivered: 'delivered',
	failed: 'failed',
	cancelled: 'cancelled',
};

export const statusFrom = (carrierStatus: string | null | undefined): Status => statusOf[carrierStatus ?? ''] ?? 'unknown';

/** The page about one delivery, for people: on the installation that was spoken to. */
const pageOf = (id: number, { access }: Pick<Facts, 'access'>) => `${access.base.replace(/\/api\/v\d+$/, '')}/deliveries/${id}`;

export const cykeDelivery = deliveryItem({ direction: out.text('Direction') });

/** A picture or signature may be announced before its file is there. */
function urlOf(picture: string | { url?: string | null } | null | undefined): string[] {
	const url = typeof picture === 'string' ? picture : picture?.url;
	return url === null || url === undefined || url === '' ? [] : [url];
}

function filesOf(task: TaskAnswer | null | undefined, end: string): FileLink[] {
	const pictures = (task?.completion_pictures ?? []).flatMap(urlOf).map((url, at) => ({ key: `${end}_picture_${at + 1}`, name: `${end}-picture-${at + 1}`, url }));
	const signatures = urlOf(task?.completion_signature).map((url) => ({ key: `${end}_signature`, name: `${end}-signature`, url }));
	return [...pictures, ...signatures];
}

function stopOf(task: TaskAnswer): Stop {
	const { place } = task;
	return {
		name: place?.recipient_name,
		company: place?.company_name,
		phone: place?.recipient_phone,
		email: place?.recipient_email,
		street: place?.address,
		postalCode: place?.postal_code,
		city: place?.city,
		instructions: place?.address_instructions,
		slotStart: task.slot_starting_at,
		slotEnd: task.slot_ending_at,
		completedAt: task.completed_at,
		trackingUrl: task.tracking_url,
		failureReason: task.failure_reason,
		courierNote: task.completion_text ?? task.notes,
	};
}

const idText = (id: number | null | undefined) => (id === null || id === undefined ? null : String(id));
const priceOf = (cents: number | null | undefined) => (cents === null || cents === undefined ? null : { amount: cents, currency: 'EUR', vat: null });

/** When the status was reached, as far as a task tells it: a pick-up alone may have failed, or be all that is done yet. */
function occurredAt({ dropoff, pickup, status }: DeliveryAnswer): string | null {
	const isPast = status === 'picked_up' || status === 'delivered' || status === 'failed';
	return dropoff?.completed_at ?? (isPast ? pickup?.completed_at : null) ?? null;
}

export function toItem(answer: DeliveryAnswer, _input: unknown, facts: Pick<Facts, 'access'>): Item {
	return deliveryOf(
		'cyke',
		{
			id: String(answer.id),
			reference: answer.client_order_reference ?? null,
			status: statusFrom(answer.status),
			carrierStatus: answer.status ?? null,
			occurredAt: occurredAt(answer),
			reason: answer.dropoff?.failure_reason ?? answer.pickup?.failure_reason ?? null,
			createdAt: answer.created_at ?? null,
			pickup: answer.pickup ? stopOf(answer.pickup) : null,
			dropoff: answer.dropoff ? stopOf(answer.dropoff) : null,
			packages: (answer.packages ?? []).map((each) => ({ name: each.type ?? each.name ?? idText(each.package_type_id), amount: each.amount })),
			price: priceOf(answer.price_cents),
			note: answer.comments ?? null,
			page: pageOf(answer.id, facts),
			redeliveryOf: idText(answer.original_delivery_id),
			redeliveredAs: idText(answer.redelivery_id),
			files: [...filesOf(answer.pickup, 'pickup'), ...filesOf(answer.dropoff, 'dropoff')],
		},
		{ direction: answer.direction ?? null },
		untouched(answer),
	);
}

/** The list gives only part of a delivery; the rest is left out rather than guessed. */
export function toShortItem(line: ListLine, reference: string | undefined, facts: Pick<Facts, 'access'>): Item {
	return deliveryOf(
		'cyke',
		{
			id: String(line.id),
			reference: reference ?? null,
			status: statusFrom(line.status),
			carrierStatus: line.status,
			createdAt: line.created_at,
			price: priceOf(line.price_cents),
			page: pageOf(line.id, facts),
		},
		{ slotStart: line.slot_starting_at ?? line.complete_after ?? null, slotEnd: line.slot_ending_at ?? line.complete_before ?? null },
		untouched(line),
	);
}

export const cykeListLine = z.object({
	...cykeDelivery.pick({ id: true, carrier: true, reference: true, status: true, carrierStatus: true, terminal: true, rank: true, createdAt: true, price: true, page: true, carrierData: true }).shape,
	slotStart: out.moment('Slot Start'),
	slotEnd: out.moment('Slot End'),
});

export const filesOfItem = (item: Item): FileLink[] => filesIn(item);
