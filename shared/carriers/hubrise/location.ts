import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { out } from '../../delivery/delivery';
import type { LocationAnswer } from './wire';

export const hubriseLocation = z.object({
	id: out.id('Location ID'),
	name: out.text('Location Name'),
	accountId: out.text('Account ID'),
	accountName: out.text('Account Name'),
	currency: out.text('Currency'),
	street: out.text('Street'),
	postalCode: out.text('Postal Code'),
	city: out.text('City'),
	country: out.text('Country'),
	timeZone: out.text('Time Zone'),
	carrierData: out.carrierData(),
});

export const toLocationItem = (answer: LocationAnswer): Item => ({
	id: answer.id,
	name: answer.name ?? null,
	accountId: answer.account?.id ?? null,
	accountName: answer.account?.name ?? null,
	currency: answer.account?.currency ?? null,
	street: answer.address ?? null,
	postalCode: answer.postal_code ?? null,
	city: answer.city ?? null,
	country: answer.country ?? null,
	timeZone: answer.timezone?.name ?? null,
	carrierData: untouched(answer),
});
