import fc from '../fast-check';

import { atWallTime, dayOf, inZone, millis, toMoment } from '../../shared/delivery/time';

const CPH = 'Europe/Copenhagen';

test.each([
	['winter', '2030-01-15 12:00', '2030-01-15T12:00:00.000+01:00'],
	['summer', '2030-07-15T12:00', '2030-07-15T12:00:00.000+02:00'],
	['before clocks go forward', '2030-03-31 01:59', '2030-03-31T01:59:00.000+01:00'],
	['after clocks go forward', '2030-03-31 03:00', '2030-03-31T03:00:00.000+02:00'],
	['the hour that happens twice is the first of the two', '2030-10-27 02:30', '2030-10-27T02:30:00.000+02:00'],
	['after clocks go back', '2030-10-27 03:00', '2030-10-27T03:00:00.000+01:00'],
])('%s', (_title, local, expected) => {
	expect(toMoment(local, CPH)).toBe(expected);
});

test.each(['2030-03-31 02:30', '2030-02-30 10:00', '25:00', 'tomorrow', '', '2030-05-21', '21/05/2030 10:00'])(
	'"%s" is no moment',
	(text) => {
		expect(toMoment(text, CPH)).toBeUndefined();
	},
);

test('a moment survives the way out and back', () => {
	fc.assert(
		fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }), (ms) => {
			expect(millis(inZone(ms, CPH))).toBe(ms);
		}),
	);
});

test('days are local', () => {
	expect(dayOf(Date.parse('2030-06-30T22:30:00Z'), CPH)).toBe('2030-07-01');
	expect(atWallTime('2030-06-30', '23:15', CPH)).toBe('2030-06-30T23:15:00.000+02:00');
});
