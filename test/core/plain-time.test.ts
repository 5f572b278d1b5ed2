import fc from '../fast-check';
import { DateTime } from 'luxon';

import { plainMillis, plainMoment } from '../../shared/delivery/plain-moment';
import { dayOf, inZone, millis, toMoment } from '../../shared/delivery/time';
import { followingWallTime, nearestWallTime, nextWallTime } from '../../shared/delivery/wall-clock';

const zones = ['Europe/Paris', 'Europe/Copenhagen', 'UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const zone = fc.constantFrom(...zones);
/** Often near one of Europe's clock changes. */
const moment = fc.oneof(
	fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }),
	fc.integer({ min: -10_800_000, max: 10_800_000 }).map((ms) => Date.UTC(2030, 2, 31, 1) + ms),
	fc.integer({ min: -10_800_000, max: 10_800_000 }).map((ms) => Date.UTC(2030, 9, 27, 1) + ms),
);
const iso = (parsed: DateTime) => parsed.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");

const two = fc.integer({ min: 0, max: 62 }).map((number) => String(number).padStart(2, '0'));
/** Texts that look like ISO 8601, many of them of days, hours and offsets that do not exist. */
const isoLike = fc
	.tuple(
		fc.constantFrom('2030', '2028', '1900', '2000', '0001', '9999', '203', '20300'),
		fc.constantFrom('00', '01', '02', '04', '12', '13'),
		fc.constantFrom('00', '01', '28', '29', '30', '31', '32'),
		fc.constantFrom('T', ' ', 't', ''),
		two,
		two,
		two,
		fc.constantFrom('', '.1', '.12', '.123', '.123456', '.123456789', '.1234567890', ',5', '.'),
		fc.constantFrom('Z', 'z', '+02:00', '-00:00', '+0200', '+02', '-23:59', '+14:00', '+99:00', '', '+01:60', ' '),
	)
	.map(([year, month, day, separator, hour, minute, second, decimals, offset]) => {
		return `${year}-${month}-${day}${separator}${hour}:${minute}:${second}${decimals}${offset}`;
	});

test('a plain moment is what the calendar library makes of it, and everything else is left to that', () => {
	let plain = 0;
	fc.assert(
		fc.property(isoLike, (text) => {
			const found = plainMoment(text);
			if (found === undefined) return;
			plain += 1;
			const parsed = DateTime.fromISO(text, { setZone: true });
			expect(parsed.isValid).toBe(true);
			expect(found).toBe(iso(parsed));
			expect(plainMillis(text)).toBe(parsed.toMillis());
		}),
		{ numRuns: 20_000 },
	);
	expect(plain).toBeGreaterThan(20);
});

test('text that carriers write is plain', () => {
	expect(plainMoment('2030-05-21T16:00:00.000+02:00')).toBe('2030-05-21T16:00:00.000+02:00');
	expect(plainMoment('2030-05-21T16:00:00.000Z')).toBe('2030-05-21T16:00:00.000+00:00');
	expect(plainMoment('2030-05-21T16:00:00+02:00')).toBe('2030-05-21T16:00:00.000+02:00');
	expect(plainMoment('2028-02-29T16:00:00Z')).toBe('2028-02-29T16:00:00.000+00:00');
	expect(plainMoment('2030-02-29T16:00:00Z')).toBeUndefined();
	expect(plainMoment('2030-05-21T16:00:00Z ')).toBeUndefined();
	expect(plainMoment('2030-0x-21T16:00:00Z')).toBeUndefined();
});

test('the time in a zone is what the calendar library says, near clock changes and away from them', () => {
	fc.assert(
		fc.property(moment, zone, (ms, name) => {
			const parsed = DateTime.fromMillis(ms, { zone: name });
			expect(inZone(ms, name)).toBe(iso(parsed));
			expect(dayOf(ms, name)).toBe(parsed.toFormat('yyyy-MM-dd'));
			expect(millis(inZone(ms, name))).toBe(ms);
		}),
		{ numRuns: 3_000 },
	);
});

test('a local time has the offset that the calendar library gives it, or does not exist', () => {
	fc.assert(
		fc.property(moment, zone, (ms, name) => {
			const wall = DateTime.fromMillis(ms, { zone: name }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
			const found = toMoment(wall, name);
			const parsed = DateTime.fromISO(wall, { zone: name });
			// Where clocks go back, the first of two; the library takes either.
			expect(found).toBeDefined();
			expect(found?.slice(0, 23)).toBe(wall);
			expect(Math.abs(millis(found ?? '') - parsed.toMillis())).toBeLessThanOrEqual(3_600_000);
			expect(inZone(millis(found ?? ''), name)).toBe(found);
		}),
		{ numRuns: 3_000 },
	);
});

/** Every moment within two days at which the clock shows the time, minute by minute. */
function searched(time: string, around: number, name: string): number[] {
	const minute = Math.floor(around / 60_000) * 60_000;
	const [hours, minutes] = time.split(':').map(Number);
	return Array.from({ length: 2 * 1_560 }, (_, at) => minute + (at - 1_560) * 60_000).filter((ms) => {
		const local = DateTime.fromMillis(ms, { zone: name });
		return local.hour === hours && local.minute === minutes;
	});
}

test('a wall time without a day is the one nearest to, next to or following a moment', () => {
	fc.assert(
		fc.property(
			moment.map((ms) => Math.floor(ms / 60_000) * 60_000),
			fc.constantFrom('Europe/Copenhagen', 'UTC'),
			fc.integer({ min: 0, max: 1_439 }),
			(around, name, minute) => {
				const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
				const all = searched(time, around, name);
				const apart = (ms: number) => Math.abs(ms - around);
				const nearest = Math.min(...all.map(apart));
				const found = nearestWallTime(time, around, name);
				expect(found === undefined ? Infinity : apart(millis(found))).toBe(
					nearest > 13 * 3_600_000 ? Infinity : nearest,
				);
				const next = nextWallTime(time, around, name);
				expect(next === undefined ? undefined : millis(next)).toBe(all.find((ms) => ms >= around));
				const soon = all.find((ms) => ms >= around && ms - around <= 6 * 3_600_000);
				expect(followingWallTime(time, around, name)).toBe(soon === undefined ? found : inZone(soon, name));
			},
		),
		{ numRuns: 40 },
	);
});
