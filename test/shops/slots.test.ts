import { prestashopPlugins } from '../../shared/shops/slots/table';

import { growth, WORST } from '../delivery/growth';
import { read, shown, iconic, afternoon } from './read-slots';

describe('the time as a plug-in writes it', () => {
	it.each([
		['2:00 PM - 4:00 PM', afternoon],
		['2:00 pm – 4:00 pm', afternoon],
		['2 - 4 PM', afternoon],
		['14h00 - 16h00', afternoon],
		['14h-16h', afternoon],
		['14 h à 16 h', afternoon],
		['Entre 14h et 16h', afternoon],
		['14:00 – 16:00', afternoon],
		['14:00:00 - 16:00:00', afternoon],
		['14.00 - 16.00 Uhr', afternoon],
		['14 Uhr bis 16 Uhr', afternoon],
		['kl. 14.00 til kl. 16.00', afternoon],
		['14 - 16', afternoon],
		['１４:００-１６:００', afternoon],
		['Afternoon (14:00 - 16:00)', afternoon],
		['14:00 - 16:00 (+ 5,00 €)', afternoon],
		['From 2:00 p.m. to 4:00 p.m.', afternoon],
		['9:00 - 11:00', '11-25T09:00+01:00 > 11-25T11:00+01:00'],
		['11:00 - 1:00 PM', '11-25T11:00+01:00 > 11-25T13:00+01:00'],
		['10:00 AM - 12:00 PM', '11-25T10:00+01:00 > 11-25T12:00+01:00'],
		['22:00 - 00:00', '11-25T22:00+01:00 > 11-26T00:00+01:00'],
		['22:00 - 24:00', '11-25T22:00+01:00 > 11-26T00:00+01:00'],
		['11:00 PM - 1:00 AM', '11-25T23:00+01:00 > 11-26T01:00+01:00'],
		['14:00/16:00', afternoon],
		['14h/16h', afternoon],
		['kl. 14-16', afternoon],
		['fra 14 til 16', afternoon],
		['entre las 14 y las 16h', afternoon],
		['de las 14:00 a las 16:00', afternoon],
		['tussen 14:00 en 16:00', afternoon],
		['14:00 → 16:00', afternoon],
		['Slot 2: 14:00 - 16:00', afternoon],
		['25/11/2026 14:00 - 16:00', afternoon],
		['noon - 2pm', '11-25T12:00+01:00 > 11-25T14:00+01:00'],
		['midi - 14h', '11-25T12:00+01:00 > 11-25T14:00+01:00'],
		['14:00 (+5.00 €)', '11-25T14:00+01:00 > ?'],
		['dalle ore 14 alle ore 16', afternoon],
		['mellan 14 och 16', afternoon],
		['od 14:00 do 16:00', afternoon],
		['14:00〜16:00', afternoon],
		['1400-1600', afternoon],
		['14 to 16 o’clock', afternoon],
		['22h-minuit', '11-25T22:00+01:00 > 11-26T00:00+01:00'],
		['10pm - midnight', '11-25T22:00+01:00 > 11-26T00:00+01:00'],
		['14:00', '11-25T14:00+01:00 > ?'],
		['2 pm', '11-25T14:00+01:00 > ?'],
		['ASAP', 'asap 2026-11-25'],
		['As soon as possible', 'asap 2026-11-25'],
		['as_soon_as_possible', 'asap 2026-11-25'],
		['Now', 'asap 2026-11-25'],
		['Dès que possible', 'asap 2026-11-25'],
		['Hurtigst muligt', 'asap 2026-11-25'],
	])('%s', (text, slot) => {
		expect(shown(read(iconic(text)))).toBe(slot);
	});

	it.each([
		'soon',
		'Afternoon',
		'14',
		'25:00 - 27:00',
		'14:75 - 16:00',
		'13:00 PM - 4:00 PM',
		'16:00 - 14:00',
		'10:00 - 12:00 or 14:00 - 16:00',
		'before 12:00',
		'avant 12h',
		'bis 18 Uhr',
		'inden kl. 12.00',
		"jusqu'à 18h",
		'2 - 4',
		'2:00 - 4:00',
		'Livraison 1h',
		'Express (+7.50)',
		'Après-midi',
		'a'.repeat(500),
	])('%s is a problem that quotes it', (text) => {
		const reading = read(iconic(text));
		expect(shown(reading)).toContain(`problem: The slot "${text.slice(0, 40)}`);
		expect(reading).toMatchObject({ problem: { field: 'slot' } });
	});

	it('a slot that nothing can read never becomes the rule for orders without one', () => {
		expect(shown(read(iconic('soon'), { whenNone: { rule: 'asap', minutes: 45 }, asapMinutes: 45 }))).toContain(
			'problem',
		);
	});
});

describe('the day', () => {
	const slot = { 'Time Slot': '14:00 - 16:00' };
	it.each([
		['2026-11-25', {}],
		['2026/11/25', {}],
		['25 November 2026', {}],
		['November 25th, 2026', {}],
		['Wed, 25 Nov 2026', {}],
		['mercredi 25 novembre 2026', {}],
		['onsdag den 25. november 2026', {}],
		['25/11/2026', {}],
		['25.11.2026', {}],
		['25/11-2026', {}],
		['25 / 11 / 2026', {}],
		['Tomorrow (25 November 2026)', {}],
		['Mercredi (25/11/2026)', {}],
		['Wed Nov 25 2026 00:00:00 GMT+0100 (Central European Standard Time)', {}],
		['2026-11-25T00:00:00.000Z', {}],
		['Wed 2026-11-25', {}],
		['11/25/2026', {}],
		['25/11/2026', { dateFormat: 'd/m/Y' }],
		['11/25/2026', { dateFormat: 'MM/dd/yyyy' }],
	])('%s is read in one way', (text, settings) => {
		expect(shown(read({ 'Delivery Date': text, ...slot }, settings))).toBe(afternoon);
	});

	it('a day that may be a month is a problem, until the shop sets its format', () => {
		const order = { 'Delivery Date': '05/12/2026', ...slot };
		expect(shown(read(order))).toBe(
			'problem: The date "05/12/2026" may be 2026-12-05 or 2026-05-12. Choose the date format of the shop.',
		);
		expect(shown(read(order, { dateFormat: 'd/m/Y' }))).toBe('12-05T14:00+01:00 > 12-05T16:00+01:00');
		expect(shown(read(order, { dateFormat: 'm/d/Y' }))).toBe('05-12T14:00+02:00 > 05-12T16:00+02:00');
	});

	it('"mar. 24 novembre" is a Tuesday and not a March', () => {
		expect(shown(read({ 'Date de livraison': 'mar. 24 novembre 2026' }))).toBe('day 2026-11-24');
	});

	it.each(['tomorrow', '31/02/2026', '25/11/26', '99/99/2026', '2026-13-01'])('%s is no day', (text) => {
		expect(shown(read({ 'Delivery Date': text, ...slot }))).toBe(
			`problem: The date "${text}" cannot be read. Choose the date format of the shop, or give a slot here.`,
		);
	});

	it.each(['0000-00-00', '0000-00-00 00:00:00', '', '0', null])('%s is no wish', (text) => {
		expect(shown(read({ ddw_order_date: text, ddw_order_time: '' }, {}, { plugins: prestashopPlugins }))).toBe('none');
	});

	it('an epoch without a name is a day where nothing else is sure', () => {
		const seconds = (iso: string) => String(Date.parse(iso) / 1000);
		expect(shown(read({ _delivery_date: seconds('2026-11-25T00:00:00Z'), ...slot }))).toBe(afternoon);
		expect(shown(read({ _delivery_date: seconds('2026-11-25T00:00:00+01:00'), ...slot }))).toBe(afternoon);
		expect(shown(read({ _delivery_date: seconds('2026-11-25T14:00:00Z') }))).toContain('cannot be read');
		expect(shown(read({ _delivery_date: Date.parse('2026-11-25T14:00:00+01:00') }))).toBe('11-25T14:00+01:00 > ?');
	});

	it('a day without a time is one, and the opening hours fill it', () => {
		const order = { 'Delivery Date': '2026-11-25' };
		expect(shown(read(order))).toBe('day 2026-11-25');
		expect(shown(read(order, { opening: { 3: { from: '09:00', to: '18:30' } } }))).toBe(
			'11-25T09:00+01:00 > 11-25T18:30+01:00',
		);
	});

	it.each([
		['13.12.2026', null, 'day 2026-12-13'],
		['10.12.2026', 'd.m.Y', 'day 2026-12-10'],
		['10.12.26', 'd.m.y', 'day 2026-12-10'],
		['10.12.2026 14:30', 'd.m.Y', '12-10T14:30+01:00 > ?'],
	])('%s names no time by its date', (text, dateFormat, slot) => {
		expect(shown(read({ 'Delivery Date': text }, { dateFormat }))).toBe(slot);
	});

	it('a time without a day is a problem', () => {
		expect(shown(read(slot))).toBe('problem: The order names the time "14:00 - 16:00" and no day.');
	});
});

describe('long runs of spaces are read linearly', () => {
	const spaces = (length: number) => ' '.repeat(length);

	it.each<[string, (run: string) => string, string]>([
		['between two times', (run) => shown(read(iconic(`14:00${run}-${run}16:00`))), afternoon],
		['after an hour', (run) => shown(read(iconic(`14${run}x`))), 'problem'],
		[
			'after a date',
			(run) => shown(read({ 'Delivery Date': `10.12.2026${run}x` }, { dateFormat: 'd.m.Y' })),
			'problem',
		],
	])('%s', (_place, work, found) => {
		expect(work(spaces(20_000))).toContain(found);
		expect(growth(work, spaces)).toBeLessThan(WORST);
	});
});

describe('what is sure comes first', () => {
	const epoch = String(Date.parse('2026-12-05T14:00:00+01:00') / 1000);

	it('an epoch decides what 05/12/2026 leaves open', () => {
		expect(shown(read({ jckwds_timestamp: epoch, jckwds_date: '05/12/2026', jckwds_timeslot: '14:00 - 16:00' }))).toBe(
			'12-05T14:00+01:00 > 12-05T16:00+01:00',
		);
		expect(shown(read({ _orderable_order_timestamp: Number(epoch), orderable_order_date: '05/12/2026' }))).toBe(
			'12-05T14:00+01:00 > ?',
		);
	});

	it('year-month-day comes before what the shop writes', () => {
		expect(shown(read({ ...iconic('10:00 - 12:00'), jckwds_date_ymd: '20261126' }))).toBe(
			'11-26T10:00+01:00 > 11-26T12:00+01:00',
		);
	});

	it('an epoch and a day that differ are a problem with both', () => {
		const reading = read({ ...iconic('14:00 - 16:00'), jckwds_timestamp: epoch });
		expect(shown(reading)).toBe(`problem: The order names more than one slot: "${epoch}" and "20261125".`);
	});

	it('midnight of a wall clock is its day, east and west of Greenwich', () => {
		const midnight = String(Date.parse('2026-11-25T00:00:00Z') / 1000);
		const order = { _orddd_timestamp: midnight, 'Time Slot': '14:00 - 16:00', 'Delivery Date': '25 November, 2026' };
		expect(shown(read(order))).toBe(afternoon);
		expect(shown(read(order, {}, { zone: 'America/New_York' }))).toBe('11-25T14:00-05:00 > 11-25T16:00-05:00');
		expect(shown(read({ _orddd_lite_timestamp: midnight }))).toBe('day 2026-11-25');
		expect(
			shown(
				read(
					{ jckwds_date_ymd: '20261125', jckwds_timestamp: midnight, jckwds_timeslot: '14:00 - 16:00' },
					{},
					{ zone: 'America/New_York' },
				),
			),
		).toBe('11-25T14:00-05:00 > 11-25T16:00-05:00');
	});
});

describe('hours in other words', () => {
	it.each([
		'de 14 heures à 16 heures',
		'14:00hrs - 16:00hrs',
		'14u - 16u',
		'14u00 - 16u00',
		'14:00 -> 16:00',
		'14:00+01:00 - 16:00+01:00',
	])('%s', (text) => {
		expect(shown(read(iconic(text)))).toBe(afternoon);
	});

	it.each(['sous 24h', 'within 24 hours', 'Express 24h'])('"%s" is no clock', (text) => {
		expect(shown(read(iconic(text)))).toContain(`problem: The slot "${text}"`);
	});
});

it('a text that is far too long for a slot is reported, and not searched', () => {
	expect(shown(read(iconic(`14:00 - 16:00${' or later'.repeat(60)}`)))).toContain(
		'problem: The slot "14:00 - 16:00 or',
	);
});
