import { z } from 'zod/v4';

import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { addressResponse, amount, idNumber } from '../wire';

const [pickupFields, addressFields, timeFields] = [
	passThroughFields({
		carrierStatus: passThrough.text("Carrier's Own Status", 'status'),
		pickupAt: passThrough.moment('Pick-Up At'),
		volumeCategory: passThrough.text('Volume'),
	}),
	passThroughFields({
		postalCode: passThrough.name('Postal Code', 'address.zip'),
		city: passThrough.text('City', 'address.city'),
		country: passThrough.text('Country', 'address.country'),
	}),
	passThroughFields({ createdAt: passThrough.moment('Created At'), updatedAt: passThrough.moment('Updated At') }),
];

/** Legacy accounts: goods are fetched at the shop. */
export const collectResponse = z.looseObject({
	id: idNumber,
	...pickupFields.inputShape,
	address: addressResponse.nullish(),
	shipperId: amount.nullish(),
	applicationId: amount.nullish(),
	parcels: z.array(z.looseObject({ id: idNumber })).nullish(),
	...timeFields.inputShape,
});

export const cubynCollect = outputItem(() => ({
	id: outputField.id('Collect ID'),
	carrier: outputField.id('Carrier'),
	...pickupFields.outputShape,
	street: outputField.text('Street'),
	...addressFields.outputShape,
	parcelIds: outputField.texts('Parcel IDs'),
	...timeFields.outputShape,
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export function toCollect(response: z.output<typeof collectResponse>) {
	const { address, parcels } = response;
	return {
		id: String(response.id),
		carrier: 'cubyn',
		...pickupFields.toFields(response),
		street: [address?.line1, address?.line2].filter(Boolean).join(' ') || null,
		...addressFields.toFields(response),
		...(parcels ? { parcelIds: parcels.map(({ id }) => String(id)) } : {}),
		...timeFields.toFields(response),
		carrierData: asJsonObject(response),
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
