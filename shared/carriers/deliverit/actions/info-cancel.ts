import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import { failed } from '../../../declare/failure';
import { asJsonObject } from '../../../json';
import { itemReading } from '../../../declare/reading';
import type { WireResponse } from '../../../declare/wire';
import { deliveryOf } from '../../../delivery/delivery';
import { notAllowed, loginReads, unknownNumber } from '../documented';
import { infoShape } from '../info';
import { namedOrderReadings } from '../errors';
import { infoCancelResponse, isYes, messageOf } from '../wire';
import { checkInfoTarget, infoRequest, infoNeeds, infoNumber, infoTarget, type Target } from './customer-info-target';

const byNumber = { order_number: 'NP15eLVptYSvRU0' };

const canceledReading = itemReading(infoCancelResponse, (body, input: Target) => {
	const number = infoNumber(input);
	return deliveryOf(
		'deliverit',
		{ id: number, status: 'cancelled', carrierStatus: 'canceled' },
		{ orderNumber: number, message: messageOf(asJsonObject(body)) },
		asJsonObject(body),
	);
});
const readOutcome = itemReading(infoCancelResponse, (body) => ({
	canceled: isYes(body.canceled),
	message: messageOf(asJsonObject(body)),
}));

/** DI9: 202 is a success status, and nothing was cancelled. The body decides. */
const cancelReading = (response: WireResponse, input: Target, facts: Facts) => {
	const outcome = readOutcome(response, input, facts);
	const item = outcome.ok ? outcome.value[0] : undefined;
	if (item?.canceled !== false) return canceledReading(response, input, facts);
	const reason = typeof item.message === 'string' ? `. The carrier said: ${item.message}` : '';
	return failed('too_late', `Nothing was cancelled${reason}`, { status: response.status });
};

/** DI9 */
export const cancelInfo = action({
	resource: 'customerInfo',
	verb: 'cancel',
	title: 'Cancel Customer Info',
	description: 'Cancels the customer info of an order and the driver booked for it, up to 15 minutes before pick-up.',
	covers: ['DI9'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object(infoTarget),
	output: infoShape,
	check: checkInfoTarget,
	needs: infoNeeds,
	request: (input, facts) => infoRequest('cancel', input, facts),
	readings: { ...namedOrderReadings, 200: cancelReading },
	samples: [
		{
			title: 'By number (documented)',
			input: byNumber,
			request: { method: 'POST', path: '/api/v1/orderinfo/14/NP15eLVptYSvRU0/cancel' },
			otherResponses: loginReads,
			response: { status: 200, body: { error: false, canceled: true, message: 'Cancellation ok,' } },
		},
		{
			title: 'By link',
			connection: 'json',
			input: { url: 'https://butik.deliverit.dk/api/v1/orderinfo/14/NP15eLVptYSvRU0/cancel' },
			request: { method: 'POST', path: '/api/v1/orderinfo/14/NP15eLVptYSvRU0/cancel' },
			response: { status: 200, body: { error: false, canceled: true, message: 'Cancellation ok,' } },
		},
	],
	responses: [
		{
			title: 'Too late: nothing was cancelled (documented)',
			input: byNumber,
			otherResponses: loginReads,
			response: {
				status: 202,
				body: {
					error: false,
					canceled: false,
					message:
						'You cannot cancel an order, where the driver is booked, and there are less than 15 minutes til pickup.',
				},
			},
			expected: 'too_late',
		},
		{
			title: 'No such order (documented)',
			input: byNumber,
			otherResponses: loginReads,
			response: { status: 400, body: unknownNumber },
			expected: 'not_found',
		},
		{
			title: 'Not saved (documented)',
			input: byNumber,
			otherResponses: loginReads,
			response: {
				status: 400,
				body: {
					error: true,
					message: 'Some strange error has occured. Please try again. If the error continues, please contact DeliverIt',
				},
			},
			expected: 'unavailable',
		},
		{
			title: "Another shop's order (documented)",
			input: byNumber,
			otherResponses: loginReads,
			response: { status: 401, body: notAllowed },
			expected: 'not_found',
		},
	],
	antiSamples: [
		{ reason: 'Neither number nor link', input: {}, mentions: ["DeliverIt's Order Number"] },
		{
			reason: "A driver's link",
			input: { url: 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM' },
			mentions: ['Update or Cancel Link'],
		},
	],
});
