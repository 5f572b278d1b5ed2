import { relayPickerUrl, relayPointFrom } from '../../shared/carriers/cubyn/parcels/relay';
import { createSandbox } from '../../sandbox/carriers';

test('the picker redirects to the callback and keeps its existing query', async () => {
	const sandbox = createSandbox();
	for (const callback of [
		'https://shop.example.com/relay',
		'https://shop.example.com/relay?cart=7',
		'https://shop.example.com/relay#checkout',
	]) {
		const response = await sandbox.fetch(relayPickerUrl('12 rue des Petits Champs 75002 Paris France', callback), {
			redirect: 'manual',
		});
		expect(relayPointFrom(response.headers.get('location') ?? '')).toMatchObject({
			id: '020123',
			zip: '75010',
			country: 'FR',
		});
	}
});

test.each([
	[
		'with a part of the page behind it',
		'https://shop.example.com/relay?id=020123&zip=75010#checkout',
		{ id: '020123', zip: '75010' },
	],
	[
		'on a page with a number of its own, which comes first',
		'https://shop.example.com/relay?id=7&id=020123&zip=75010',
		{ id: '020123', zip: '75010' },
	],
	[
		'of a shop whose pages stand behind a hash',
		'https://shop.example.com/#/relay?id=020123&zip=75010',
		{ id: '020123', zip: '75010' },
	],
	['its query alone', '?id=020123', { id: '020123' }],
])('the answer of the picker is read: %s', (_name, callback, expected) => {
	expect(JSON.parse(JSON.stringify(relayPointFrom(callback)))).toEqual(expected);
});

test.each([
	'',
	'https://shop.example.com/relay',
	'https://shop.example.com/relay?id=',
	'https://shop.example.com/relay?id=%20',
])('no point: "%s"', (callback) => {
	expect(relayPointFrom(callback)).toBeUndefined();
});
