import { z } from 'zod/v4';

import { flow } from '../../../declare/flow';
import { success } from '../../../declare/failure';
import { postalCode, text, url } from '../../../declare/field';
import { outputField, outputItem } from '../../../delivery/delivery';
import { checkAddress, countryField, toCountry } from './address';
import { relayPickerUrl } from './relay';

const input = z.object({
	line1: text({
		label: 'Street',
		placeholder: '12 rue des Petits Champs',
		help: 'Around which the picker looks for points.',
	}),
	line2: text({ label: 'Address Line 2' }).optional(),
	zip: postalCode({ label: 'Postal Code', countryFrom: ['country'], placeholder: '75002' }),
	city: text({ label: 'City', placeholder: 'Paris' }),
	country: countryField('Country', 'A code such as FR, or a name.'),
	callback: url({
		label: 'Callback Address',
		placeholder: 'https://shop.example.com/relay',
		help: 'Page of your shop, or a webhook of yours, to which the picker leads the customer back. It learns which point was picked.',
	}),
});

/** CU56: no call; the page itself is for people. */
export const getRelayPicker = flow({
	resource: 'relayPoint',
	verb: 'getPicker',
	title: 'Get Relay Picker Link',
	description: 'Finds the map on which a customer picks a relay point near an address, as a link.',
	covers: ['CU56'],
	effect: 'read',
	input,
	output: outputItem(() => ({ url: outputField.text('Picker Link') })),
	check: ({ country, ...rest }) =>
		checkAddress({ ...rest, country, line1: undefined, state: '-' }).map(({ message }) => ({
			path: ['country'],
			message,
		})),
	example: { url: relayPickerUrl('12 rue des Petits Champs 75002 Paris France', 'https://shop.example.com/relay') },
	run: async ({ line1, line2, zip, city, country, callback }) => {
		const address = [line1, line2, zip, city, toCountry(country)].filter((part) => part !== undefined).join(' ');
		return await Promise.resolve(success([{ url: relayPickerUrl(address, callback) }]));
	},
	samples: [
		{
			title: 'Near an address',
			input: {
				line1: '12 rue des Petits Champs',
				zip: '75002',
				city: 'Paris',
				country: 'FR',
				callback: 'https://shop.example.com/relay?cart=7',
			},
			response: { status: 200, body: null },
		},
	],
	antiSamples: [
		{
			reason: 'No address',
			input: { callback: 'https://shop.example.com/relay' },
			mentions: ['Street', 'Postal Code', 'City', 'Country'],
		},
		{
			reason: 'A country and a callback that are none',
			input: { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'Utopia', callback: 'shop' },
			mentions: ['Country', 'Callback Address'],
		},
	],
});
