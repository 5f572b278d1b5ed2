import type { ShopOrderDeclaration } from '../../declare/shop-order';
import type { JsonObject } from '../../json';
import { accessText } from '../../delivery/access-text';
import type { DeliveryRequest, Parcel } from '../../delivery/request';
import { windowOf } from '../../delivery/slot-need';
import { createDelivery } from './actions/create';
import { shopOrderSample } from './delivery-request-sample';

/** A type of the account, or a package by name, volume and weight (CY2, CY9). */
const packageOf = ({ type, name, count, volumeLitres, weightGrams }: Parcel): JsonObject =>
	type === null
		? {
				name,
				amount: count,
				volume_dm3: volumeLitres ?? undefined,
				weight_kg: weightGrams === null ? undefined : weightGrams / 1000,
			}
		: { package_type: type, amount: count };

/** An address has a name and a company beside each other. */
const companyOf = ({ contact: { company, name } }: DeliveryRequest) =>
	company === null || company === name ? undefined : company;

export const shopOrder: ShopOrderDeclaration = {
	booking: createDelivery,
	choices: ['sender_display_name', 'comments', 'bring_back_containers'],
	parcels: { types: 'packageTypes' },
	places: {
		reference: ['client_order_reference'],
		'contact.name': ['dropoff.recipient_name'],
		'contact.phone': ['dropoff.recipient_phone'],
		'contact.email': ['dropoff.recipient_email'],
		'place.lines': ['dropoff.address'],
		'place.postalCode': ['dropoff.postal_code'],
		'place.city': ['dropoff.city'],
		slot: ['dropoff.slot_starting_at', 'dropoff.slot_ending_at'],
		note: ['dropoff.address_instructions'],
		parcels: ['packages'],
	},
	toBooking: (request) => {
		const { contact, place } = request;
		const slot = windowOf(request.slot);
		return {
			values: {
				client_order_reference: request.reference.text,
				dropoff: {
					...('problem' in slot ? {} : { slot_starting_at: slot.start, slot_ending_at: slot.end }),
					recipient_name: contact.name,
					recipient_phone: contact.phone,
					recipient_email: contact.email,
					company_name: companyOf(request),
					address: place.lines[0],
					postal_code: place.postalCode,
					city: place.city,
					address_instructions: accessText(request),
				},
				packages: request.parcels.map(packageOf),
			},
			problems: 'problem' in slot ? [slot.problem] : [],
			warnings:
				request.payment === 'pay_on_delivery' ? ['The customer pays at the door, and Cyke takes no money.'] : [],
		};
	},
	sample: shopOrderSample,
};
