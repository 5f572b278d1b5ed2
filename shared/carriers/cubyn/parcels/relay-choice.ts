import { z } from 'zod/v4';

import { flow } from '../../../declare/flow';
import { success } from '../../../declare/failure';
import { text } from '../../../declare/field';
import { out } from '../../../delivery/delivery';
import { relayItem, relayPointFrom } from './relay';

const callback =
	'https://shop.example.com/relay?id=020123&name=Tabac%20du%20Canal&image=&openinghours=MON.0700.1830-TUE.0700.1830&street=3%20quai%20de%20Valmy&city=Paris&zip=75010&country=FR';

const picked = { id: '020123', name: 'Tabac du Canal', street: '3 quai de Valmy', zip: '75010', city: 'Paris', country: 'FR', openingHours: 'MON.0700.1830-TUE.0700.1830' };

/** CU56: no call; the way back from the picker. */
export const readRelayChoice = flow({
	resource: 'relayPoint',
	verb: 'get',
	title: 'Get Relay Point',
	does: 'Reads which relay point a customer picked, from the address to which the picker led back.',
	covers: ['CU56'],
	effect: 'read',
	input: z.object({
		callback: text({ label: 'Callback Received', placeholder: 'https://shop.example.com/relay?name=Tabac', help: 'The whole address that was called, or what follows its question mark.' }),
	}),
	output: z.object({
		id: out.id('Relay Point ID'),
		name: out.text('Name'),
		street: out.text('Street'),
		zip: out.text('Postal Code'),
		city: out.text('City'),
		country: out.text('Country'),
		openingHours: out.text('Opening Hours'),
		image: out.text('Picture'),
	}),
	check: ({ callback: received }) =>
		received === undefined || relayPointFrom(received) ? [] : [{ path: ['callback'], message: 'names no relay point; it must hold "id=" and the number of the point' }],
	example: picked,
	run: async ({ callback: received }) => {
		const point = relayPointFrom(received);
		return await Promise.resolve(success(point ? [relayItem(point)] : []));
	},
	samples: [
		{ title: 'The whole address', input: { callback }, answer: { status: 200, body: null } },
		{ title: 'Its query alone, of the older picker', input: { callback: 'id=020123&name=Tabac%20du%20Canal&street=3+quai+de+Valmy&city=Paris&zip=75010' }, answer: { status: 200, body: null } },
	],
	antiSamples: [{ why: 'An address that names no point', input: { callback: 'https://shop.example.com/relay?name=Tabac' }, names: ['Callback Received'] }],
});
