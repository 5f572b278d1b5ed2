import { statusLabels, type Status } from '../delivery/status';
import type { DeliveryNews, DeliveryState, UpdateSettings } from './update';

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** One note for the people of the shop. */
export function noteOf(news: Exclude<DeliveryNews, { kind: 'later' }>): string {
	if (news.kind === 'refused') return `${news.carrier}: no courier is booked. ${sentence(news.message)}`;
	if (news.kind === 'differs') return `${news.carrier}: ${sentence(news.message)}`;
	if (news.kind === 'unknown') {
		const where = news.reference === '' ? 'for this order' : `under ${news.reference}`;
		return `${news.carrier}: it is not known whether a courier is booked. Look ${where} at ${news.carrier} before you book again.`;
	}
	const { carrier, id, status, reason, trackingUrl, warnings } = news.delivery;
	const state = statusLabels[status].toLowerCase();
	// A booking that was found may be far along already.
	const isNew = news.kind === 'booked' && stageOf(news.delivery) === 'booked';
	const booked =
		status === 'awaiting_acceptance' ? 'is not booked yet: another time is proposed' : `is booked (${state})`;
	const now = status === 'needs_attention' ? 'needs attention' : `is now ${state}`;
	const what = `delivery ${id} ${isNew ? booked : now}`;
	return [
		`${carrier}: ${what}.`,
		...(reason === null ? [] : [sentence(reason)]),
		...warnings.map((warning) => sentence(warning)),
		...(trackingUrl === null ? [] : [trackingUrl]),
	].join(' ');
}

/** Delivered for good, in trouble, or on its way. */
export type Stage = 'booked' | 'on_the_way' | 'delivered' | 'trouble' | 'cancelled' | 'unknown';

const STAGES: Readonly<Record<Status, Stage>> = {
	unknown: 'unknown',
	awaiting_acceptance: 'booked',
	needs_attention: 'trouble',
	created: 'booked',
	scheduled: 'booked',
	pickup_enroute: 'booked',
	at_pickup: 'booked',
	picked_up: 'on_the_way',
	in_transit: 'on_the_way',
	out_for_delivery: 'on_the_way',
	at_dropoff: 'on_the_way',
	attempt_failed: 'on_the_way',
	returning: 'trouble',
	delivered: 'delivered',
	failed: 'trouble',
	returned: 'trouble',
	cancelled: 'cancelled',
};

export const stageOf = ({ status }: DeliveryState): Stage => STAGES[status];

/** Is it time for the customer's tracking link? A failed or cancelled delivery needs no link. */
export function wantsTracking(delivery: DeliveryState, settings: UpdateSettings): boolean {
	const stage = stageOf(delivery);
	if (delivery.trackingUrl === null && delivery.trackingNumber === null) return false;
	return stage === 'on_the_way' || stage === 'delivered' || (stage === 'booked' && settings.trackingFrom === 'booked');
}

/** The number that customers see; a carrier without numbers of its own is tracked by the delivery's id. */
export const trackingNumberOf = (delivery: DeliveryState): string => delivery.trackingNumber ?? delivery.id;
