import { z } from 'zod/v4';

import { choice, group, json, lines, longText, text } from '../../declare/field';

/** Names of the kinds of shops, for the form. `recognise` leaves the choice to the order itself. */
export const shopChoice = (kinds: readonly { id: string; title: string }[]) =>
	choice(
		[
			{ value: 'recognise', label: 'Recognise It', help: 'By the fields of the order' },
			...kinds.map(({ id, title }) => ({ value: id, label: title })),
		],
		{ label: 'Shop', help: 'Which software the shop runs.', common: true },
	).default('recognise');

export const wholeOrder = (source: readonly string[] = []) =>
	json({
		label: 'Order',
		help: 'The whole order, as the step that read it from the shop hands it over.',
		handover: 'whole',
		source,
		common: true,
	}).optional();

const partyFields = (common: boolean) => ({
	first_name: text({ label: 'First Name', common }).optional(),
	last_name: text({ label: 'Last Name', common }).optional(),
	company: text({ label: 'Company' }).optional(),
	phone: text({ label: 'Phone', common }).optional(),
	street: text({ label: 'Street', common }).optional(),
	street_2: text({ label: 'Street, Second Line', common }).optional(),
	postal_code: text({ label: 'Postal Code', common }).optional(),
	city: text({ label: 'City', common }).optional(),
	state: text({ label: 'State' }).optional(),
	country: text({ label: 'Country', common }).optional(),
});

/** The fields that say which order it is, and where it stands. */
export const orderHead = {
	order_number: text({
		label: 'Order Number',
		placeholder: '1042',
		help: 'The number that people in the shop use.',
		common: true,
	}).optional(),
	order_key: text({
		label: "Shop's Own Order ID",
		help: 'Where it differs from the number. Updates to the shop name it.',
	}).optional(),
	status: text({
		label: 'Order Status',
		placeholder: 'processing',
		help: 'An order that is cancelled, refunded or not ready is left out.',
		common: true,
	}).optional(),
	payment_status: text({ label: 'Payment Status', placeholder: 'paid', common: true }).optional(),
	cancelled_at: text({ label: 'Cancelled At' }).optional(),
};

const methodFields = {
	shipping_method: text({
		label: 'Shipping Method',
		help: 'Its title. It shows whether the customer collects the order.',
		common: true,
	}).optional(),
	shipping_method_code: text({ label: 'Shipping Method Code', placeholder: 'local_pickup' }).optional(),
};

const testField = { test: text({ label: 'Is a Test Order' }).optional() };

/** Of each order that is compared with its booking. */
export const reconciledHead = {
	...orderHead,
	...methodFields,
	...testField,
	placed_at: text({ label: 'Placed At', placeholder: '2030-05-21 16:00' }).optional(),
};

const mappedFields = {
	...orderHead,
	payment_method: text({ label: 'Payment Method', placeholder: 'cod' }).optional(),
	...testField,
	total: text({ label: 'Total', placeholder: '42.50' }).optional(),
	currency: text({ label: 'Currency', placeholder: 'EUR' }).optional(),
	email: text({ label: 'Email' }).optional(),
	shipping: group(partyFields(true), { label: 'Shipping' }).optional(),
	billing: group(partyFields(false), {
		label: 'Billing',
		help: 'Used for what the shipping address lacks.',
	}).optional(),
	latitude: text({ label: 'Latitude' }).optional(),
	longitude: text({ label: 'Longitude' }).optional(),
	...methodFields,
	customer_note: longText({ label: "Customer's Note" }).optional(),
	items: lines(
		{
			name: text({ label: 'Name', common: true }).optional(),
			sku: text({ label: 'SKU', common: true }).optional(),
			quantity: text({ label: 'Quantity', common: true }).optional(),
			price: text({ label: 'Price' }).optional(),
			weight: text({ label: 'Weight', unit: 'g' }).optional(),
		},
		{ label: 'Items', line: 'Item', help: "The order's line items." },
	).optional(),
	added: lines(
		{
			key: text({ label: 'Field Name', common: true }).optional(),
			value: text({ label: 'Field Value', common: true }).optional(),
		},
		{
			label: 'Added Fields',
			line: 'Field',
			help: 'Meta data or note attributes, where plug-ins keep the slot and checkout fields.',
		},
	).optional(),
};

export type MappedOrder = z.output<z.ZodObject<typeof mappedFields>>;

/** The fields of an order one by one, named as the triggers of shops name them. */
export const mappedOrder = () => group(mappedFields, { label: 'Order', common: true, handover: 'mapped' }).optional();
