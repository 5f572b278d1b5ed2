import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Comparison } from '../../../declare/booking';
import type { Draft, Given, Item } from '../../../declare/facts';
import { choice, longText, moment, text } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { accountCurrency, checkCurrency, currencyField, inCurrency } from '../currency';
import { customFieldsBody, customFieldsField } from '../custom-fields';
import { orderAnswers, orderAntiSamples, orderSamples } from '../order-samples';
import { hubriseOrder, toOrderItem } from '../order';
import {
	checkCustomer,
	collectionCodeField,
	confirmedField,
	customerBody,
	customerField,
	hasAmounts,
	linesBody,
	orderLines,
	orderStatusField,
	privateRefField,
	sellerNotesField,
	serviceTypes,
} from '../order-fields';
import { checkLocation, locationField, locationPath, seconds } from '../place';
import { missing } from '../refusals';
import { orderAnswer } from '../wire';
import { taken } from '../written';
import { listOrders } from './order-reads';

const input = z.object({
	location_id: locationField(),
	private_ref: privateRefField('HubRise allows ten such looks a minute, enough for five orders.').optional(),
	status: orderStatusField('Where the order stands.').default('new'),
	service_type: choice(serviceTypes, { label: 'Service Type', help: 'How the customer gets it.', common: true }).default('delivery'),
	customer: customerField(),
	currency: currencyField(),
	...orderLines,
	ref: text({ label: 'Public Reference', placeholder: 'A-17', help: 'A number that every app of HubRise sees.' }).optional(),
	service_type_ref: text({ label: 'Service Type Code', help: 'By which the till knows the service type.' }).optional(),
	expected_time: moment({ label: 'Expected Time', help: 'When the customer wants it. As soon as possible where it is left out.', common: true }).optional(),
	confirmed_time: confirmedField(),
	customer_notes: longText({ label: 'Customer Notes', help: 'From the customer to the business.' }).optional(),
	seller_notes: sellerNotesField(),
	collection_code: collectionCodeField(),
	coupon_codes: text({ label: 'Coupon Codes', placeholder: 'WELCOME10, SPRING', help: 'What the customer typed in for a discount, with commas between. The discount itself is a line of its own.' }).optional(),
	custom_fields: customFieldsField('What apps keep with an order under names of their own.'),
});

type Input = z.output<typeof input>;

const check = (draft: Draft<Input>, facts: Given) => [
	...checkLocation(draft, facts),
	...checkCurrency(draft.currency, ['currency']),
	...checkCustomer(draft.service_type, draft.customer),
];

const plain = (value: unknown): string => (typeof value === 'string' ? value : '');

const compareOrder = ({ status, service_type, ref, customer }: Input, found: Item): Comparison[] => {
	const there = toCustomer(found);
	return [
		// It has every right to have moved on; at its end it may be last month's, with the same number.
		...(found.closed === true ? [{ label: 'Status', asked: status, found: plain(found.orderStatus) }] : []),
		{ label: 'Service Type', asked: service_type, found: plain(found.serviceType) },
		...(ref === undefined ? [] : [{ label: 'Public Reference', asked: ref, found: plain(found.publicReference) }]),
		...(customer?.address_1 === undefined ? [] : [{ label: 'Customer Street', asked: customer.address_1, found: plain(there.street) }]),
		...(customer?.postal_code === undefined ? [] : [{ label: 'Customer Postal Code', asked: customer.postal_code, found: plain(there.postalCode) }]),
	];
};

const toCustomer = ({ customer }: Item): Item => (typeof customer === 'object' && customer !== null && !Array.isArray(customer) ? customer : {});

/** An order that came to nothing does not stand in the way of another one. */
const over = ['rejected', 'cancelled'];

export const createOrder = action({
	resource: 'order',
	verb: 'create',
	title: 'Create Order',
	does: 'Brings an order into HubRise, where tills and couriers see it.',
	covers: ['HR8'],
	effect: 'booking',
	input,
	output: hubriseOrder,
	check,
	needs: { location: accountCurrency<Input>((given) => given.currency === undefined && hasAmounts(given)) },
	request: (given, facts) =>
		inCurrency({ currency: given.currency, path: ['currency'] }, facts, (currency) => ({
			method: 'POST',
			path: `${locationPath(given)}/orders`,
			body: {
				status: given.status,
				ref: given.ref,
				private_ref: given.private_ref,
				service_type: given.service_type,
				service_type_ref: given.service_type_ref,
				expected_time: seconds(given.expected_time),
				confirmed_time: seconds(given.confirmed_time),
				customer_notes: given.customer_notes,
				seller_notes: given.seller_notes,
				collection_code: given.collection_code,
				...linesBody(given, currency),
				coupon_codes: given.coupon_codes?.split(',').map((code) => code.trim()).filter((code) => code !== ''),
				customer: customerBody(given.customer),
				custom_fields: customFieldsBody(given.custom_fields),
			},
		})),
	readings: { ...taken(gives(orderAnswer, toOrderItem)), 404: missing('There is no such location in the reach of this connection') },
	find: {
		reference: 'private_ref',
		action: listOrders,
		input: (private_ref, { location_id }) => ({ private_ref, location_id }),
		matches: (candidate, private_ref) => candidate.reference === private_ref && !over.includes(String(candidate.orderStatus)),
		compare: compareOrder,
	},
	samples: orderSamples,
	answers: orderAnswers,
	antiSamples: orderAntiSamples,
});
