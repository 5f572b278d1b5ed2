import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, decimal, email, integer, phone, text, toggle } from '../../../declare/field';
import { isSameReference } from '../../../run/same-reference';
import { compareParcel } from './compare';
import { addressBody, addressGroup, countryField } from './address';
import { countryCode } from '../../../delivery/country';
import { checkParcel } from './check';
import { createResponses, createAntiSamples, createSamples } from './create-samples';
import { goodsField, itemLines, itemsBody } from './items';
import { layOutRecipient } from './recipient';
import { cubynParcel, toItem } from './parcel';
import { parcelResponse } from '../wire';
import { cancelParcel } from './cancel';
import { listParcels } from './list';
import { getDecidedParcel } from './read';
import { cubynItem } from '../read-response';

const customsHelp =
	"Needed outside the European Union and for overseas territories, the Canary Islands, Ceuta and Melilla. Left empty, your account's customs defaults apply.";

const inputSchema = z.object({
	orderRef: text({
		reference: true,
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Your own order number. It finds the parcel again, so that no order is sent twice.',
		common: true,
	}).optional(),
	firstName: text({
		label: 'First Name',
		help: 'One of First Name, Last Name and Organization is needed.',
		common: true,
	}).optional(),
	lastName: text({ label: 'Last Name', common: true }).optional(),
	organizationName: text({
		label: 'Organization',
		help: 'Company that receives the parcel. Of a name over 35 characters the rest goes onto a free line of the address.',
		common: true,
	}).optional(),
	address: addressGroup(),
	phone: phone({
		label: 'Phone',
		country: 'FR',
		countryFrom: ['address', 'country'],
		extensionTo: { path: ['address', 'additionalInformation'], as: 'note' },
		placeholder: '06 12 34 56 78',
		help: 'For the carrier, who calls when nobody opens. Without its country code, it is a number of the country of the address.',
		common: true,
	}).optional(),
	email: email({
		label: 'Email',
		placeholder: 'name@email.com',
		help: 'Where the carrier announces the parcel.',
		common: true,
	}).optional(),
	items: itemLines().optional(),
	goods: goodsField(),
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
	deliverySigned: toggle({
		label: 'Signature',
		help: 'Whether the parcel is handed over against a signature.',
	}).optional(),
	isAdvalorem: toggle({
		label: 'Ad Valorem Insurance',
		help: 'Whether the parcel is insured for what your products are worth.',
	}).optional(),
	value: decimal(
		{ label: 'Value', unit: 'EUR', help: 'What the whole content is worth; customs ask for it.' },
		{ min: 0 },
	).optional(),
	customsCategory: choice(
		[
			{ value: 'COMMERCIAL', label: 'Goods Sold' },
			{ value: 'COMMERCIAL_SAMPLE', label: 'Commercial Sample' },
			{ value: 'DOCUMENTS', label: 'Documents' },
			{ value: 'GIFT', label: 'Gift' },
			{ value: 'RETURNED_GOODS', label: 'Returned Goods' },
			{ value: 'OTHER', label: 'Other' },
		],
		{ label: 'Customs Category', help: customsHelp },
	).optional(),
	customsDescription: text(
		{ label: 'Customs Description', help: `What is in the parcel. ${customsHelp}` },
		{ max: 65 },
	).optional(),
	customsHsCode: text({
		label: 'Customs HS Code',
		placeholder: '330499',
		help: `Number of the goods in the harmonised system, six digits or more. ${customsHelp}`,
	}).optional(),
	customsOriginCountry: countryField(
		'Customs Country of Origin',
		`Where the goods were made. ${customsHelp}`,
	).optional(),
	objectCount: integer(
		{ label: 'Number of Objects', help: 'How many things the parcel holds.' },
		{ min: 1 },
	).optional(),
	insurance: decimal(
		{ label: 'Insurance', unit: 'EUR', help: 'For parcels worth more than 250 euros. Only for legacy accounts.' },
		{ min: 0 },
	).optional(),
});

type ParcelInput = z.output<typeof inputSchema>;

/** CU12 returns neither the reference nor the goods, so they come from the request. */
const createdReading = cubynItem(parcelResponse, (body, input: ParcelInput) => {
	const item = toItem(body, {
		orderRef: input.orderRef,
		items: input.items,
		phone: input.phone,
		email: input.email,
		value: input.value,
		relayPickupRef: input.relayPickupRef,
	});
	const warnings = layOutRecipient(input, input.address)?.warnings ?? [];
	return warnings.length === 0 ? item : { ...item, warnings: [...warnings] };
});

export const createParcel = action({
	resource: 'parcel',
	verb: 'create',
	title: 'Create Parcel',
	description: 'Orders a parcel: Cubyn picks the products from your stock, packs them and hands them to a carrier.',
	covers: ['CU12'],
	effect: 'booking',
	input: inputSchema,
	output: cubynParcel,
	check: (draft) => checkParcel(draft),
	request: ({ address, items, goods, customsOriginCountry, deliveryMode, ...rest }) => {
		const { firstName, lastName, organizationName, ...others } = rest;
		const layout = layOutRecipient({ firstName, lastName, organizationName }, address);
		return {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				...others,
				...layout?.recipient,
				// Cubyn uses Standard when the field is missing, as in its samples.
				deliveryMode: deliveryMode === 'standard' ? undefined : deliveryMode,
				address: addressBody(address, layout?.street),
				items: itemsBody(items, goods),
				customsOriginCountry: customsOriginCountry === undefined ? undefined : countryCode(customsOriginCountry),
			},
		};
	},
	readings: { 200: createdReading },
	booking: {
		foundBy: 'reference',
		reference: 'orderRef',
		action: listParcels,
		input: (reference) => ({ orderRef: reference }),
		// CU51: the newest come first, and each has its reference.
		listSince: {
			input: () => ({}),
			reaches: (items, since) => {
				const { createdAt } = items.at(-1) ?? {};
				return typeof createdAt === 'string' && Date.parse(createdAt) < Date.parse(since);
			},
		},
		// A return carries the reference of its parcel, and a duplicate the reference of the parcel it replaces.
		isCandidate: (candidate, reference) =>
			isSameReference(candidate.reference, reference) &&
			candidate.status !== 'cancelled' &&
			(candidate.type === null || candidate.type === 'SHIPMENT'),
		showsReference: 'whenRead',
		readFull: { action: getDecidedParcel, input: (candidate) => ({ id: candidate.id }) },
		cancel: { action: cancelParcel, input: (booking) => ({ id: booking.id }) },
		compare: compareParcel,
	},
	samples: createSamples,
	responses: createResponses,
	antiSamples: createAntiSamples,
});
