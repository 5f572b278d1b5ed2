import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { date } from '../../../declare/field';
import { lenientReadings, rowsAt } from '../../../declare/lenient-reading';
import { inOwnForm } from '../../../declare/own-form';
import { itemsReading } from '../../../declare/reading';
import { documentedOrder, documentedPeriod, notAllowed, loginReads, sampleOrder } from '../documented';
import { isEmptyPeriod } from '../errors';
import { orderItem } from '../order';
import { withDefaultPeriod } from '../period';
import { tripShape } from '../trip';
import { emptyPeriodResponse, periodRow } from '../wire';
import { companyNeed, companyOf } from './account';

const inputSchema = z.object({
	from: date({
		label: 'From',
		placeholder: '2030-05-21',
		help: 'First day. Leave it empty for today.',
		common: true,
	}).optional(),
	to: date({
		label: 'To',
		placeholder: '2030-05-21',
		help: 'Last day, included. Leave it empty for a month from today.',
		common: true,
	}).optional(),
});

/** DI6: the page wants a start after the end, and equal days for one day. Only a start before the end makes sense. */
function check(draft: Draft<z.output<typeof inputSchema>>, facts: ConnectionFacts): Problem[] {
	const { from, to } = withDefaultPeriod(draft, facts.now, facts.access.zone);
	return from <= to ? [] : [{ path: ['to'], message: `must not be before From, which is ${from}; it is ${to}` }];
}

export const listOrders = action({
	resource: 'order',
	verb: 'getAll',
	title: 'Get Many Orders',
	description: 'Lists the driver orders of some days, with the times of each driver.',
	covers: ['DI6'],
	effect: 'read',
	isList: true,
	input: inputSchema,
	output: tripShape,
	check,
	needs: { company: companyNeed() },
	request: (input, facts) => {
		const { from, to } = withDefaultPeriod(input, facts.now, facts.access.zone);
		return { method: 'GET', path: `/api/v1/order/${companyOf(facts)}/${from}/${to}` };
	},
	readings: {
		200: lenientReadings('DeliverIt').items(
			periodRow,
			(order, input, { now, access: { zone } }) => orderItem(order, withDefaultPeriod(input, now, zone).from, zone),
			{ select: rowsAt('orders') },
		),
		404: inOwnForm(
			isEmptyPeriod,
			itemsReading(emptyPeriodResponse, () => []),
		),
	},
	samples: [
		{
			title: 'One day',
			input: { from: '2017-05-13', to: '2017-05-13' },
			request: { method: 'GET', path: '/api/v1/order/14/2017-05-13/2017-05-13' },
			otherResponses: loginReads,
			response: { status: 200, body: documentedPeriod(sampleOrder) },
		},
		{
			title: 'One day, with the values of the page alone (documented)',
			input: { from: '2017-05-13', to: '2017-05-13' },
			request: { method: 'GET', path: '/api/v1/order/14/2017-05-13/2017-05-13' },
			otherResponses: loginReads,
			response: { status: 200, body: documentedPeriod(documentedOrder) },
		},
		{
			title: 'Several days, one given as a moment',
			connection: 'json',
			input: { from: '2020-11-08', to: '2020-11-09T23:30:00Z' },
			request: { method: 'GET', path: '/api/v1/order/14/2020-11-08/2020-11-10' },
			otherResponses: loginReads,
			response: {
				status: 200,
				body: documentedPeriod({
					...sampleOrder,
					created_at: { date: '2020-11-08 23:40:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' },
					remarks: '[ref:WC-1042] Ring twice',
					pickupTime: '00:05',
					driverArrive: '23:58',
					driverLeft: '00:06',
					arriveAtCustomer: '00:20',
					done: '00:22',
				}),
			},
		},
		{
			title: 'What is booked from today on',
			input: {},
			request: { method: 'GET', path: '/api/v1/order/14/2020-11-09/2020-12-10' },
			otherResponses: loginReads,
			response: {
				status: 200,
				body: documentedPeriod({ ...sampleOrder, cancel: 1, canceled_at: '2017-05-13 17:41:00' }),
			},
		},
	],
	responses: [
		{
			title: 'A day without orders (documented)',
			input: { from: '2016-01-31', to: '2016-01-31' },
			otherResponses: loginReads,
			response: { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } },
			expected: 'items',
		},
		{
			title: "Another shop's orders (documented)",
			input: {},
			otherResponses: loginReads,
			response: { status: 401, body: notAllowed },
			expected: 'not_authorised',
		},
		{
			title: 'A page that is not there',
			input: {},
			otherResponses: loginReads,
			response: { status: 404, body: {} },
			expected: 'unreadable_answer',
		},
	],
	antiSamples: [
		{
			reason: 'The last day comes before the first',
			input: { from: '2020-11-09', to: '2020-11-08' },
			mentions: ['To'],
		},
		{ reason: 'Days that do not exist', input: { from: '2020-02-30', to: 'tomorrow' }, mentions: ['From', 'To'] },
	],
});
