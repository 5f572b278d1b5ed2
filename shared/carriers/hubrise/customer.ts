import { text } from '../../declare/field';
import { asJsonObject } from '../../json';
import { outputField, outputItem } from '../../delivery/delivery';
import { readShownMoney } from './money';
import type { CardResponse, CustomerResponse, OperationResponse } from './wire';

export const hubriseCustomer = outputItem(() => ({
	id: outputField.id('Customer ID'),
	carrier: outputField.id('Carrier'),
	listId: outputField.text('Customer List ID'),
	reference: outputField.text('Reference'),
	name: outputField.text('Name'),
	firstName: outputField.text('First Name'),
	lastName: outputField.text('Last Name'),
	company: outputField.text('Company'),
	email: outputField.text('Email'),
	phone: outputField.text('Phone'),
	phoneAccessCode: outputField.text('Phone Access Code'),
	street: outputField.text('Street'),
	street2: outputField.text('Street, Second Line'),
	postalCode: outputField.text('Postal Code'),
	city: outputField.text('City'),
	state: outputField.text('State'),
	country: outputField.text('Country'),
	latitude: outputField.text('Latitude'),
	longitude: outputField.text('Longitude'),
	instructions: outputField.text('Delivery Notes'),
	gender: outputField.text('Gender'),
	birthDate: outputField.text('Birth Date'),
	smsMarketing: outputField.toggle('SMS Marketing'),
	emailMarketing: outputField.toggle('Email Marketing'),
	anonymised: outputField.toggle('Is Anonymised'),
	createdAt: outputField.moment('Created At'),
	orderCount: outputField.number('Number of Orders'),
	orderTotal: outputField.money('Order Total', {}),
	firstOrderAt: outputField.moment('First Order At'),
	lastOrderAt: outputField.moment('Last Order At'),
	loyaltyCards: outputField.objects(
		{
			id: outputField.text('Loyalty Card ID'),
			ref: outputField.text('Loyalty Card Code'),
			name: outputField.text('Loyalty Card Name'),
			balance: outputField.text('Loyalty Card Balance'),
		},
		'Loyalty Cards',
	),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export function toCustomerItem(response: CustomerResponse) {
	return {
		id: response.id,
		carrier: 'hubrise',
		listId: response.customer_list_id ?? null,
		reference: response.private_ref ?? null,
		name: [response.first_name, response.last_name].filter((part) => part).join(' ') || null,
		firstName: response.first_name ?? null,
		lastName: response.last_name ?? null,
		company: response.company_name ?? null,
		email: response.email ?? null,
		phone: response.phone ?? null,
		phoneAccessCode: response.phone_access_code ?? null,
		street: response.address_1 ?? null,
		street2: response.address_2 ?? null,
		postalCode: response.postal_code ?? null,
		city: response.city ?? null,
		state: response.state ?? null,
		country: response.country ?? null,
		latitude: response.latitude ?? null,
		longitude: response.longitude ?? null,
		instructions: response.delivery_notes ?? null,
		gender: response.gender ?? null,
		birthDate: response.birth_date ?? null,
		smsMarketing: response.sms_marketing ?? null,
		emailMarketing: response.email_marketing ?? null,
		anonymised: response.anonymised ?? null,
		createdAt: response.created_at ?? null,
		orderCount: response.nb_orders ?? null,
		orderTotal: readShownMoney(response.order_total),
		firstOrderAt: response.first_order_date ?? null,
		lastOrderAt: response.last_order_date ?? null,
		loyaltyCards: (response.loyalty_cards ?? []).map(({ id, ref, name, balance }) => ({
			id: id ?? null,
			ref: ref ?? null,
			name: name ?? null,
			balance: balance ?? null,
		})),
		carrierData: asJsonObject(response),
	};
}

export const hubriseCard = outputItem(() => ({
	id: outputField.id('Loyalty Card ID'),
	carrier: outputField.id('Carrier'),
	customerId: outputField.text('Customer ID'),
	ref: outputField.text('Card Code'),
	name: outputField.text('Card Name'),
	balance: outputField.text('Balance'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export const toCardItem = (response: CardResponse) => ({
	id: response.id,
	carrier: 'hubrise',
	customerId: response.customer_id ?? null,
	ref: response.ref ?? null,
	name: response.name ?? null,
	balance: response.balance ?? null,
	carrierData: asJsonObject(response),
});

export const hubriseOperation = outputItem(() => ({
	id: outputField.id('Operation ID'),
	carrier: outputField.id('Carrier'),
	customerId: outputField.text('Customer ID'),
	orderId: outputField.text('Order ID'),
	orderLocationId: outputField.text('Order Location ID'),
	points: outputField.text('Points'),
	reason: outputField.text('Reason'),
	balance: outputField.text('Balance'),
	createdAt: outputField.moment('Created At'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

export const toOperationItem = (response: OperationResponse) => ({
	id: response.id,
	carrier: 'hubrise',
	customerId: response.customer_id ?? null,
	orderId: response.order_id ?? null,
	orderLocationId: response.order_location_id ?? null,
	points: response.delta ?? null,
	reason: response.reason ?? null,
	balance: response.new_balance ?? null,
	createdAt: response.created_at ?? null,
	carrierData: asJsonObject(response),
});

export const listField = () =>
	text({
		label: 'Customer List',
		placeholder: 'xd2p4',
		help: 'The list that was picked when the connection was made.',
		choices: 'customerLists',
		common: true,
	});

export const customerField = () =>
	text({ label: 'Customer ID', placeholder: 'jdj9v', help: 'The ID that HubRise gave the customer.' });
export const cardField = () =>
	text({ label: 'Loyalty Card ID', placeholder: 'slp8q', help: 'As "Get Many Loyalty Cards" shows it.' });

export interface OfList {
	customer_list_id: string;
}

const encodePart = (id: string) => encodeURIComponent(id);

export const customersPath = ({ customer_list_id }: OfList): string =>
	`/customer_lists/${encodePart(customer_list_id)}/customers`;
export const customerPath = (target: OfList & { customer_id: string }): string =>
	`${customersPath(target)}/${encodePart(target.customer_id)}`;
export const cardsPath = ({ customer_list_id }: OfList): string =>
	`/customer_lists/${encodePart(customer_list_id)}/loyalty_cards`;
export const operationsPath = (target: OfList & { loyalty_card_id: string }): string =>
	`${cardsPath(target)}/${encodePart(target.loyalty_card_id)}/operations`;
