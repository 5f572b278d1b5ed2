import { success } from '../../declare/failure';
import type { JsonObject } from '../../json';
import { isJsonObject } from '../../json';
import type { ShopOrderDeclaration } from '../../declare/shop-order';
import { accessText } from '../../delivery/access-text';
import type { DeliveryRequest, OrderProblem } from '../../delivery/request';
import { startOf } from '../../delivery/slot-need';
import { bookDriver } from './actions/book';
import { getPrice } from './actions/price';
import { shopOrderSample } from './delivery-request-sample';

function placeProblems({ place }: DeliveryRequest): OrderProblem[] {
	return [
		...(place.country !== null && place.country !== 'DK'
			? [
					{
						field: 'place.country',
						found: place.country,
						message: `DeliverIt drives in Denmark, and the order goes to "${place.country}".`,
					},
				]
			: []),
		...(place.coordinates === null
			? [
					{
						field: 'place.coordinates',
						found: null,
						message:
							"DeliverIt needs the customer's position, and the order has none. Ask a geocoder in the step before, and give its answer under Override, Position.",
					},
				]
			: []),
	];
}

/** "Vestergade 10, 2. tv": the street, and floor and door, which belong among the remarks. */
const FLOOR =
	/^(.*\p{L}.*?\s\d{1,4}\s?[a-zæøå]?)(?:\s*[,;]\s*|\s+(?:-\s+)?)((?:(?:st|stuen|kld?|sal|lejl|lejlighed|dør|opg|opgang|etage)(?!\p{L})|\d{1,2}\s?(?:\.|(?:sal|th|tv|mf|etage)(?!\p{L}))).*)$/iu;

function floorApart({ place }: DeliveryRequest): readonly string[] {
	const [first = '', ...rest] = place.lines;
	const [, street, floor] = FLOOR.exec(first) ?? [];
	return street === undefined || floor === undefined ? place.lines : [street, floor, ...rest];
}

/** DI2 wants a first name. Some checkouts ask for the last name only. */
function nameOf({ contact }: DeliveryRequest): JsonObject {
	const { firstName, lastName, name } = contact;
	return firstName === null || lastName === null ? { firstname: name } : { firstname: firstName, lastname: lastName };
}

export const shopOrder: ShopOrderDeclaration = {
	booking: bookDriver,
	choices: ['when_pushed', 'accept_within_minutes'],
	usualTimes: { asapWithoutSlot: true, readyMinutes: 45, lengthMinutes: null },
	places: {
		reference: ['reference'],
		'contact.name': ['firstname', 'lastname'],
		'contact.phone': ['telephone'],
		'place.lines': ['street'],
		'place.postalCode': ['zip'],
		'place.city': ['city'],
		'place.coordinates': ['latitude', 'longitude'],
		slot: ['time'],
		note: ['remarks'],
	},
	toBooking: (request) => {
		const { contact, place } = request;
		const slot = startOf(request.slot);
		const lines = floorApart(request);
		return {
			values: {
				reference: request.reference.text,
				time: 'problem' in slot ? undefined : slot.start,
				...nameOf(request),
				telephone: contact.phone,
				street: lines[0],
				zip: place.postalCode,
				city: place.city,
				latitude: place.coordinates?.latitude,
				longitude: place.coordinates?.longitude,
				remarks: accessText({ ...request, place: { ...place, lines } }, { withCompany: true }),
			},
			problems: [...('problem' in slot ? [slot.problem] : []), ...placeProblems(request)],
			warnings:
				request.payment === 'pay_on_delivery' ? ['The customer pays at the door, and DeliverIt takes no money.'] : [],
		};
	},
	price: async ({ latitude, longitude }, steps) => {
		const read = await steps.call(getPrice, { latitude, longitude });
		if (!read.ok) return read;
		const price = read.value[0]?.price;
		return success(isJsonObject(price) ? price : null);
	},
	sample: shopOrderSample,
};
