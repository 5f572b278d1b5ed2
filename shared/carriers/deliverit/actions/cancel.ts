import { action } from '../../../declare/action';
import { gives } from '../../../declare/reading';
import { notHere, signsIn } from '../documented';
import { daysAround } from '../period';
import { namedOrderReadings } from '../refusals';
import { canceledItem, tripShape } from '../trip';
import { saidAnswer } from '../wire';
import { listOrders } from './list';
import { tripTarget } from './trip-target';

const target = tripTarget('cancel', 'Cancel Link', 'orders');

/** DI5 */
export const cancelDriver = action({
	resource: 'driver',
	verb: 'cancel',
	title: 'Cancel Driver',
	does: 'Cancels a driver: freely until 20 minutes before pick-up, not at all in the last 15.',
	covers: ['DI5'],
	effect: 'repeatable',
	irreversible: true,
	output: tripShape,
	input: target.input,
	check: target.check,
	needs: target.needs,
	request: target.request,
	readings: { ...namedOrderReadings, 200: gives(saidAnswer, (body, given) => canceledItem(body, target.number(given), null)) },
	already: {
		action: listOrders,
		input: (_given, facts) => ({ ...daysAround(facts.now, facts.access.zone) }),
		isDone: (item, given) => item.id === target.number(given) && item.status === 'cancelled',
	},
	samples: [
		{
			title: 'By link (documented)',
			input: { url: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			answer: { status: 200, body: { error: false, message: 'Okay, the order is canceled' } },
		},
		{
			title: 'By ID',
			connection: 'json',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			request: { method: 'POST', path: '/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			reads: signsIn,
			answer: { status: 200, body: { error: false, message: 'Okay, the order is canceled' } },
		},
	],
	answers: [
		{
			title: 'The driver is on the way (documented)',
			input: { booking: 'F64u3fbxNdaoTyAcOisM' },
			reads: signsIn,
			answer: { status: 400, body: { error: true, message: 'You cannot cancel this order. The driver is on the way. Contact DeliverIt +45 93 866 766' } },
			comesTo: 'too_late',
		},
		{ title: 'A success that calls itself an error', input: { booking: 'F64u3fbxNdaoTyAcOisM' }, reads: signsIn, answer: { status: 200, body: { error: true, message: 'Not now' } }, comesTo: 'unreadable_answer' },
		{ title: 'Wrong credentials (documented)', input: { booking: 'F64u3fbxNdaoTyAcOisM' }, reads: signsIn, answer: { status: 401, body: {} }, comesTo: 'not_authorised' },
		{ title: "Another shop's trip", input: { booking: 'F64u3fbxNdaoTyAcOisM' }, reads: signsIn, answer: { status: 401, body: notHere }, comesTo: 'not_found' },
	],
	antiSamples: [
		{ why: 'Neither ID nor link', input: {}, names: ['Booking ID'] },
		{ why: 'A link to somebody else', input: { url: 'https://butik.deliverit.dk.evil.example/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' }, names: ['Cancel Link'] },
		{ why: 'No link at all', input: { url: 'order 11823' }, names: ['Cancel Link'] },
	],
});
