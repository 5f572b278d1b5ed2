import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import { asJsonObject } from '../../json';
import type { Callback } from '../../declare/subscription';
import { outputField, outputItem } from '../../delivery/delivery';

/** Everything that HubRise sends events of, by the name of resource and event. */
export const callbackEvents = [
	{ value: 'order.create', label: 'Order Created' },
	{ value: 'order.update', label: 'Order Updated' },
	{ value: 'delivery.create', label: 'Delivery Created' },
	{ value: 'delivery.update', label: 'Delivery Updated' },
	{ value: 'customer.create', label: 'Customer Created' },
	{ value: 'customer.update', label: 'Customer Updated' },
	{ value: 'catalog.create', label: 'Catalog Created' },
	{ value: 'catalog.update', label: 'Catalog Updated' },
	{ value: 'catalog.delete', label: 'Catalog Deleted' },
	{ value: 'inventory.patch', label: 'Inventory Changed in Part' },
	{ value: 'inventory.update', label: 'Inventory Updated' },
	{ value: 'location.update', label: 'Location Updated' },
] as const;

/** HR13 and HR14. Nothing set: no address, no events. */
export const callbackResponse = z.looseObject({
	url: z.string().nullish(),
	// A body without events does not come from HubRise: it writes out an empty set.
	events: z.record(z.string(), z.array(z.string())),
});

/** There is one a connection, so it needs no number. */
export const hubriseCallback = outputItem(() => ({
	id: outputField.id('Callback ID'),
	carrier: outputField.id('Carrier'),
	url: outputField.text('URL'),
	passive: outputField.toggle('Is Passive'),
	events: outputField.texts('Events'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export function toCallbackItem(response: z.output<typeof callbackResponse>) {
	const events = Object.entries(response.events).flatMap(([resource, types]) =>
		types.map((type) => `${resource}.${type}`),
	);
	const url = response.url ?? null;
	return {
		id: 'callback',
		carrier: 'hubrise',
		url,
		passive: url === null && events.length > 0,
		events,
		carrierData: asJsonObject(response),
	};
}

/** "order.update" and "order.create" as HR14 takes them: types by resource. */
export function byResource(events: readonly string[]): Record<string, string[]> {
	const types: Record<string, string[]> = {};
	for (const event of new Set(events)) {
		const [resource = '', type = ''] = event.split('.');
		types[resource] = [...(types[resource] ?? []), type];
	}
	return types;
}

export const callbackOf = (item: Item): Callback => ({
	url: typeof item.url === 'string' ? item.url : null,
	events: Array.isArray(item.events) ? item.events.map(String) : [],
});
