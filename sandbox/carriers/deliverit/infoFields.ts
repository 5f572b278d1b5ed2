import type { FieldList, Fields } from './fields';
import { assertServed, drivingMetres, geocode, kilometres, priceFor, withVat, type Position } from './geography';
import type { CustomerInfo, DeliveritAccount, DeliveritSettings } from './desk.types';
import { infoLink } from './links';
import { Refusal } from './refusal';

const COMMON: FieldList['fields'] = {
	ordernumber: { kind: 'text', required: true },
	name: { kind: 'text', required: true },
	telephone: { kind: 'telephone', required: true },
	street: { kind: 'text', required: true },
	city: { kind: 'text', required: true },
	zip: { kind: 'zip', required: true },
	remarks: { kind: 'text', required: false },
	paid: { kind: 'flag', required: true },
	longitude: { kind: 'decimal', required: false },
	latitude: { kind: 'decimal', required: false },
};

// The two calls word a missing variable differently, with and without quotes.
export const NEW_INFO: FieldList = {
	fields: { ...COMMON, delivery: { kind: 'flag', required: false } },
	missing: (name) => `Variable '${name}' cannot be empty`,
};

export const CHANGED_INFO: FieldList = {
	fields: { ...COMMON, delivery: { kind: 'flag', required: true } },
	missing: (name) => `Variable ${name} cannot be empty`,
};

type Told = Omit<CustomerInfo, 'orderNumber' | 'company' | 'canceled' | 'driverOrder'>;

export function infoFrom(fields: Fields, account: DeliveritAccount, settings: DeliveritSettings): Told {
	const position = positionOf(fields, account);
	assertServed(position, settings);
	const metres = drivingMetres(account, position);
	return {
		ordernumber: fields.text('ordernumber'),
		name: fields.text('name'),
		telephone: fields.text('telephone'),
		street: fields.text('street'),
		city: fields.text('city'),
		zip: fields.text('zip'),
		remarks: fields.text('remarks'),
		paid: fields.flag('paid', false),
		delivery: fields.flag('delivery', true),
		...position,
		distanceMetres: metres,
		price: priceFor(metres),
	};
}

function positionOf(fields: Fields, account: DeliveritAccount): Position {
	if (fields.has('latitude') && fields.has('longitude')) {
		return { latitude: fields.decimal('latitude'), longitude: fields.decimal('longitude') };
	}
	const position = geocode(fields.text('street'), fields.text('zip'), account);
	if (position === undefined) throw new Refusal(400, 'Address is too messy. Cannot find latitude and longitude.');
	return position;
}

export function infoAnswer(info: CustomerInfo, begin: 'ok' | 'Update ok', origin: string) {
	const words = info.delivery ? 'This order is for delivery' : 'The customer will pick up this order';
	return {
		error: false,
		message: `${begin},${words}`,
		distance_in_km: kilometres(info.distanceMetres),
		price_with_vat: withVat(info.price),
		update_url: infoLink(origin, 'update', info.company, info.orderNumber),
		cancel_url: infoLink(origin, 'cancel', info.company, info.orderNumber),
	};
}
