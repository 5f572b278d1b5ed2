import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, decimal, email, integer, phone, text, toggle } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { compareParcel } from './compare';
import { addressBody, addressGroup, countryField, countryWord } from './address';
import { checkParcel } from './check';
import { createAnswers, createAntiSamples, createSamples } from './create-samples';
import { itemLines, itemsBody } from './items';
import { cubynParcel, toItem } from './parcel';
import { LINE } from './street';
import { parcelAnswer } from '../wire';
import { cancelParcel } from './cancel';
import { listParcels } from './list';
import { getDecidedParcel } from './read';

const abroad = 'Only for parcels that leave the Home Country of the connection.';

const input = z.object({
	orderRef: text({
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Your own order number. It finds the parcel again, so that no order is sent twice.',
		common: true,
	}).optional(),
	firstName: text({ label: 'First Name', help: 'One of First Name, Last Name and Organization is needed.', common: true }, { max: LINE }).optional(),
	lastName: text({ label: 'Last Name', common: true }, { max: LINE }).optional(),
	organizationName: text({ label: 'Organization', help: 'Company that receives the parcel.', common: true }, { max: LINE }).optional(),
	address: addressGroup(),
	phone: phone({
		label: 'Phone',
		country: 'FR',
		countryFrom: ['address', 'country'],
		placeholder: '06 12 34 56 78',
		help: 'For the carrier, who calls when nobody opens. Without its country code, it is a number of the country of the address.',
		common: true,
	}).optional(),
	email: email({ label: 'Email', placeholder: 'name@email.com', help: 'Where the carrier announces the parcel.', common: true }).optional(),
	items: itemLines().optional(),
	deliveryMode: choice(
		[
			{ value: 'standard', label: 'Standard' },
			{ value: 'standard+', label: 'Standard Plus' },
			{ value: 'express', label: 'Express' },
			{ value: 'express+', label: 'Express Plus' },
			{ value: 'relay', label: 'Relay Point', help: 'The customer fetches it at a shop of Mondial Relay' },
		],
		{ label: 'Delivery Mode', common: true },
	).default('standard'),
	relayPickupRef: text({
		label: 'Relay Point',
		placeholder: '020123',
		help: 'Number of the point at Mondial Relay that the customer picked, for instance through "Get Relay Picker Link".',
		show: { field: 'deliveryMode', is: ['relay'] },
		common: true,
	}).optional(),
	deliverySigned: toggle({ label: 'Signature', help: 'Whether the parcel is handed over against a signature.' }).optional(),
	isAdvalorem: toggle({ label: 'Ad Valorem Insurance', help: 'Whether the parcel is insured for what your products are worth.' }).optional(),
	value: decimal({ label: 'Value', unit: 'EUR', help: 'What the whole content is worth; customs ask for it.' }, { min: 0 }).optional(),
	customsCategory: choice(
		[
			{ value: 'COMMERCIAL', label: 'Goods Sold' },
			{ value: 'COMMERCIAL_SAMPLE', label: 'Commercial Sample' },
			{ value: 'DOCUMENTS', label: 'Documents' },
			{ value: 'GIFT', label: 'Gift' },
			{ value: 'RETURNED_GOODS', label: 'Returned Goods' },
			{ value: 'OTHER', label: 'Other' },
		],
		{ label: 'Customs Category', help: abroad },
	).optional(),
	customsDescription: text({ label: 'Customs Description', help: `What is in the parcel. ${abroad}` }, { max: 65 }).optional(),
	customsHsCode: text({ label: 'Customs HS Code', placeholder: '33049900', help: `Number of the goods in the harmonized system. ${abroad}` }).optional(),
	customsOriginCountry: countryField('Customs Country of Origin', `Where the goods were made. ${abroad}`).optional(),
	objectCount: integer({ label: 'Number of Objects', help: 'Older product alone: how many things the parcel holds.' }, { min: 1 }).optional(),
	insurance: decimal({ label: 'Insurance', unit: 'EUR', help: 'Older product alone: for parcels worth more than 250 euros.' }, { min: 0 }).optional(),
});

export type ParcelInput = z.output<typeof input>;

/** CU12 gives neither the reference nor the goods back: they are known from what was sent. */
const created = gives(parcelAnswer, (body, given: ParcelInput) =>
	toItem(body, { orderRef: given.orderRef, items: given.items, phone: given.phone, email: given.email, value: given.value, relayPickupRef: given.relayPickupRef }),
);

export const createParcel = action({
	resource: 'parcel',
	verb: 'create',
	title: 'Create Parcel',
	does: 'Orders a parcel: Cubyn picks the products from your stock, packs them and hands them to a carrier.',
	covers: ['CU12'],
	effect: 'booking',
	input,
	output: cubynParcel,
	check: (draft, { access }) => checkParcel(draft, access.country ?? 'FR'),
	request: ({ address, items, customsOriginCountry, deliveryMode, ...given }) => ({
		method: 'POST',
		path: '/v2/parcels',
		body: {
			...given,
			// Standard is what Cubyn takes where nothing is said, as in its samples.
			deliveryMode: deliveryMode === 'standard' ? undefined : deliveryMode,
			address: addressBody(address),
			items: itemsBody(items),
			customsOriginCountry: customsOriginCountry === undefined ? undefined : countryWord(customsOriginCountry),
		},
	}),
	readings: { 200: created, 201: created },
	find: {
		reference: 'orderRef',
		action: listParcels,
		input: (reference) => ({ orderRef: reference }),
		// A return carries the reference of its parcel, and a duplicate the one of what it replaces.
		matches: (candidate, reference) => candidate.reference === reference && candidate.status !== 'cancelled' && (candidate.type === null || candidate.type === 'SHIPMENT'),
		whole: { action: getDecidedParcel, input: (candidate) => ({ id: candidate.id }) },
		undo: { action: cancelParcel, input: (booking) => ({ id: booking.id }) },
		compare: compareParcel,
	},
	samples: createSamples,
	answers: createAnswers,
	antiSamples: createAntiSamples,
});
