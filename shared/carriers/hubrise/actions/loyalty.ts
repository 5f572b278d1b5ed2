import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { exact, text } from '../../../declare/field';
import { cursorPages } from '../../../declare/pages';
import {
	cardField,
	cardsPath,
	hubriseCard,
	hubriseOperation,
	listField,
	operationsPath,
	toCardItem,
	toOperationItem,
} from '../customer';
import { documentedCard, documentedOperation } from '../customer-samples';
import { notFound, validationFailed } from '../documented';
import { notFoundReading } from '../errors';
import { hubriseItem, hubriseItems } from '../read-response';
import { cardResponse, operationResponse } from '../wire';
import { listNotFound } from './customer-reads';

const cardNotFound = notFoundReading('There is no such loyalty card in this list');

export const listLoyaltyCards = action({
	resource: 'loyaltyCard',
	verb: 'getAll',
	title: 'Get Many Loyalty Cards',
	description: 'Lists the loyalty cards of a customer list with their balances.',
	covers: ['HR33'],
	effect: 'read',
	isList: true,
	input: z.object({
		customer_list_id: listField(),
		customer_id: text({ label: 'Customer ID', placeholder: 've343', help: 'Only cards of this customer.' }).optional(),
		ref: text({ label: 'Card Code', placeholder: 'LOY', help: 'Only cards with exactly this code.' }).optional(),
		name: text({ label: 'Card Name', help: 'Only cards with exactly this name.' }).optional(),
	}),
	output: hubriseCard,
	request: (input) => ({
		method: 'GET',
		path: cardsPath(input),
		query: { customer_id: input.customer_id, ref: input.ref, name: input.name },
	}),
	pages: cursorPages(100, 'x-cursor-next'),
	readings: { 200: hubriseItems(cardResponse, toCardItem), 404: listNotFound },
	samples: [
		{
			title: 'By code (documented)',
			input: { customer_list_id: 'smpre3', ref: 'LOY' },
			request: { method: 'GET', path: '/v1/customer_lists/smpre3/loyalty_cards', query: { ref: 'LOY' } },
			response: { status: 200, body: [documentedCard] },
		},
		{
			title: 'Of a customer (documented)',
			input: { customer_list_id: 'smpre3', customer_id: 've343', name: 'Come back!' },
			request: {
				method: 'GET',
				path: '/v1/customer_lists/smpre3/loyalty_cards',
				query: { customer_id: 've343', name: 'Come back!' },
			},
			response: { status: 200, body: [{ ...documentedCard, name: null, ref: null }, documentedCard] },
		},
	],
	responses: [
		{ title: 'There is no such list', input: { customer_list_id: 'nope1' }, response: notFound, expected: 'not_found' },
	],
	antiSamples: [{ reason: 'No list', input: { ref: 'LOY' }, mentions: ['Customer List'] }],
});

export const listOperations = action({
	resource: 'loyaltyCard',
	verb: 'getOperations',
	title: 'Get Loyalty Operations',
	description: 'Lists what points a loyalty card was given and took, newest first.',
	covers: ['HR37'],
	effect: 'read',
	isList: true,
	input: z.object({ customer_list_id: listField(), loyalty_card_id: cardField() }),
	output: hubriseOperation,
	request: (input) => ({ method: 'GET', path: operationsPath(input) }),
	pages: cursorPages(100, 'x-cursor-next'),
	readings: { 200: hubriseItems(operationResponse, toOperationItem), 404: cardNotFound },
	samples: [
		{
			title: 'As documented',
			input: { customer_list_id: 'smpre3', loyalty_card_id: 'slp8q' },
			request: { method: 'GET', path: '/v1/customer_lists/smpre3/loyalty_cards/slp8q/operations' },
			response: { status: 200, body: [documentedOperation] },
		},
	],
	responses: [
		{
			title: 'There is no such card',
			input: { customer_list_id: 'smpre3', loyalty_card_id: 'nope1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [{ reason: 'No card', input: { customer_list_id: 'smpre3' }, mentions: ['Loyalty Card ID'] }],
});

const addInput = z.object({
	customer_list_id: listField(),
	loyalty_card_id: cardField(),
	delta: exact({ label: 'Points', placeholder: '4.2', help: 'With a minus, points are taken away.', common: true }),
	reason: text({
		label: 'Reason',
		placeholder: 'Order WC-1042',
		help: 'The customer may see it. The same points with the same reason and order are moved once: name the occasion.',
	}),
	order_id: text({ label: 'Order', placeholder: 'mapcm', help: 'The order that the points come from.' }).optional(),
});

/** Points would move again with every call: they are looked up by card, order, reason and number. */
export const addLoyaltyPoints = action({
	resource: 'loyaltyCard',
	verb: 'addPoints',
	title: 'Add or Take Loyalty Points',
	thing: 'Loyalty Operation',
	description: 'Moves points on a loyalty card, once for each reason.',
	covers: ['HR37', 'HR39'],
	effect: 'booking',
	irreversible: true,
	input: addInput,
	output: hubriseOperation,
	request: ({ delta, reason, order_id, ...target }) => ({
		method: 'POST',
		path: operationsPath(target),
		body: { order_id, reason, delta },
	}),
	readings: { 200: hubriseItem(operationResponse, toOperationItem), 404: cardNotFound },
	booking: {
		foundBy: 'identity',
		identity: ({ loyalty_card_id, order_id, reason, delta }) =>
			[`card ${loyalty_card_id}`, order_id && `order ${order_id}`, reason, `${delta} points`]
				.filter((part) => part !== undefined)
				.join(', '),
		action: listOperations,
		input: (_identity, { customer_list_id, loyalty_card_id }) => ({ customer_list_id, loyalty_card_id }),
		isCandidate: (candidate, _identity, { order_id, reason, delta }) =>
			candidate.reason === reason &&
			(candidate.orderId ?? undefined) === order_id &&
			Number(candidate.points) === Number(delta),
	},
	samples: [
		{
			title: 'As documented',
			input: {
				customer_list_id: 'smpre3',
				loyalty_card_id: 'slp8q',
				order_id: 'mapcm',
				reason: 'Points earned',
				delta: '4.2',
			},
			request: {
				method: 'POST',
				path: '/v1/customer_lists/smpre3/loyalty_cards/slp8q/operations',
				body: { order_id: 'mapcm', reason: 'Points earned', delta: '4.2' },
			},
			otherResponses: {
				'GET /v1/customer_lists/smpre3/loyalty_cards/slp8q/operations': { status: 200, body: [documentedOperation] },
			},
			response: { status: 200, body: { ...documentedOperation, id: '22kmq', reason: 'Points earned' } },
		},
	],
	responses: [
		{
			title: 'They were moved before',
			input: {
				customer_list_id: 'smpre3',
				loyalty_card_id: 'slp8q',
				order_id: 'mapcm',
				reason: 'Points earned on order',
				delta: '4.20',
			},
			otherResponses: {
				'GET /v1/customer_lists/smpre3/loyalty_cards/slp8q/operations': { status: 200, body: [documentedOperation] },
			},
			response: notFound,
			expected: 'items',
		},
		{
			title: 'There is no such order',
			input: {
				customer_list_id: 'smpre3',
				loyalty_card_id: 'slp8q',
				order_id: 'nope1',
				reason: 'Points earned',
				delta: '4.2',
			},
			otherResponses: { 'GET /v1/customer_lists/smpre3/loyalty_cards/slp8q/operations': { status: 200, body: [] } },
			response: validationFailed('order_id', 'does not exist'),
			expected: 'refused',
		},
	],
	antiSamples: [
		{
			reason: 'No number of points',
			input: { customer_list_id: 'smpre3', loyalty_card_id: 'slp8q', reason: 'Gift', delta: 'many' },
			mentions: ['Points'],
		},
		{
			reason: 'No reason',
			input: { customer_list_id: 'smpre3', loyalty_card_id: 'slp8q', delta: '5' },
			mentions: ['Reason'],
		},
	],
});
