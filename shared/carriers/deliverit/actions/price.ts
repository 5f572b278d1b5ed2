import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { asJsonObject } from '../../../json';
import { itemReading } from '../../../declare/reading';
import { shownMoney } from '../../../delivery/money';
import { outputField, outputItem } from '../../../delivery/delivery';
import { lenientReader } from '../../../declare/lenient-object';
import { metresFromKilometres, priceOf } from '../amounts';
import { latitudeField, longitudeField } from '../contact';
import { priceResponse } from '../wire';

const documentedPrice = {
	error: false,
	distance_in_km: 10.35,
	estimated_delivery_time_in_minutes: 18,
	price_ex_vat: 100,
};

/** DI10 */
export const getPrice = action({
	resource: 'price',
	verb: 'get',
	title: 'Get Price',
	description: 'Gets the price and duration of a drive to a customer. Nothing is booked.',
	covers: ['DI10'],
	effect: 'read',
	input: z.object({ latitude: latitudeField(), longitude: longitudeField() }),
	output: outputItem(() => ({
		price: outputField.money('Price', { vat: outputField.text('Price VAT') }),
		distance: outputField.number('Distance (Metres)'),
		minutes: outputField.number('Estimated Delivery Time (Minutes)'),
		warnings: outputField.texts('Warnings'),
		carrierData: outputField.carrierData(),
	})),
	request: (input) => ({
		method: 'GET',
		path: '/api/v1/request/price',
		query: { longitude: input.longitude, latitude: input.latitude },
	}),
	readings: {
		200: itemReading(priceResponse, (body, _input, facts) => {
			const { root, warnings } = lenientReader(asJsonObject(body), facts.access.zone);
			const price = priceOf(root.number('price_ex_vat'), 'excluded');
			return {
				price: price && { ...shownMoney(price), vat: price.vat },
				distance: metresFromKilometres(root.number('distance_in_km')),
				minutes: root.number('estimated_delivery_time_in_minutes'),
				...warnings('DeliverIt'),
				carrierData: asJsonObject(body),
			};
		}),
	},
	samples: [
		{
			title: 'To a customer',
			input: { latitude: '55.3957969', longitude: '10.3912053' },
			request: {
				method: 'GET',
				path: '/api/v1/request/price',
				query: { longitude: '10.3912053', latitude: '55.3957969' },
			},
			response: { status: 200, body: documentedPrice },
		},
		{
			title: 'To a customer, JSON',
			connection: 'json',
			input: { latitude: 55.3957969, longitude: 10.3912053 },
			request: {
				method: 'GET',
				path: '/api/v1/request/price',
				query: { longitude: '10.3912053', latitude: '55.3957969' },
			},
			response: { status: 200, body: documentedPrice },
		},
	],
	responses: [
		{
			title: 'No position',
			input: { latitude: 55.3957969, longitude: 10.3912053 },
			response: { status: 400, body: { error: true, message: 'Please send me the latitude' } },
			expected: 'refused',
		},
	],
	antiSamples: [{ reason: 'Half a position', input: { latitude: 55.3957969 }, mentions: ['Longitude'] }],
});
