import type { JsonObject } from '../../json';
import type { ShopOrderDeclaration } from '../../declare/shop-order';
import { accessText } from '../../delivery/access-text';
import type { DeliveryRequest, GoodsLine } from '../../delivery/request';
import { createParcel } from './parcels/create';
import { shopOrderSample } from './delivery-request-sample';

/** A person, a company or both. A company alone is no last name. */
function recipientOf({ contact }: DeliveryRequest): JsonObject {
	const { firstName, lastName, name, company } = contact;
	const isPerson = firstName !== null || lastName !== null || name !== company;
	return {
		firstName,
		lastName: firstName === null && lastName === null ? (isPerson ? name : undefined) : lastName,
		organizationName: company,
	};
}

const itemOf = ({ sku, name, quantity, unitValue }: GoodsLine): JsonObject => ({
	reference: sku,
	count: quantity,
	name,
	value: unitValue?.currency === 'EUR' ? unitValue.amount / 100 : undefined,
});

const warningsOf = ({ slot, payment }: DeliveryRequest): string[] => [
	...(slot.kind === 'none' || slot.text === null
		? []
		: [`Cubyn delivers without time slots: "${slot.text}" is not passed on.`]),
	...(payment === 'pay_on_delivery' ? ['The customer pays at the door, and Cubyn takes no money.'] : []),
];

export const shopOrder: ShopOrderDeclaration = {
	booking: createParcel,
	choices: ['deliveryMode', 'relayPickupRef', 'deliverySigned', 'isAdvalorem', 'goods'],
	places: {
		reference: ['orderRef'],
		'contact.name': ['firstName', 'lastName', 'organizationName'],
		'contact.phone': ['phone'],
		'contact.email': ['email'],
		'place.lines': ['address.line1', 'address.line2'],
		'place.postalCode': ['address.zip'],
		'place.city': ['address.city'],
		'place.country': ['address.country', 'address.state'],
		note: ['address.additionalInformation'],
		goods: ['items'],
	},
	toBooking: (request, facts) => {
		const { contact, place } = request;
		return {
			values: {
				orderRef: request.reference.text,
				...recipientOf(request),
				address: {
					line1: place.lines[0],
					line2: place.lines[1],
					zip: place.postalCode,
					city: place.city,
					country: place.country ?? facts.access.country,
					state: place.region,
					additionalInformation: accessText(request, { lines: 2, separator: ', ' })?.replace(/\s+/g, ' '),
				},
				phone: contact.phone,
				email: contact.email,
				items: request.goods.map(itemOf),
			},
			problems: [],
			warnings: warningsOf(request),
		};
	},
	sample: shopOrderSample,
};
