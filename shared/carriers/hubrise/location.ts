import { asJsonObject } from '../../json';
import { outputField, outputItem } from '../../delivery/delivery';
import type { LocationResponse } from './wire';

export const hubriseLocation = outputItem(() => ({
	id: outputField.id('Location ID'),
	name: outputField.text('Location Name'),
	accountId: outputField.text('Account ID'),
	accountName: outputField.text('Account Name'),
	currency: outputField.text('Currency'),
	street: outputField.text('Street'),
	postalCode: outputField.text('Postal Code'),
	city: outputField.text('City'),
	country: outputField.text('Country'),
	timeZone: outputField.text('Time Zone'),
	orderAcceptance: outputField.text('Order Acceptance'),
	resumesAt: outputField.moment('Back to Normal At'),
	extraPreparationTime: outputField.number('Extra Preparation Time (Minutes)'),
	pauseReason: outputField.text('Reason'),
	preparationTime: outputField.number('Preparation Time (Minutes)'),
	cutoffTime: outputField.text('Cut-Off Time'),
	openingHours: outputField.objects(
		{ day: outputField.text('Day'), from: outputField.text('From'), to: outputField.text('To') },
		'Opening Hours',
	),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export const toLocationItem = (response: LocationResponse) => ({
	id: response.id,
	name: response.name ?? null,
	accountId: response.account?.id ?? null,
	accountName: response.account?.name ?? null,
	currency: response.account?.currency ?? null,
	street: response.address ?? null,
	postalCode: response.postal_code ?? null,
	city: response.city ?? null,
	country: response.country ?? null,
	timeZone: response.timezone?.name ?? null,
	// An older page calls it "online".
	orderAcceptance: response.order_acceptance?.mode === 'online' ? 'normal' : (response.order_acceptance?.mode ?? null),
	resumesAt: response.order_acceptance?.resume_at ?? null,
	extraPreparationTime: response.order_acceptance?.extra_preparation_time ?? null,
	pauseReason: response.order_acceptance?.reason ?? null,
	preparationTime: response.preparation_time ?? null,
	cutoffTime: response.cutoff_time ?? null,
	openingHours: Object.entries(response.opening_hours ?? {}).flatMap(([day, slots]) =>
		(slots ?? []).map(({ from, to }) => ({ day, from: from ?? null, to: to ?? null })),
	),
	carrierData: asJsonObject(response),
});
