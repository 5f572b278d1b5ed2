import fc from '../fast-check';

import { mayCarryCredentials, carrierPath } from '../../shared/run/url-checks';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { accessOf } from './samples';

const access = { ...accessOf(cyke, 'v2'), hosts: ['www.cyke.io', 'api.cyke.io'] };

test.each(['https://www.cyke.io/api/v2/deliveries', 'https://api.cyke.io/x'])('%s may carry credentials', (url) => {
	expect(mayCarryCredentials(url, access)).toBe(true);
});

test.each([
	'http://www.cyke.io/api/v2',
	'https://www.cyke.io.evil.example/api',
	'https://evil.example/?https://www.cyke.io',
	'https://user@www.cyke.io/api',
	'https://www.cyke.io:8443/api',
	'https://www.cyke.io@evil.example/',
	'//www.cyke.io/api',
	'not an address',
])('%s may not', (url) => {
	expect(mayCarryCredentials(url, access)).toBe(false);
});

test('plain http is for this machine alone', () => {
	expect(mayCarryCredentials('http://127.0.0.1:8080/api', { ...access, base: 'http://127.0.0.1:8080/api' })).toBe(true);
	expect(mayCarryCredentials('http://shop.example/api', { ...access, base: 'http://shop.example/api' })).toBe(false);
	expect(mayCarryCredentials('http://127.0.0.1:8081/api', { ...access, base: 'http://127.0.0.1:8080/api' })).toBe(
		false,
	);
});

test('no other host is ever taken for the carrier', () => {
	fc.assert(
		fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
			expect(mayCarryCredentials(url, access)).toBe(false);
			expect(carrierPath(url, access).ok).toBe(false);
		}),
	);
});

test('a returned address of any scheme gives its path', () => {
	expect(carrierPath('http://www.cyke.io/a/b?c=1', access)).toEqual({ ok: true, value: '/a/b?c=1' });
	expect(carrierPath('https://evil.example/a/b', access)).toMatchObject({
		ok: false,
		failure: { code: 'foreign_address' },
	});
});
