import { action } from '../../../declare/action';
import { gives } from '../../../declare/reading';
import { notHere, signsIn } from '../documented';
import { namedOrderReadings } from '../refusals';
import { acceptedItem, canceledItem, tripShape } from '../trip';
import { acceptedAnswer, saidAnswer } from '../wire';
import { tripTarget } from './trip-target';

const toAccept = tripTarget('accept', 'Accept Link');
const toDeny = tripTarget('deny', 'Deny Link');

/** DI3 */
export const acceptProposal = action({
	resource: 'driver',
	verb: 'accept',
	title: 'Accept Proposed Time',
	does: 'Accepts the other time that DeliverIt proposed, so that the driver comes.',
	covers: ['DI3'],
	effect: 'repeatable',
	output: tripShape,
	input: toAccept.input,
	check: toAccept.check,
	needs: toAccept.needs,
	request: toAccept.request,
	readings: {
		...namedOrderReadings,
		200: gives(acceptedAnswer, (body, given, facts) => acceptedItem(body, toAccept.number(given), facts)),
		202: gives(acceptedAnswer, (body, given, facts) => acceptedItem(body, toAccept.number(given), facts)),
	},
	samples: [
		{
			title: 'By link (documented)',
			input: { url: 'https://dev.butik.deliverit.dk/api/v1/orderdriver/accept/149/RYGKaXMCSN94WfqPEivy' },
			request: { method: 'POST', path: '/api/v1/orderdriver/accept/149/RYGKaXMCSN94WfqPEivy' },
			answer: {
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
			reads: signsIn,
			answer: {
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
	answers: [
		{
			title: "Another shop's trip (documented)",
			input: { booking: 'uyPtNITg5cAOoKDViG2e' },
			reads: signsIn,
			answer: { status: 401, body: { DeliverItOpen: true, order_driver: false, message: 'You should not be here' } },
			comesTo: 'not_found',
		},
		{ title: 'A success that calls itself an error', input: { booking: 'uyPtNITg5cAOoKDViG2e' }, reads: signsIn, answer: { status: 202, body: { error: true, message: 'Not now' } }, comesTo: 'unreadable_answer' },
		{
			title: 'The proposal has run out (documented)',
			input: { booking: 'uyPtNITg5cAOoKDViG2e' },
			reads: signsIn,
			answer: {
				status: 400,
				body: { DeliverItOpen: true, order_driver: false, message: 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order' },
			},
			comesTo: 'too_late',
		},
	],
	antiSamples: [
		{ why: 'Neither ID nor link', input: {}, names: ['Booking ID'] },
		{ why: 'A link to somebody else', input: { url: 'https://evil.example/api/v1/orderdriver/accept/14/uyPtNITg5cAOoKDViG2e' }, names: ['Accept Link'] },
		{ why: 'The link to deny', input: { url: 'https://butik.deliverit.dk/api/v1/orderdriver/deny/14/uyPtNITg5cAOoKDViG2e' }, names: ['Accept Link'] },
		{ why: 'An ID with a path in it', input: { booking: '../../login' }, names: ['Booking ID'] },
	],
});

/** DI4 */
export const denyProposal = action({
	resource: 'driver',
	verb: 'deny',
	title: 'Deny Proposed Time',
	does: 'Turns down the other time that DeliverIt proposed, so that no driver comes.',
	covers: ['DI4'],
	effect: 'repeatable',
	irreversible: true,
	output: tripShape,
	input: toDeny.input,
	check: toDeny.check,
	needs: toDeny.needs,
	request: toDeny.request,
	readings: { ...namedOrderReadings, 200: gives(saidAnswer, (body, given) => canceledItem(body, toDeny.number(given), 'denied')) },
	samples: [
		{
			title: 'By ID (documented)',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' },
			reads: signsIn,
			answer: { status: 200, body: { error: false, message: 'The order is now canceled' } },
		},
		{
			title: 'By link, over http',
			connection: 'json',
			input: { url: 'http://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' },
			answer: { status: 200, body: { error: false, message: 'The order is now canceled' } },
		},
	],
	answers: [
		{ title: "Another shop's trip (documented)", input: { booking: 'F64u3fbxNdaoTyAcOisM' }, reads: signsIn, answer: { status: 400, body: notHere }, comesTo: 'not_found' },
		{ title: 'A success that calls itself an error', input: { booking: 'F64u3fbxNdaoTyAcOisM' }, reads: signsIn, answer: { status: 200, body: { error: true, message: 'Not now' } }, comesTo: 'unreadable_answer' },
	],
	antiSamples: [
		{ why: 'Neither ID nor link', input: {}, names: ['Booking ID'] },
		{ why: 'Both', input: { booking: 'F64u3fbxNdaoTyAcOisM', url: 'https://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM' }, names: ['Booking ID'] },
	],
});
