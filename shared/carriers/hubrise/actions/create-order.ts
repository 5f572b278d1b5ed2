import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { choice, longText, moment, text, toggle } from '../../../declare/field';
import { compareOrder } from '../compare-order';
import { accountCurrency, checkCurrency, currencyField, withCurrency } from '../currency';
import { customFieldsBody, customFieldsField } from '../custom-fields';
import { notFoundReading, referenceUnprocessable } from '../errors';
import { HEAVY_PATIENCE_MS } from '../limits';
import { orderAntiSamples, orderResponses } from '../order-refusals';
import { orderSamples } from '../order-samples';
import { hubriseOrder, toOrderItem } from '../order';
import { checkElements, dealsField, elementFields, elementsBody, lacksCurrencyInLines } from '../order-elements';
import {
	checkCustomer,
	collectionCodeField,
	confirmedField,
	customerBody,
	customerField,
	knownCustomerFields,
	loyaltyField,
	orderStatusField,
	privateRefField,
	sellerNotesField,
	serviceTypes,
} from '../order-fields';
import { checkLocation, locationField, locationPath, withoutFraction } from '../paths';
import { hubriseItem } from '../read-response';
import { orderResponse } from '../wire';
import { isSameReference } from '../../../run/same-reference';
import { listOrders } from './order-reads';

const inputSchema = z.object({
	location_id: locationField(),
	private_ref: privateRefField(
		'One by one, five orders a minute: HubRise allows ten look-ups. From three items on, a batch on n8n shares them and is not slowed down.',
	).optional(),
	status: orderStatusField('Where the order stands.').default('new'),
	service_type: choice(serviceTypes, {
		label: 'Service Type',
		help: 'How the customer gets it. It cannot be changed later.',
		common: true,
	}).default('delivery'),
	customer: customerField(),
	currency: currencyField(),
	...elementFields('Your own number of this line.'),
	deals: dealsField(),
	...knownCustomerFields,
	loyalty_operations: loyaltyField(),
	ref: text({
		label: 'Public Reference',
		placeholder: 'A-17',
		help: 'A number that every app of HubRise sees.',
	}).optional(),
	channel: text({
		label: 'Channel',
		placeholder: 'Webshop',
		help: "Where the order comes from, for HubRise's dashboards. Left empty, it is the name of the app.",
	}).optional(),
	service_type_ref: text({ label: 'Service Type Code', help: 'By which the till knows the service type.' }).optional(),
	expected_time: moment({
		label: 'Expected Time',
		help: 'When the customer wants it. Left empty, it is as soon as possible.',
		common: true,
	}).optional(),
	expected_time_pickup: toggle({
		label: 'Expected Time Is the Pick-Up',
		help: 'For deliveries: the time at which the courier collects, not the one at which the customer gets it.',
	}).optional(),
	asap: toggle({
		label: 'As Soon as Possible',
		help: 'Any time will do; the expected time is then the latest one.',
	}).optional(),
	confirmed_time: confirmedField(),
	customer_notes: longText({ label: 'Customer Notes', help: 'From the customer to the business.' }).optional(),
	seller_notes: sellerNotesField(),
	collection_code: collectionCodeField(),
	coupon_codes: text({
		label: 'Coupon Codes',
		placeholder: 'WELCOME10, SPRING',
		help: 'What the customer typed in for a discount, with commas between. The discount itself is a line of its own.',
	}).optional(),
	custom_fields: customFieldsField('What apps keep with an order under names of their own.'),
});

type Input = z.output<typeof inputSchema>;

/** These alone are how an order is filed, not what is in it. HubRise takes such an order, of 0 euros. */
const FILING: ReadonlySet<string> = new Set([
	'location_id',
	'private_ref',
	'status',
	'service_type',
	'currency',
	'service_type_ref',
	'channel',
]);

const isFilledIn = (value: unknown): boolean =>
	typeof value === 'object' && value !== null ? Object.values(value).some(isFilledIn) : value !== undefined;

function checkContent(draft: Draft<Input>): Problem[] {
	const hasContent = Object.entries(draft).some(([key, value]) => !FILING.has(key) && isFilledIn(value));
	return hasContent ? [] : [{ path: ['items'], message: 'is missing: an order needs at least one item' }];
}

const check = (draft: Draft<Input>, facts: ConnectionFacts) => [
	...checkContent(draft),
	...checkLocation(draft, facts),
	...checkCurrency(draft.currency, ['currency']),
	...checkCustomer(draft),
	...checkElements(draft, true),
];

const couponCodes = (text: string | undefined): string[] | undefined =>
	text
		?.split(',')
		.map((code) => code.trim())
		.filter((code) => code !== '');

const HOUR_MS = 3_600_000;
/**
 * Orders that a batch reads at once: those of yesterday, which may be run again today. For an older one HubRise itself
 * refuses the reference, which it documents as unique, and the order is then looked up.
 */
const SHARED_HOURS = 36;

export const createOrder = action({
	resource: 'order',
	verb: 'create',
	title: 'Create Order',
	description: 'Brings an order into HubRise, where tills and couriers see it.',
	covers: ['HR8'],
	effect: 'booking',
	patienceMs: HEAVY_PATIENCE_MS,
	input: inputSchema,
	output: hubriseOrder,
	check,
	needs: { location: accountCurrency<Input>((input) => input.currency === undefined && lacksCurrencyInLines(input)) },
	request: (input, facts) =>
		withCurrency({ currency: input.currency, path: ['currency'] }, facts, (currency) => ({
			method: 'POST',
			path: `${locationPath(input)}/orders`,
			body: {
				status: input.status,
				channel: input.channel,
				ref: input.ref,
				private_ref: input.private_ref,
				service_type: input.service_type,
				service_type_ref: input.service_type_ref,
				expected_time: withoutFraction(input.expected_time),
				expected_time_pickup: input.expected_time_pickup,
				asap: input.asap,
				confirmed_time: withoutFraction(input.confirmed_time),
				customer_notes: input.customer_notes,
				seller_notes: input.seller_notes,
				collection_code: input.collection_code,
				...elementsBody(input, currency),
				coupon_codes: couponCodes(input.coupon_codes),
				customer_id: input.customer_id,
				customer_list_id: input.customer_list_id,
				customer_private_ref: input.customer_private_ref,
				customer: customerBody(input.customer),
				loyalty_operations: input.loyalty_operations,
				custom_fields: customFieldsBody(input.custom_fields),
			},
		})),
	readings: {
		200: hubriseItem(orderResponse, toOrderItem),
		404: notFoundReading('There is no such location in the reach of this connection'),
		422: referenceUnprocessable,
	},
	booking: {
		foundBy: 'reference',
		reference: 'private_ref',
		action: listOrders,
		input: (private_ref, { location_id }) => ({ private_ref, location_id }),
		// Cancelled or rejected, an order still holds its reference.
		isCandidate: (candidate, private_ref) => isSameReference(candidate.reference, private_ref),
		showsReference: true,
		sharedList: {
			input: ({ location_id }, { now }) => ({
				location_id,
				after: new Date(Math.floor(now / HOUR_MS - SHARED_HOURS) * HOUR_MS).toISOString(),
			}),
			isWhole: false,
		},
		listSince: { input: (since, { location_id }) => ({ location_id, after: since }) },
		compare: compareOrder,
	},
	samples: orderSamples,
	responses: orderResponses,
	antiSamples: orderAntiSamples,
});
