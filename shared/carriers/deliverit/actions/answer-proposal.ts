import { action } from '../../../declare/action';
import { itemReading } from '../../../declare/reading';
import { notAllowed, loginReads } from '../documented';
import { namedOrderReadings } from '../errors';
import { acceptedItem, canceledItem, tripShape } from '../trip';
import { daysAround } from '../period';
import { acceptedResponse, canceledResponse } from '../wire';
import { listOrders } from './list';
import { tripTarget } from './trip-target';

const acceptTarget = tripTarget('accept', 'Accept Link');
const denyTarget = tripTarget('deny', 'Deny Link');

/** DI3 */
export const acceptProposal = action({
	resource: 'driver',
	verb: 'accept',
	title: 'Accept Proposed Time',
	description: 'Accepts the time that DeliverIt proposed, so that the driver comes.',
	covers: ['DI3'],
	effect: 'repeatable',
	output: tripShape,
	input: acceptTarget.input,
	check: acceptTarget.check,
	needs: acceptTarget.needs,
	request: acceptTarget.request,
	readings: {
		...namedOrderReadings,
		200: itemReading(acceptedResponse, (body, input, facts) => acceptedItem(body, acceptTarget.number(input), facts)),
	},
	alreadyDone: {
		action: listOrders,
		input: (_input, facts) => ({ ...daysAround(facts.now, facts.access.zone) }),
		isDone: (item, input) => item.id === acceptTarget.number(input) && item.status !== 'cancelled',
		// DeliverIt's message is "You cannot accept this anymore". Read the list only where there was no message.
		afterRefusal: false,
	},
	samples: [
		{
			title: 'By link (documented)',
			input: { url: 'https://dev.butik.deliverit.dk/api/v1/orderdriver/accept/149/RYGKaXMCSN94WfqPEivy' },
			request: { method: 'POST', path: '/api/v1/orderdriver/accept/149/RYGKaXMCSN94WfqPEivy' },
			response: {
				status: 202,
				body: {
					DeliverItOpen: true,
					order_driver: true,
					time: '19:23',
					arriveAtCustomer: '19:42',
					message: 'The trip is saved and the driver will arrive at restaurant at 19:23',
					cancelurl: 'https://dev.butik.deliverit.dk/api/v1/orderdriver/cancel/149/RYGKaXMCSN94WfqPEivy',
				},
			},
		},
		{
			title: 'Accepted before (documented)',
			connection: 'json',
			input: { booking: 'uyPtNITg5cAOoKDViG2e' },
			request: { method: 'POST', path: '/api/v1/orderdriver/accept/14/uyPtNITg5cAOoKDViG2e' },
			otherResponses: loginReads,
			response: {
				status: 200,
				body: {
					DeliverItOpen: true,
					order_driver: false,
					message: 'You have already accepted this trip or it has not been pushed. Nothing to do',
					cancelurl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/uyPtNITg5cAOoKDViG2e',
				},
			},
		},
	],
	responses: [
		{
			title: "Another shop's trip (documented)",
			input: { booking: 'uyPtNITg5cAOoKDViG2e' },
			otherResponses: loginReads,
			response: { status: 401, body: { DeliverItOpen: true, message: 'You should not be here' } },
			expected: 'not_found',
		},
		{
			title: 'A success that calls itself an error',
			input: { booking: 'uyPtNITg5cAOoKDViG2e' },
			otherResponses: loginReads,
			response: { status: 202, body: { error: true, message: 'Not now' } },
			expected: 'outcome_unknown',
		},
		{
			title: 'The proposal has lapsed (documented)',
			input: { booking: 'uyPtNITg5cAOoKDViG2e' },
			otherResponses: loginReads,
			response: {
				status: 400,
				body: {
					DeliverItOpen: true,
					message:
						'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order',
				},
			},
			expected: 'too_late',
		},
	],
	antiSamples: [
		{ reason: 'Neither ID nor link', input: {}, mentions: ['Booking ID'] },
		{
			reason: 'A link to somebody else',
			input: { url: 'https://evil.example/api/v1/orderdriver/accept/14/uyPtNITg5cAOoKDViG2e' },
			mentions: ['Accept Link'],
		},
		{
			reason: 'The link to deny',
			input: { url: 'https://butik.deliverit.dk/api/v1/orderdriver/deny/14/uyPtNITg5cAOoKDViG2e' },
			mentions: ['Accept Link'],
		},
		{ reason: 'An ID with a path in it', input: { booking: '../../login' }, mentions: ['Booking ID'] },
	],
});

/** DI4 */
export const denyProposal = action({
	resource: 'driver',
	verb: 'deny',
	title: 'Deny Proposed Time',
	description: 'Denies the time that DeliverIt proposed, so that no driver comes.',
	covers: ['DI4'],
	effect: 'repeatable',
	irreversible: true,
	output: tripShape,
	input: denyTarget.input,
	check: denyTarget.check,
	needs: denyTarget.needs,
	request: denyTarget.request,
	readings: {
		...namedOrderReadings,
		200: itemReading(canceledResponse, (body, input) => canceledItem(body, denyTarget.number(input), 'denied')),
	},
	alreadyDone: {
		action: listOrders,
		input: (_input, facts) => ({ ...daysAround(facts.now, facts.access.zone) }),
		isDone: (item, input) => item.id === denyTarget.number(input) && item.status === 'cancelled',
		isUndone: (item, input) => item.id === denyTarget.number(input),
	},
	samples: [
		{
			title: 'By ID (documented)',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 200, body: { error: false, message: 'The order is now canceled' } },
		},
		{
			title: 'By link, over http',
			connection: 'json',
			input: { url: 'http://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' },
			response: { status: 200, body: { error: false, message: 'The order is now canceled' } },
		},
	],
	responses: [
		{
			title: "Another shop's trip (documented)",
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 400, body: notAllowed },
			expected: 'not_found',
		},
		{
			title: 'A success that calls itself an error',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			otherResponses: loginReads,
			response: { status: 200, body: { error: true, message: 'Not now' } },
			expected: 'outcome_unknown',
		},
	],
	antiSamples: [
		{ reason: 'Neither ID nor link', input: {}, mentions: ['Booking ID'] },
		{
			reason: 'Both',
			input: {
				booking: 'F64u3fbxNdaoTyAcOisM',
				url: 'https://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM',
			},
			mentions: ['Booking ID'],
		},
	],
});
