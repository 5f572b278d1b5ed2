import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { addressAnswer, amount, idNumber } from '../wire';

const [when, where, times] = [
	mirror({ carrierStatus: same.text("Carrier's Own Status", 'status'), pickupAt: same.moment('Pick-Up At'), volumeCategory: same.text('Volume') }),
	mirror({ postalCode: same.name('Postal Code', 'address.zip'), city: same.text('City', 'address.city'), country: same.text('Country', 'address.country') }),
	mirror({ createdAt: same.moment('Created At'), updatedAt: same.moment('Updated At') }),
];

/** The older product: goods are fetched at the shop. */
export const collectAnswer = z.looseObject({
	id: idNumber,
	...when.answers,
	address: addressAnswer.nullish(),
	shipperId: amount.nullish(),
	applicationId: amount.nullish(),
	parcels: z.array(z.looseObject({ id: idNumber })).nullish(),
	...times.answers,
});

export const cubynCollect = z.object({
	id: out.id('Collect ID'),
	carrier: out.id('Carrier'),
	...when.shape,
	street: out.text('Street'),
	...where.shape,
	parcelIds: out.texts('Parcel IDs'),
	...times.shape,
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

export function toCollect(answer: z.output<typeof collectAnswer>): Item {
	const { address, parcels } = answer;
	return {
		id: String(answer.id),
		carrier: 'cubyn',
		...when.of(answer),
		street: [address?.line1, address?.line2].filter(Boolean).join(' ') || null,
		...where.of(answer),
		...(parcels ? { parcelIds: parcels.map(({ id }) => String(id)) } : {}),
		...times.of(answer),
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
