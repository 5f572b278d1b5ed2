import { z } from 'zod/v4';

import type { Item } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { decimal, longText, text, toggle } from '../../declare/field';
import { untouched, type JsonObject } from '../../declare/json';
import { deliveryItem, deliveryOf, out } from '../../delivery/delivery';
import { metresFromKilometres, priceOf } from './amounts';
import { streetField, telephoneField, zipField } from './contact';
import { infoLink, numberInLink, secured } from './links';
import type { InfoAnswer } from './wire';

export const infoShape = deliveryItem({
	orderNumber: out.text("DeliverIt's Order Number"),
	paid: out.toggle('Is Paid'),
	delivery: out.toggle('Is for Delivery'),
	updateUrl: out.text('Update Link'),
	message: out.text("Carrier's Message"),
});

const COORDINATE = 'In decimal degrees. Without both, DeliverIt works the position out from the address.';

/** DI7 and DI8 ask for the same, and only differ in what may be left out. */
export const infoFields = {
	ordernumber: text({ label: 'Order Number', placeholder: 'WC-1042', help: 'Your own order number. DeliverIt takes each number once.', common: true }),
	name: text({ label: 'Name', placeholder: 'Ada Moreau', common: true }),
	telephone: telephoneField(),
	street: streetField(),
	zip: zipField(),
	city: text({ label: 'City', placeholder: 'Odense C', common: true }),
	paid: toggle({ label: 'Paid', help: "Whether the customer has paid. Until then the order stays hidden in DeliverIt's own screen.", common: true }),
	delivery: toggle({ label: 'Delivery', help: 'Whether a driver brings it. Turned off, the customer collects it.', common: true }),
	latitude: decimal({ label: 'Latitude', placeholder: '55.3957969', help: COORDINATE }, { min: -90, max: 90 }).optional(),
	longitude: decimal({ label: 'Longitude', placeholder: '10.3912053', help: COORDINATE }, { min: -180, max: 180 }).optional(),
	remarks: longText({ label: 'Remarks', help: 'For the driver: floor, door code, whatever leads to the door.' }).optional(),
};

type Info = z.output<z.ZodObject<typeof infoFields>>;

export function checkPosition(given: { latitude?: number; longitude?: number }): Problem[] {
	if ((given.latitude === undefined) === (given.longitude === undefined)) return [];
	return [{ path: [given.latitude === undefined ? 'latitude' : 'longitude'], message: 'is missing; give both coordinates or neither' }];
}

/** What DI7 and DI8 write alike; truth values are 1 and 0 in JSON, too. */
export const infoBody = (given: Info): JsonObject => ({
	ordernumber: given.ordernumber,
	name: given.name,
	street: given.street,
	city: given.city,
	remarks: given.remarks,
	paid: given.paid ? 1 : 0,
	longitude: given.longitude?.toString(),
	latitude: given.latitude?.toString(),
});

const asked = (given: Info) => ({
	reference: given.ordernumber,
	dropoff: {
		name: given.name,
		phone: given.telephone,
		street: given.street,
		postalCode: given.zip,
		city: given.city,
		latitude: given.latitude ?? null,
		longitude: given.longitude ?? null,
	},
	note: given.remarks ?? null,
});

const stateOf = (given: Info) => ({ paid: given.paid, delivery: given.delivery });

export function infoItem(body: InfoAnswer, given: Info): Item {
	const number = numberInLink(infoLink, body.update_url) ?? null;
	return deliveryOf(
		'deliverit',
		{
			...asked(given),
			id: number ?? given.ordernumber,
			status: 'created',
			carrierStatus: given.paid ? 'paid' : 'unpaid',
			price: priceOf(body.price_with_vat, 'included'),
			distance: metresFromKilometres(body.distance_in_km),
			cancelUrl: secured(body.cancel_url),
		},
		{ ...stateOf(given), orderNumber: number, updateUrl: secured(body.update_url), message: body.message ?? null },
		untouched(body),
	);
}

/** Customer info that DeliverIt holds but does not show: as asked, or nobody knows how. */
export const unseenInfoItem = (given: Info, outcome: 'created' | 'found'): Item =>
	outcome === 'created'
		? deliveryOf('deliverit', { ...asked(given), id: given.ordernumber, status: 'created', carrierStatus: given.paid ? 'paid' : 'unpaid' }, { ...stateOf(given), orderNumber: null }, {})
		: deliveryOf('deliverit', { id: given.ordernumber, reference: given.ordernumber, status: 'unknown' }, { orderNumber: null }, {});
