import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { untouched } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { metresFromKilometres, numberIn, priceOf } from '../amounts';
import { latitudeField, longitudeField } from '../contact';
import { priceAnswer } from '../wire';

const answer = { error: false, distance_in_km: 10.35, estimated_delivery_time_in_minutes: 18, price_ex_vat: 100 };

/** DI10 */
export const getPrice = action({
	resource: 'price',
	verb: 'get',
	title: 'Get Price',
	does: 'Tells what a drive to a customer would cost and how long it would take. Nothing is booked.',
	covers: ['DI10'],
	effect: 'read',
	input: z.object({ latitude: latitudeField(), longitude: longitudeField() }),
	output: z.object({
		price: out.object({ amount: out.number('Price Amount (in minor units)'), currency: out.text('Price Currency'), vat: out.text('Price VAT') }, 'Price'),
		distance: out.number('Distance (in metres)'),
		minutes: out.number('Estimated Delivery Time (in minutes)'),
		carrierData: out.carrierData(),
	}),
	request: (given) => ({ method: 'GET', path: '/api/v1/request/price', query: { longitude: given.longitude, latitude: given.latitude } }),
	readings: {
		200: gives(priceAnswer, (body) => ({
			price: priceOf(body.price_ex_vat, 'excluded'),
			distance: metresFromKilometres(body.distance_in_km),
			minutes: numberIn(body.estimated_delivery_time_in_minutes),
			carrierData: untouched(body),
		})),
	},
	samples: [
		{
			title: 'To a customer',
			input: { latitude: '55.3957969', longitude: '10.3912053' },
			request: { method: 'GET', path: '/api/v1/request/price', query: { longitude: '10.3912053', latitude: '55.3957969' } },
			answer: { status: 200, body: answer },
		},
		{
			title: 'To a customer, JSON',
			connection: 'json',
			input: { latitude: 55.3957969, longitude: 10.3912053 },
			request: { method: 'GET', path: '/api/v1/request/price', query: { longitude: '10.3912053', latitude: '55.3957969' } },
			answer: { status: 200, body: answer },
		},
	],
	answers: [
		{
			title: 'No position',
			input: { latitude: 55.3957969, longitude: 10.3912053 },
			answer: { status: 400, body: { error: true, message: 'Please send me the latitude' } },
			comesTo: 'refused',
		},
	],
	antiSamples: [{ why: 'Half a position', input: { latitude: 55.3957969 }, names: ['Longitude'] }],
});
