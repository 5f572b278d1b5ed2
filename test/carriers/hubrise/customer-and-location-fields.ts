import type { FieldTable } from '../../../scripts/generate/field-places';

export const makes = 'HubRise makes it, and no call takes it';
export const computed = 'HubRise computes it';
export const person =
	'email first_name last_name gender birth_date company_name phone phone_access_code address_1 address_2 postal_code city state country latitude longitude delivery_notes sms_marketing email_marketing';
export const paged = 'The pages of a list are read as far as the step wants them';
const notAfterwards = 'HubRise takes no change of it';
export const reasons = (fields: string, reason: string) =>
	Object.fromEntries(fields.split(' ').map((field) => [field, reason]));

/** The tables that are not about orders and their deliveries. */
export const customerAndLocationTables: readonly FieldTable[] = [
	{
		title: 'Customer, sent (HR30, HR31)',
		fields: `customer_list_id private_ref ${person} custom_fields id anonymised created_at nb_orders order_total first_order_date last_order_date loyalty_cards`,
		forms: { 'customer.create': [''], 'customer.update': [''] },
		as: { id: 'Names the customer that is changed', anonymised: 'Anonymise Customer' },
		leftOut: {
			created_at: makes,
			...reasons('nb_orders order_total first_order_date last_order_date', computed),
			loyalty_cards: 'Points move them: Add or Take Loyalty Points',
		},
	},
	{
		title: 'Customer, received (HR29)',
		fields: `id customer_list_id private_ref anonymised ${person} created_at nb_orders order_total first_order_date last_order_date loyalty_cards custom_fields`,
		answers: [{ action: 'customer.get' }],
		as: { loyalty_cards: 'Get Many Loyalty Cards' },
		leftOut: { custom_fields: 'An object of any shape' },
	},
	{
		title: 'Customer list, received (HR26)',
		fields: 'id name created_at',
		answers: [{ action: 'customerList.getAll', at: '0' }],
	},
	{
		title: 'Customer list, sent',
		fields: 'name',
		leftOut: { name: 'Managing lists is for the HubRise back office' },
	},
	{
		title: 'List of customers, sent (HR28)',
		fields: 'private_ref email phone count cursor',
		forms: { 'customer.getAll': [''] },
		as: { count: paged, cursor: paged },
	},
	{
		title: 'Loyalty card, sent (HR35, HR36)',
		fields: 'customer_id ref name id balance',
		as: reasons('customer_id ref name', 'Create Order, Loyalty Points: makes the card, or names it'),
		leftOut: { id: makes, balance: computed },
	},
	{
		title: 'List of loyalty cards, sent (HR33)',
		fields: 'customer_id name ref count cursor',
		forms: { 'loyaltyCard.getAll': [''] },
		as: { count: paged, cursor: paged },
	},
	{
		title: 'Loyalty card, received (HR33)',
		fields: 'id customer_id ref name balance',
		answers: [{ action: 'loyaltyCard.getAll', at: '0' }],
	},
	{
		title: 'Loyalty operation, sent (HR39)',
		fields: 'order_id delta reason id customer_id created_at order_location_id new_balance',
		forms: { 'loyaltyCard.addPoints': [''] },
		leftOut: {
			...reasons('id created_at order_location_id', makes),
			customer_id: 'The card is a customer’s own',
			new_balance: computed,
		},
	},
	{
		title: 'Loyalty operation, received (HR37)',
		fields: 'id customer_id created_at order_id order_location_id delta reason new_balance',
		answers: [{ action: 'loyaltyCard.getOperations', at: '0' }],
	},
	{
		title: 'Location, sent (HR24)',
		fields:
			'id name account address postal_code city country timezone cutoff_time opening_hours preparation_time order_acceptance custom_fields',
		forms: { 'location.update': [''] },
		as: {
			order_acceptance: 'Its fields stand on the form: see the next table',
			id: 'Names the location that is changed',
		},
		leftOut: reasons('name account address postal_code city country timezone', notAfterwards),
	},
	{
		title: 'Order acceptance, sent (HR24)',
		fields: 'mode resume_at extra_preparation_time reason',
		forms: { 'location.update': [''] },
	},
	{
		title: 'Location, received (HR19)',
		fields:
			'id name account address postal_code city country timezone cutoff_time opening_hours preparation_time order_acceptance custom_fields',
		answers: [{ action: 'location.get' }],
		as: {
			account: 'accountId, accountName and currency',
			timezone: 'timeZone, by its name',
			opening_hours: 'A line for each day and slot',
			order_acceptance: 'orderAcceptance, resumesAt, extraPreparationTime, pauseReason',
		},
		leftOut: { custom_fields: 'An object of any shape' },
	},
	{
		title: 'Account, received (HR25)',
		fields: 'id name currency',
		answers: [{ action: 'account.get' }],
	},
	{
		title: 'User, received (HR40)',
		fields: 'id first_name last_name email timezone locales',
		leftOut: reasons(
			'id first_name last_name email timezone locales',
			'Outside the rights that the connection asks for',
		),
	},
	{
		title: 'Callback, sent and received (HR13, HR14)',
		fields: 'url events',
		forms: { 'callback.set': [''] },
		answers: [{ action: 'callback.get' }],
	},
	{
		title: 'Event, received (HR17)',
		fields:
			'id resource_type event_type created_at account_id location_id order_id delivery_id customer_id customer_list_id catalog_id new_state previous_state state_change',
		answers: [{ action: 'event.get' }],
		as: {
			new_state: "The triggers' item is read from it",
			previous_state: 'previousOrderStatus, previousCarrierStatus, change',
		},
		leftOut: {
			...reasons('customer_id customer_list_id', 'No trigger is about customers'),
			...reasons('catalog_id state_change', 'No trigger is about catalogues and inventories'),
		},
	},
];
