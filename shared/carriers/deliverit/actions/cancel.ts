import { action } from '../../../declare/action';
import { itemReading } from '../../../declare/reading';
import { notAllowed, loginReads } from '../documented';
import { daysAround } from '../period';
import { cancelReadings } from '../errors';
import { canceledItem, tripShape } from '../trip';
import { canceledResponse } from '../wire';
import { listOrders } from './list';
import { tripTarget } from './trip-target';

const target = tripTarget('cancel', 'Cancel Link', 'orders');

/** DI5 */
export const cancelDriver = action({
	resource: 'driver',
	verb: 'cancel',
	title: 'Cancel Driver',
	description: 'Cancels a driver: freely until 20 minutes before pick-up, and not at all in the last 15.',
	covers: ['DI5'],
	effect: 'repeatable',
	irreversible: true,
	output: tripShape,
	input: target.input,
	check: target.check,
	needs: target.needs,
	request: target.request,
	readings: {
		...cancelReadings,
		200: itemReading(canceledResponse, (body, input) => canceledItem(body, target.number(input), null)),
	},
	alreadyDone: {
		action: listOrders,
		input: (_input, facts) => ({ ...daysAround(facts.now, facts.access.zone) }),
		isDone: (item, input) => item.id === target.number(input) && item.status === 'cancelled',
		isUndone: (item, input) => item.id === target.number(input),
	},
	samples: [
		{
			title: 'By link (documented)',
			input: { url: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			response: { status: 200, body: { error: false, message: 'Okay, the order is canceled' } },
		},
		{
			title: 'By ID',
			connection: 'json',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 200, body: { error: false, message: 'Okay, the order is canceled' } },
		},
	],
	responses: [
		{
			title: 'The driver is on the way (documented)',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: {
				status: 400,
				body: {
					error: true,
					message: 'You cannot cancel this order. The driver is on the way. Contact DeliverIt +45 93 866 766',
				},
			},
			expected: 'too_late',
		},
		{
			title: 'A success that calls itself an error',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 200, body: { error: true, message: 'Not now' } },
			expected: 'outcome_unknown',
		},
		{
			title: 'Not signed in, or not your order (documented)',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 401, body: {} },
			expected: 'not_found',
		},
		{
			title: "Another shop's trip",
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 401, body: notAllowed },
			expected: 'not_found',
		},
	],
	antiSamples: [
		{ reason: 'Neither ID nor link', input: {}, mentions: ['Booking ID'] },
		{
			reason: 'A link to somebody else',
			input: { url: 'https://butik.deliverit.dk.evil.example/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			mentions: ['Cancel Link'],
		},
		{ reason: 'No link at all', input: { url: 'order 11823' }, mentions: ['Cancel Link'] },
	],
});
