import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Reading } from '../../../declare/facts';
import { failed } from '../../../declare/failure';
import { untouched } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { deliveryOf } from '../../../delivery/delivery';
import { notHere, signsIn, unknownNumber } from '../documented';
import { infoShape } from '../info';
import { namedOrderReadings } from '../refusals';
import { infoCancelAnswer, isYes } from '../wire';
import { checkInfoTarget, infoCall, infoNeeds, infoNumber, infoTarget, type Target } from './info-target';

const byNumber = { order_number: 'NP15eLVptYSvRU0' };

const canceled = gives(infoCancelAnswer, (body, given: Target) => {
	const number = infoNumber(given);
	return deliveryOf('deliverit', { id: number, status: 'cancelled', carrierStatus: 'canceled' }, { orderNumber: number, message: body.message ?? null }, untouched(body));
});
const says = gives(infoCancelAnswer, (body) => ({ canceled: isYes(body.canceled), message: body.message ?? null }));

/** DI9: 202 sounds like success and cancelled nothing, so the body decides. */
const cancelReading: Reading<Target> = (answer, given, facts) => {
	const said = says(answer, given, facts);
	const item = said.ok ? said.value[0] : undefined;
	if (item?.canceled !== false) return canceled(answer, given, facts);
	const why = typeof item.message === 'string' ? `. The carrier said: ${item.message}` : '';
	return failed('too_late', `Nothing was cancelled${why}`, { status: answer.status });
};

/** DI9 */
export const cancelInfo = action({
	resource: 'customerInfo',
	verb: 'cancel',
	title: 'Cancel Customer Info',
	does: 'Cancels the customer info of an order, and the driver that was booked for it, up to 15 minutes before pick-up.',
	covers: ['DI9'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object(infoTarget),
	output: infoShape,
	check: checkInfoTarget,
	needs: infoNeeds,
	request: (given, facts) => infoCall('cancel', given, facts),
	readings: { ...namedOrderReadings, 200: cancelReading, 202: cancelReading },
	samples: [
		{
			title: 'By number (documented)',
			input: byNumber,
			request: { method: 'POST', path: '/api/v1/orderinfo/14/NP15eLVptYSvRU0/cancel' },
			reads: signsIn,
			answer: { status: 200, body: { error: false, canceled: true, message: 'Cancellation ok,' } },
		},
		{
			title: 'By link',
			connection: 'json',
			input: { url: 'https://butik.deliverit.dk/api/v1/orderinfo/14/NP15eLVptYSvRU0/cancel' },
			request: { method: 'POST', path: '/api/v1/orderinfo/14/NP15eLVptYSvRU0/cancel' },
			answer: { status: 200, body: { error: false, canceled: true, message: 'Cancellation ok,' } },
		},
	],
	answers: [
		{
			title: 'Too late: nothing was cancelled (documented)',
			input: byNumber,
			reads: signsIn,
			answer: {
				status: 202,
				body: { error: false, canceled: false, message: 'You cannot cancel an order, where the driver is booked, and there are less than 15 minutes til pickup.' },
			},
			comesTo: 'too_late',
		},
		{ title: 'No such order (documented)', input: byNumber, reads: signsIn, answer: { status: 400, body: unknownNumber }, comesTo: 'not_found' },
		{
			title: 'Not saved (documented)',
			input: byNumber,
			reads: signsIn,
			answer: { status: 400, body: { error: true, message: 'Some strange error has occured. Please try again. If the error continues, please contact DeliverIt' } },
			comesTo: 'unavailable',
		},
		{ title: "Another shop's order (documented)", input: byNumber, reads: signsIn, answer: { status: 401, body: notHere }, comesTo: 'not_found' },
	],
	antiSamples: [
		{ why: 'Neither number nor link', input: {}, names: ["DeliverIt's Order Number"] },
		{ why: "A driver's link", input: { url: 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' }, names: ['Update or Cancel Link'] },
	],
});
