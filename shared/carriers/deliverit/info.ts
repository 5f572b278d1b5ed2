import { z } from 'zod/v4';

import type { Facts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { decimal, longText, text, toggle } from '../../declare/field';
import { asJsonObject, type JsonObject } from '../../json';
import { deliveryItem, deliveryOf, outputField } from '../../delivery/delivery';
import { lenientReader } from '../../declare/lenient-object';
import { metresFromKilometres, priceOf } from './amounts';
import { streetField, telephoneField, zipField } from './contact';
import { infoLink, numberInLink, toHttps } from './links';
import type { LooseResponse } from './wire';

export const infoShape = deliveryItem(() => ({
	orderNumber: outputField.text("DeliverIt's Order Number"),
	paid: outputField.toggle('Is Paid'),
	delivery: outputField.toggle('Is for Delivery'),
	updateUrl: outputField.text('Update Link'),
	message: outputField.text("Carrier's Message"),
}));

const COORDINATE_HELP = 'In decimal degrees. Without both, DeliverIt works the position out from the address.';

/** DI7 and DI8 take the same fields, and differ in what may be left out. */
export const infoFields = {
	ordernumber: text({
		reference: true,
		label: 'Order Number',
		placeholder: 'WC-1042',
		help: 'Your own order number. DeliverIt takes each number once.',
		common: true,
	}),
	name: text({ label: 'Name', placeholder: 'Ada Moreau', common: true }),
	telephone: telephoneField(),
	street: streetField(),
	zip: zipField(),
	city: text({ label: 'City', placeholder: 'Odense C', common: true }),
	paid: toggle({
		label: 'Paid',
		help: "Whether the customer has paid. Until then the order stays hidden in DeliverIt's own screen.",
		common: true,
	}),
	delivery: toggle({
		label: 'Delivery',
		help: 'Whether a driver brings it. Turned off, the customer collects it.',
		common: true,
	}),
	latitude: decimal(
		{ label: 'Latitude', placeholder: '55.3957969', help: COORDINATE_HELP },
		{ min: -90, max: 90 },
	).optional(),
	longitude: decimal(
		{ label: 'Longitude', placeholder: '10.3912053', help: COORDINATE_HELP },
		{ min: -180, max: 180 },
	).optional(),
	remarks: longText({
		label: 'Remarks',
		help: 'For the driver: floor, door code, bell.',
	}).optional(),
};

type Info = z.output<z.ZodObject<typeof infoFields>>;

export function checkPosition(draft: { latitude?: number; longitude?: number }): Problem[] {
	if ((draft.latitude === undefined) === (draft.longitude === undefined)) return [];
	return [
		{
			path: [draft.latitude === undefined ? 'latitude' : 'longitude'],
			message: 'is missing; give both coordinates or neither',
		},
	];
}

/** The common body of DI7 and DI8. Booleans are 1 and 0, in JSON as well. */
export const infoBody = (input: Info): JsonObject => ({
	ordernumber: input.ordernumber,
	name: input.name,
	street: input.street,
	city: input.city,
	remarks: input.remarks,
	paid: input.paid ? 1 : 0,
	longitude: input.longitude?.toString(),
	latitude: input.latitude?.toString(),
});

const requestedFields = (input: Info) => ({
	reference: input.ordernumber,
	dropoff: {
		name: input.name,
		phone: input.telephone,
		street: input.street,
		postalCode: input.zip,
		city: input.city,
		latitude: input.latitude ?? null,
		longitude: input.longitude ?? null,
	},
	note: input.remarks ?? null,
});

const stateOf = (input: Info) => ({ paid: input.paid, delivery: input.delivery });

export function infoItem(body: LooseResponse, input: Info, { access: { zone } }: Facts) {
	const { root, warnings } = lenientReader(asJsonObject(body), zone);
	const links = [root.text('update_url'), root.text('cancel_url')];
	const number = links.flatMap((link) => numberInLink(infoLink, link) ?? []).at(0) ?? null;
	if (number === null) root.note('update_url');
	return deliveryOf(
		'deliverit',
		{
			...requestedFields(input),
			id: number ?? input.ordernumber,
			status: 'created',
			carrierStatus: input.paid ? 'paid' : 'unpaid',
			price: priceOf(root.number('price_with_vat'), 'included'),
			distance: metresFromKilometres(root.number('distance_in_km')),
			cancelUrl: toHttps(root.text('cancel_url')),
		},
		{
			...stateOf(input),
			orderNumber: number,
			updateUrl: toHttps(root.text('update_url')),
			message: root.text('message'),
			...warnings('DeliverIt'),
		},
		asJsonObject(body),
	);
}

/** Customer info that DeliverIt holds but does not show: as requested, or unknown. */
export const unreadInfoItem = (input: Info, outcome: 'created' | 'found') =>
	outcome === 'created'
		? deliveryOf(
				'deliverit',
				{
					...requestedFields(input),
					id: input.ordernumber,
					status: 'created',
					carrierStatus: input.paid ? 'paid' : 'unpaid',
				},
				{ ...stateOf(input), orderNumber: null },
				{},
			)
		: deliveryOf(
				'deliverit',
				{ id: input.ordernumber, reference: input.ordernumber, status: 'unknown' },
				{ orderNumber: null },
				{},
			);
