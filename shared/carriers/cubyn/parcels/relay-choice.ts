import { z } from 'zod/v4';

import { flow } from '../../../declare/flow';
import { success } from '../../../declare/failure';
import { text } from '../../../declare/field';
import { outputField, outputItem } from '../../../delivery/delivery';
import { relayItem, relayPointFrom } from './relay';

const sampleCallback =
	'https://shop.example.com/relay?id=020123&name=Tabac%20du%20Canal&image=&openinghours=MON.0700.1830-TUE.0700.1830&street=3%20quai%20de%20Valmy&city=Paris&zip=75010&country=FR';

const samplePoint = {
	id: '020123',
	name: 'Tabac du Canal',
	street: '3 quai de Valmy',
	zip: '75010',
	city: 'Paris',
	country: 'FR',
	openingHours: 'MON.0700.1830-TUE.0700.1830',
};

/** CU56: no call; the way back from the picker. */
export const readRelayChoice = flow({
	resource: 'relayPoint',
	verb: 'get',
	title: 'Get Relay Point',
	description: 'Reads which relay point a customer picked, from the address to which the picker led back.',
	covers: ['CU56'],
	effect: 'read',
	input: z.object({
		callback: text({
			label: 'Callback Received',
			placeholder: 'https://shop.example.com/relay?name=Tabac',
			help: 'The whole address that was called, or what follows its question mark.',
		}),
	}),
	output: outputItem(() => ({
		id: outputField.id('Relay Point ID'),
		name: outputField.text('Name'),
		street: outputField.text('Street'),
		zip: outputField.text('Postal Code'),
		city: outputField.text('City'),
		country: outputField.text('Country'),
		openingHours: outputField.text('Opening Hours'),
		image: outputField.text('Picture'),
	})),
	check: ({ callback: received }) =>
		received === undefined || relayPointFrom(received)
			? []
			: [{ path: ['callback'], message: 'names no relay point; it must hold "id=" and the number of the point' }],
	example: samplePoint,
	run: async ({ callback: received }) => {
		const point = relayPointFrom(received);
		return await Promise.resolve(success(point ? [relayItem(point)] : []));
	},
	samples: [
		{ title: 'The whole address', input: { callback: sampleCallback }, response: { status: 200, body: null } },
		{
			title: 'Its query alone, of the older picker',
			input: { callback: 'id=020123&name=Tabac%20du%20Canal&street=3+quai+de+Valmy&city=Paris&zip=75010' },
			response: { status: 200, body: null },
		},
	],
	antiSamples: [
		{
			reason: 'An address that names no point',
			input: { callback: 'https://shop.example.com/relay?name=Tabac' },
			mentions: ['Callback Received'],
		},
	],
});
