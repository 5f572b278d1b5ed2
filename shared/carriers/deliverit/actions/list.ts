import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { date } from '../../../declare/field';
import { givesMany } from '../../../declare/reading';
import { documentedOrder, documentedPeriod, notHere, signsIn } from '../documented';
import { orderItem } from '../order';
import { filledPeriod } from '../period';
import { tripShape } from '../trip';
import { emptyPeriodAnswer, periodAnswer } from '../wire';
import { companyNeed, companyOf } from './account';

const input = z.object({
	from: date({ label: 'From', placeholder: '2030-05-21', help: 'First day. Today where it is left out.', common: true }).optional(),
	to: date({ label: 'To', placeholder: '2030-05-21', help: 'Last day, this one included. A month from today where it is left out.', common: true }).optional(),
});

/** DI6: the page asks for a start after the end, yet equal days mean one day; only the other order makes sense. */
function check(draft: Draft<z.output<typeof input>>, facts: Given): Problem[] {
	const { from, to } = filledPeriod(draft, facts.now, facts.access.zone);
	return from <= to ? [] : [{ path: ['to'], message: `must not be before From, which is ${from}; not "${to}"` }];
}

export const listOrders = action({
	resource: 'order',
	verb: 'getAll',
	title: 'Get Many Orders',
	does: 'Lists the driver orders of some days, with the times of each driver.',
	covers: ['DI6'],
	effect: 'read',
	many: true,
	input,
	output: tripShape,
	check,
	needs: { company: companyNeed() },
	request: (given, facts) => {
		const { from, to } = filledPeriod(given, facts.now, facts.access.zone);
		return { method: 'GET', path: `/api/v1/order/${companyOf(facts)}/${from}/${to}` };
	},
	readings: {
		200: givesMany(periodAnswer, (body, given, { now, access: { zone } }) => {
			const { from } = filledPeriod(given, now, zone);
			return body.orders.map((order) => orderItem(order, from, zone));
		}),
		404: givesMany(emptyPeriodAnswer, () => []),
	},
	samples: [
		{
			title: 'One day (documented)',
			input: { from: '2017-05-13', to: '2017-05-13' },
			request: { method: 'GET', path: '/api/v1/order/14/2017-05-13/2017-05-13' },
			reads: signsIn,
			answer: { status: 200, body: documentedPeriod(documentedOrder) },
		},
		{
			title: 'Several days, of which one is given as a moment',
			connection: 'json',
			input: { from: '2020-11-08', to: '2020-11-09T23:30:00Z' },
			request: { method: 'GET', path: '/api/v1/order/14/2020-11-08/2020-11-10' },
			reads: signsIn,
			answer: {
				status: 200,
				body: documentedPeriod({
					...documentedOrder,
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
			reads: signsIn,
			answer: { status: 200, body: documentedPeriod({ ...documentedOrder, cancel: 1, canceled_at: '2017-05-13 17:41:00' }) },
		},
	],
	answers: [
		{
			title: 'A day without orders (documented)',
			input: { from: '2016-01-31', to: '2016-01-31' },
			reads: signsIn,
			answer: { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } },
			comesTo: 'items',
		},
		{ title: "Another shop's orders (documented)", input: {}, reads: signsIn, answer: { status: 401, body: notHere }, comesTo: 'not_authorised' },
		{ title: 'A page that is not there', input: {}, reads: signsIn, answer: { status: 404, body: {} }, comesTo: 'unreadable_answer' },
	],
	antiSamples: [
		{ why: 'The last day comes before the first', input: { from: '2020-11-09', to: '2020-11-08' }, names: ['To'] },
		{ why: 'Days that are none', input: { from: '2020-02-30', to: 'tomorrow' }, names: ['From', 'To'] },
	],
});
