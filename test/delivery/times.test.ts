import fc from '../fast-check';

import { isoClock, readClock } from '../../shared/delivery/clock-time';
import { isSkipped, toMoment } from '../../shared/delivery/time';

const PARIS = 'Europe/Paris';

test.each([
	'2026-11-25 14:00:00+01',
	'2026-11-25T14:00:00.000000',
	'2026-11-25 14:00:00.000456+01:00',
	'2026-11-25T14:00:00 +0100',
	'2026-11-25 14:00+1',
	'2026-11-25 2:00 PM',
	'2026-11-25 2pm',
	'2026-11-25 2 p.m.',
	'2026-11-25 14h00',
	'2026-11-25 14h',
	'2026-11-25 14.00',
	'2026-11-25 kl. 14.00',
	'2026-11-25\u202f2:00\u202fPM',
	'20261125T1400',
	'20261125T140000+0100',
	'2026/11/25 14:00',
	'2026.11.25 14:00:00',
	'2026-11-25T14:00:00+01:00[Europe/Paris]',
])('%s is two in the afternoon', (text) => {
	expect(toMoment(text, PARIS)).toBe('2026-11-25T14:00:00.000+01:00');
});

test.each([
	['2026-11-25 9:00', '2026-11-25T09:00:00.000+01:00'],
	['2026-11-25 18.30', '2026-11-25T18:30:00.000+01:00'],
	['2026-11-25 12:30 AM', '2026-11-25T00:30:00.000+01:00'],
	['2026-11-25 12 PM', '2026-11-25T12:00:00.000+01:00'],
	['2026-11-25 24:00', '2026-11-26T00:00:00.000+01:00'],
	['2026-11-25 10:24', '2026-11-25T10:24:00.000+01:00'],
	['2026-11-25 08:00:00-05', '2026-11-25T08:00:00.000-05:00'],
	['2026-11-25T13:00Z', '2026-11-25T13:00:00.000+00:00'],
	['2026-11-25 13:00:00 UTC', '2026-11-25T13:00:00.000+00:00'],
])('%s is %s', (text, expected) => {
	expect(toMoment(text, PARIS)).toBe(expected);
});

test.each([
	'2026-11-25',
	'2026-11-25 14',
	'2026-11-25 ASAP',
	'2026-11-25 25:00',
	'2026-11-25 14:60',
	'2026-11-25 13 PM',
	'2026-11-25 24:30',
	'25/11/2026 14:00',
	'2026/11-25 14:00',
	'2026-11-25T14:00[America/New_York]',
	'2026-11-25 10:00-12',
	'2026-11-25 10:00-2',
	'2026-11-25 14h-16',
])('%s is no moment, and no clock is to blame', (text) => {
	expect(toMoment(text, PARIS)).toBeUndefined();
	expect(isSkipped(text, PARIS)).toBe(false);
});

test('only an hour that is skipped is blamed on the clocks', () => {
	expect(isSkipped('2030-03-31 02:30', PARIS)).toBe(true);
	expect(isSkipped('2030-03-31 02:30+01:00', PARIS)).toBe(false);
	expect(isSkipped('2030-02-30 02:30', PARIS)).toBe(false);
});

test('every time of day is read back as it is printed', () => {
	const clock = fc.record({ hour: fc.nat(23), minute: fc.nat(59), second: fc.nat(59), ms: fc.nat(999) });
	fc.assert(fc.property(clock, (time) => expect(readClock(isoClock(time))).toEqual(time)));
});
