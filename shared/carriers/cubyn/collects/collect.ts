import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { asText } from '../answered';
import { addressAnswer, amount, idNumber } from '../wire';

/** The older product: goods are fetched at the shop. */
export const collectAnswer = z.looseObject({
	id: idNumber,
	status: z.string().nullish(),
	pickupAt: z.string().nullish(),
	volumeCategory: z.string().nullish(),
	address: addressAnswer.nullish(),
	shipperId: amount.nullish(),
	applicationId: amount.nullish(),
	parcels: z.array(z.looseObject({ id: idNumber })).nullish(),
	createdAt: z.string().nullish(),
	updatedAt: z.string().nullish(),
});

export const cubynCollect = z.object({
	id: out.id('Collect ID'),
	carrier: out.id('Carrier'),
	carrierStatus: out.text("Carrier's Own Status"),
	pickupAt: out.moment('Pick-Up At'),
	volumeCategory: out.text('Volume'),
	street: out.text('Street'),
	postalCode: out.text('Postal Code'),
	city: out.text('City'),
	country: out.text('Country'),
	parcelIds: out.texts('Parcel IDs'),
	createdAt: out.moment('Created At'),
	updatedAt: out.moment('Updated At'),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

export function toCollect(answer: z.output<typeof collectAnswer>): Item {
	const { address, parcels } = answer;
	return {
		id: String(answer.id),
		carrier: 'cubyn',
		carrierStatus: answer.status ?? null,
		pickupAt: answer.pickupAt ?? null,
		volumeCategory: answer.volumeCategory ?? null,
		street: [address?.line1, address?.line2].filter(Boolean).join(' ') || null,
		postalCode: asText(address?.zip),
		city: address?.city ?? null,
		country: address?.country ?? null,
		...(parcels ? { parcelIds: parcels.map(({ id }) => String(id)) } : {}),
		createdAt: answer.createdAt ?? null,
		updatedAt: answer.updatedAt ?? null,
		carrierData: untouched(answer),
	};
}

/** CU7, both documents' only collect. */
export const documentedCollect = {
	id: 634207757,
	status: 'CREATED',
	address: { line1: '27 rue du Chemin Vert', line2: '2nd floor', zip: '75011', city: 'Paris', country: 'France' },
	pickupAt: '2015-08-19T08:00:00.000Z',
	volumeCategory: 'STANDARD',
	shipperId: '293427561',
	applicationId: '84935791',
	createdAt: '2015-08-18T12:49:30.000Z',
	updatedAt: '2015-08-18T12:49:30.000Z',
};
