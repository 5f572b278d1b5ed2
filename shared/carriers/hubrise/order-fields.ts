import type { Draft } from '../../declare/facts';
import { choice, exact, group, lines, longText, moment, text } from '../../declare/field';
import type { Problem } from '../../declare/failure';
import type { JsonObject } from '../../json';
import { checkPerson, personBody, personFields, type PersonInput } from './customer-fields';
import { orderStatuses } from './order';

export const orderStatusField = (help: string) => choice(orderStatuses, { label: 'Status', help, common: true });

const privateRefHelp =
	'Your own order number, which no other app of HubRise sees. It finds the order again, so that none is made twice.';

export const privateRefField = (extraHelp?: string) =>
	text(
		{
			reference: true,
			label: 'Reference',
			placeholder: 'WC-1042',
			help: extraHelp === undefined ? privateRefHelp : `${privateRefHelp} ${extraHelp}`,
			common: true,
		},
		{ max: 255 },
	);

export const serviceTypes = [
	{ value: 'delivery', label: 'Delivery', help: 'Brought to the customer: only such an order can have a delivery' },
	{ value: 'collection', label: 'Collection', help: 'Collected by the customer' },
	{ value: 'eat_in', label: 'Eat In', help: 'Eaten on the spot' },
] as const;

export const customerField = () =>
	group(personFields(['customer']), {
		label: 'Customer',
		help: 'Who ordered, and where it goes.',
		common: true,
	}).optional();

/** A customer who is already in a list: by HubRise's ID, or by the list and the user's own number. */
export const knownCustomerFields = {
	customer_id: text({
		label: 'Customer ID',
		placeholder: 'wbq93',
		help: 'A customer of a list. HubRise takes name and address from there, so the Customer fields stay empty.',
	}).optional(),
	customer_list_id: text({
		label: 'Customer List',
		placeholder: 'xd2p4',
		help: 'Together with Customer Reference, in place of Customer ID.',
		choices: 'customerLists',
	}).optional(),
	customer_private_ref: text(
		{
			reference: true,
			label: 'Customer Reference',
			placeholder: '49751',
			help: 'Your own number of the customer in that list.',
		},
		{ max: 255 },
	).optional(),
};

export const loyaltyField = () =>
	lines(
		{
			delta: exact({ label: 'Points', placeholder: '-5', help: 'With a minus, points are taken away.' }),
			ref: text({
				label: 'Card Code',
				placeholder: 'LOY',
				help: 'The card without a code where it is left out.',
			}).optional(),
			name: text({ label: 'Card Name', help: 'Names the card, or renames it.' }).optional(),
			reason: text({ label: 'Reason', help: 'The customer may see it.' }).optional(),
		},
		{ label: 'Loyalty Points', line: 'Loyalty Points', rare: true, help: 'Only for a customer of a list.' },
	).optional();

export const confirmedField = () =>
	moment({ label: 'Confirmed Time', help: 'When the business says the order will be there.' }).optional();
export const sellerNotesField = () =>
	longText({ label: 'Seller Notes', help: 'From the business to the customer.' }).optional();
export const collectionCodeField = () =>
	text({
		label: 'Collection Code',
		placeholder: 'A17',
		help: 'What a courier or customer says at the counter.',
	}).optional();

export const customerBody = (customer: PersonInput | undefined): JsonObject | undefined =>
	customer && personBody(customer);

interface CustomerInput {
	service_type?: string;
	customer?: PersonInput;
	customer_id?: string;
	customer_list_id?: string;
	customer_private_ref?: string;
	loyalty_operations?: unknown;
}

/** Three ways to name a customer, one at a time. A delivery order needs an address that a courier can reach. */
export function checkCustomer(draft: Draft<CustomerInput>): Problem[] {
	const { customer, customer_id, customer_list_id, customer_private_ref, loyalty_operations } = draft;
	const byReference = customer_list_id !== undefined || customer_private_ref !== undefined;
	const isKnown = customer_id !== undefined || byReference;
	const problem = (field: string, message: string): Problem => ({ path: [field], message });
	const incomplete = customer_list_id === undefined ? 'customer_list_id' : 'customer_private_ref';
	const lacksAddress = draft.service_type === 'delivery' && customer !== undefined && customer.address_1 === undefined;
	return [
		...(customer_id !== undefined && byReference
			? [problem('customer_list_id', 'must stay empty where Customer ID is given')]
			: []),
		...(byReference && (customer_list_id === undefined || customer_private_ref === undefined)
			? [problem(incomplete, 'is missing: Customer List and Customer Reference go together')]
			: []),
		...(isKnown && customer !== undefined
			? [problem('customer', 'must stay empty for a customer of a list: HubRise takes name and address from there')]
			: []),
		...(!isKnown && loyalty_operations !== undefined
			? [problem('loyalty_operations', 'are for a customer of a list: give Customer ID as well')]
			: []),
		...(lacksAddress && !isKnown
			? [{ path: ['customer', 'address_1'], message: 'is missing: an order to be delivered needs an address' }]
			: []),
		...(customer === undefined ? [] : checkPerson(customer, ['customer'])),
	];
}
