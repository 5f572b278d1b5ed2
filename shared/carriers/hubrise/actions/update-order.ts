import { z } from 'zod/v4';

import { action, type Action, type Need } from '../../../declare/action';
import type { Draft, ConnectionFacts, Facts } from '../../../declare/facts';
import { flow } from '../../../declare/flow';
import type { Problem } from '../../../declare/failure';
import { without, type JsonObject } from '../../../json';
import { accountCurrency, checkCurrency, currencyField, withCurrency } from '../currency';
import { customFieldChanges, customFieldsBody } from '../custom-fields';
import { referenceUnprocessable } from '../errors';
import { hubriseOrder, toOrderItem } from '../order';
import {
	additionIdentity,
	addsElements,
	changedElements,
	clearedField,
	elementLists,
	hasElements,
	missingElements,
	namedField,
	removedField,
	withReferences,
} from '../order-changes';
import { checkElements, elementFields, elementsBody, lacksCurrencyInLines } from '../order-elements';
import {
	collectionCodeField,
	confirmedField,
	orderStatusField,
	privateRefField,
	sellerNotesField,
} from '../order-fields';
import { checkLocation, locationField, orderField, orderPath, withoutFraction, type AtOrder } from '../paths';
import { hubriseItem } from '../read-response';
import {
	updateOrderAntiSamples,
	updateOrderExample,
	updateOrderResponses,
	updateOrderSamples,
} from '../update-order-samples';
import { orderResponse } from '../wire';
import { readAfterWrite, writeReading } from '../write-responses';
import { getOrder, orderNotFound } from './order-reads';

const inputSchema = z.object({
	location_id: locationField(),
	order_id: orderField(),
	status: orderStatusField('The status that was reached. Any may follow any other.').optional(),
	confirmed_time: confirmedField(),
	seller_notes: sellerNotesField(),
	collection_code: collectionCodeField(),
	private_ref: privateRefField().optional(),
	custom_fields: customFieldChanges(),
	cleared: clearedField(),
	removed: removedField(),
	named: namedField(),
	currency: currencyField(),
	...elementFields(
		'Your own number of this line. A line with the same number is not added again. Left empty, one is made of what the line holds.',
		(plural) => `${plural} to Add`,
	),
});

type Input = z.output<typeof inputSchema>;

function check(draft: Draft<Input>, facts: ConnectionFacts): Problem[] {
	const { location_id, order_id, currency, ...changes } = draft;
	const isEmpty = order_id !== undefined && Object.values(changes).every((value) => value === undefined);
	return [
		...checkLocation({ location_id }, facts),
		...checkCurrency(currency, ['currency']),
		...checkElements(draft, false),
		...(isEmpty ? [{ path: [], message: 'Fill in at least one field to change' }] : []),
	];
}

/** HR12: six fields, and changes to existing elements. Null empties a field. */
const fieldsBody = (input: Input): JsonObject => ({
	status: input.status,
	confirmed_time: withoutFraction(input.confirmed_time),
	seller_notes: input.seller_notes,
	collection_code: input.collection_code,
	private_ref: input.private_ref,
	custom_fields: customFieldsBody(input.custom_fields),
	...Object.fromEntries((input.cleared ?? []).map(({ field }) => [field, null])),
});

function elementChanges(input: Input, added: JsonObject = {}): JsonObject {
	const entriesOf = (list: string) => {
		const additions = added[list];
		return [...changedElements(input, list), ...(Array.isArray(additions) ? additions : [])];
	};
	return Object.fromEntries(
		elementLists.map((list) => [list, entriesOf(list)] as const).filter(([, entries]) => entries.length > 0),
	);
}

const shared = { resource: 'order', covers: ['HR12'], input: inputSchema, output: hubriseOrder, check } as const;

const noSamples = { samples: [], antiSamples: [] } as const;

/** Changes to existing elements, which are safe to repeat. Older pages use PUT where newer ones use PATCH. */
const changeOrder = action({
	...shared,
	...noSamples,
	verb: 'change',
	title: 'Change Order',
	description: 'Changes fields and entries that an order has.',
	effect: 'repeatable',
	request: (input) => ({
		method: 'PATCH',
		path: orderPath(input),
		body: { ...fieldsBody(input), ...elementChanges(input) },
	}),
	readings: {
		200: writeReading(orderResponse, toOrderItem, ({ location_id }: AtOrder) => toOrderItem({ id: '', location_id })),
		404: orderNotFound,
		422: referenceUnprocessable,
	},
	followUp: (item, { order_id, location_id, status }) =>
		readAfterWrite(
			getOrder,
			item,
			{ order_id, location_id },
			({ orderStatus }) => status === undefined || orderStatus === status,
		),
});

/** The current order: elements it already has are not added again. */
const currentOrder: Need<Input> = {
	action: getOrder,
	input: ({ order_id, location_id }) => ({ order_id, location_id }),
};

/**
 * Adding is not idempotent: HubRise adds an element again when it is sent again. So this is handled like a booking:
 * elements the order already has are left out, and after a missing response the order is read before the next try.
 */
const addToOrder = action({
	...shared,
	...noSamples,
	verb: 'add',
	title: 'Add to Order',
	description: 'Adds entries to an order, each once.',
	effect: 'booking',
	needs: {
		order: currentOrder,
		location: accountCurrency<Input>((input) => input.currency === undefined && lacksCurrencyInLines(input)),
	},
	request: (input, facts: Facts) =>
		withCurrency({ currency: input.currency, path: ['currency'] }, facts, (currency) => {
			const added = elementsBody(missingElements(facts.needed.order?.[0], withReferences(input)), currency);
			return {
				method: 'PATCH',
				path: orderPath(input),
				body: { ...fieldsBody(input), ...elementChanges(input, added) },
			};
		}),
	readings: {
		200: hubriseItem(orderResponse, toOrderItem),
		404: orderNotFound,
		422: referenceUnprocessable,
	},
	booking: {
		foundBy: 'identity',
		identity: (input) => additionIdentity(input.order_id, withReferences(input)),
		action: getOrder,
		input: (_identity, { order_id, location_id }) => ({ order_id, location_id }),
		isCandidate: (order, _identity, input) => hasElements(order, withReferences(input)),
	},
});

/** The result for an order that already has every element. */
function withoutAdditions(input: Input): JsonObject {
	const changes = without(input, 'items', 'discounts', 'charges', 'payments', 'currency');
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

const changesAnything = (changes: JsonObject): boolean =>
	Object.keys(without(changes, 'order_id', 'location_id')).length > 0;

export const orderParts: readonly Action[] = [changeOrder, addToOrder];

/** One call to HubRise for a change or an addition. A second one only if the elements to add already exist. */
export const updateOrder = flow({
	...shared,
	verb: 'update',
	title: 'Update Order',
	description:
		'Updates an order, most often its status, and adds or removes items, discounts, charges and payments. Empty fields stay unchanged.',
	effect: 'repeatable',
	run: async (input, _facts, steps) => {
		const changes = withoutAdditions(input);
		if (!addsElements(input)) return await steps.call(changeOrder, changes);
		const { items, discounts, charges, payments, currency } = input;
		const additions = Object.fromEntries(
			Object.entries({ items, discounts, charges, payments, currency }).filter(([, value]) => value !== undefined),
		);
		const added = await steps.call(addToOrder, { ...changes, ...(additions as JsonObject) });
		const [order] = added.ok ? added.value : [];
		return order?.outcome === 'found' && changesAnything(changes) ? await steps.call(changeOrder, changes) : added;
	},
	example: updateOrderExample,
	samples: updateOrderSamples,
	responses: updateOrderResponses,
	antiSamples: updateOrderAntiSamples,
});
