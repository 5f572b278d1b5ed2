import { z } from 'zod/v4';

import { choice, group, json, longText, text, url } from '../../declare/field';
import { defaultUpdateSettings, type UpdateSettings } from '../update';
import { orderHead, shopChoice, wholeOrder } from './order-fields';
import type { Shop } from '../shop';

/** What the delivery's fields are called where they are mapped one by one. */
const deliveryFields = {
	delivery: text({ label: 'Delivery ID', common: true }).optional(),
	reference: text({ label: 'Reference', common: true }).optional(),
	status: text({ label: 'Delivery Status', placeholder: 'delivered', common: true }).optional(),
	outcome: text({ label: 'Outcome', help: 'Of the step that booked it.', common: true }).optional(),
	tracking_number: text({ label: 'Tracking Number', common: true }).optional(),
	tracking_link: text({ label: 'Tracking Link', common: true }).optional(),
	reason: text({ label: 'Reason' }).optional(),
	warnings: longText({ label: 'Warnings' }).optional(),
	error: text({ label: 'Error', help: 'Where the booking failed.' }).optional(),
	code: text({ label: 'Error Code', placeholder: 'outcome_unknown' }).optional(),
};

export type MappedDelivery = z.output<z.ZodObject<typeof deliveryFields>>;

const NONE = 'none';

export const updateForm = (kinds: readonly Shop[]) =>
	z.object({
		order: wholeOrder(['order']),
		delivery: json({
			label: 'Delivery',
			help: 'What the booking step or a trigger gave, or the error of a booking that failed.',
			handover: 'whole',
			source: [],
			common: true,
		}).optional(),
		shop: shopChoice(kinds),
		answer: json({
			label: 'Answer of the Shop',
			help: 'Where the outcome was "ask": what the shop answered to that request.',
			handover: 'whole',
		}).optional(),
		fields: group(orderHead, { label: 'Order', common: true, handover: 'mapped' }).optional(),
		news: group(deliveryFields, { label: 'Delivery', common: true, handover: 'mapped' }).optional(),
		reference_prefix: text({
			label: 'Reference Prefix',
			placeholder: 'WC',
			help: 'As in Book Shop Order. A delivery whose reference starts otherwise is of another shop.',
		}).optional(),
		shop_address: url({
			label: 'Shop Address',
			placeholder: 'https://shop.example.com',
			help: 'Stands before the path of each request.',
		}).optional(),
		tracking_from: choice(
			[
				{ value: 'picked_up', label: 'When It Is Picked Up' },
				{ value: 'booked', label: 'When It Is Booked' },
			],
			{ label: 'Tracking Link', help: 'When customers get it. A link that comes too early has to be taken back.' },
		).optional(),
		tracking_plugin: choice(
			[
				{ value: 'note', label: 'A Note to the Customer' },
				{ value: 'fulfillments', label: "WooCommerce's Own Fulfilments" },
				{ value: 'shipment_tracking', label: 'Shipment Tracking' },
				{ value: 'advanced_shipment_tracking', label: 'Advanced Shipment Tracking' },
			],
			{ label: 'WooCommerce Tracking', help: 'Where the tracking number goes.' },
		).optional(),
		status_delivered: text({
			label: 'Status When Delivered',
			placeholder: 'completed',
			help: `The shop's own. Type "${NONE}" to leave the status alone.`,
		}).optional(),
		status_trouble: text({
			label: 'Status in Trouble',
			placeholder: 'on-hold',
			help: `For a booking that failed or was cancelled. Type "${NONE}" to leave the status alone.`,
		}).optional(),
	});

export type UpdateInput = z.output<ReturnType<typeof updateForm>>;

const chosen = (text: string | undefined, usual: string | null): string | null =>
	text === undefined ? usual : text.trim().toLowerCase() === NONE ? null : text.trim();

export function updateSettings(input: UpdateInput): UpdateSettings {
	const usual = defaultUpdateSettings;
	return {
		...usual,
		trackingFrom: input.tracking_from ?? usual.trackingFrom,
		wooTracking: input.tracking_plugin ?? usual.wooTracking,
		wooStatus: {
			delivered: chosen(input.status_delivered, usual.wooStatus.delivered),
			trouble: chosen(input.status_trouble, usual.wooStatus.trouble),
		},
		prestashopStates: {
			...usual.prestashopStates,
			delivered: chosen(input.status_delivered, usual.prestashopStates.delivered),
			trouble: chosen(input.status_trouble, usual.prestashopStates.trouble),
		},
	};
}
