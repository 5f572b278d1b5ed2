import { genericPlugins } from '../../shared/shops/slots/table';

import { afternoon, read, shown } from './read-slots';

describe('labels that a shop worded itself', () => {
	it.each<[Record<string, string>, string]>([
		[{ '🚚 Date de livraison': '25/11/2026', '⏰ Créneau horaire': '14h - 16h' }, afternoon],
		[{ 'Votre date de livraison souhaitée': '25/11/2026', 'Heure de livraison choisie': '14h - 16h' }, afternoon],
		[{ 'Choose your delivery day': 'Wednesday, 25 November 2026', 'Delivery hours': '2pm - 4pm' }, afternoon],
		[{ 'Delivery Date & Time': '2026-11-25 14:00' }, '11-25T14:00+01:00 > ?'],
		[{ 'Vælg leveringsdag 📅': '25-11-2026' }, 'day 2026-11-25'],
		[{ 'Fecha deseada de entrega': '25/11/2026' }, 'day 2026-11-25'],
		[{ deliveryDate: '2026-11-25', deliveryTime: '14:00 - 16:00' }, afternoon],
		[{ Liefertermin: 'Mittwoch, 25. November 2026', 'Gewünschte Lieferzeit': '14–16 Uhr' }, afternoon],
		[{ 'Livraison souhaitée': 'mercredi 25 novembre 2026 entre 14h et 16h' }, afternoon],
		[{ 'When shall it be delivered?': '25 November 2026, 2pm to 4pm' }, afternoon],
		[{ 'Día de entrega': '25/11/2026', 'Hora de entrega': 'De 14:00 a 16:00' }, afternoon],
	])('%j', (fields, expected) => {
		expect(shown(read(fields))).toBe(expected);
	});

	it.each<Record<string, string>>([
		{ delivery_date: '2026-11-25', delivery_time_range: '14:00 - 16:00' },
		{ delivery_date: '2026-11-25', delivery_time_from: '14:00', delivery_time_to: '16:00' },
		{ 'Gewenste leverdatum': 'woensdag 25 november 2026', 'Gewenst tijdstip levering': 'tussen 14u en 16u' },
		{ 'Data di consegna': '25 novembre 2026', 'Fascia oraria': '14:00-16:00' },
		{ 'Data de entrega': '25 de novembro de 2026', 'Horário de entrega': '14h às 16h' },
		{ 'Jour de livraison': 'Mercredi 25 Novembre 2026', 'Tranche horaire': '14h00 à 16h00' },
		{ 'Ønsket leveringsdag': 'Onsdag 25/11-2026', Tidspunkt: '14-16' },
		{ Lieferdatum: '25.11.2026', Lieferzeitfenster: '14:00 - 16:00 Uhr' },
		{ Lieferdatum: '25.11.2026', Uhrzeit: '14:00 - 16:00' },
	])('the time goes with its day: %j', (fields) => {
		expect(shown(read(fields))).toBe(afternoon);
	});

	it('"Dato" and "Tid" count together, and in a sheet they do not', () => {
		const fields = { Dato: '25/11/2026', Tid: '14:00 - 16:00' };
		expect(shown(read(fields))).toBe(afternoon);
		expect(shown(read({ Dato: '25/11/2026' }))).toBe('none');
		expect(shown(read(fields, {}, { plugins: genericPlugins }))).toBe('none');
	});

	it.each<Record<string, string>>([
		{ delivery_date: '2026-11-25', delivery_slot_id: '12' },
		{ delivery_date: '2026-11-25', order_time: '09:12 - 09:14', opening_hours: '09:00 - 18:00' },
		{ delivery_date: '2026-11-25', pickup_time: '10:00 - 12:00' },
		{ delivery_date: '2026-11-25', Hora: '09:12' },
	])('another time is no time of the delivery: %j', (fields) => {
		expect(shown(read(fields))).toBe('day 2026-11-25');
	});

	it('a time of the delivery that nothing can read is reported beside its day', () => {
		expect(shown(read({ delivery_date: '2026-11-25', 'Delivery hours': 'in the evening' }))).toContain(
			'problem: The slot "in the evening"',
		);
	});

	it('two readings of a day are a problem with both', () => {
		expect(shown(read({ 'Delivery day preference': '05/12/2026' }))).toContain('2026-12-05 or 2026-05-12');
	});

	it.each([
		{ 'Estimated delivery date': '25/11/2026' },
		{ _delivery_status_date: '2026-11-24 10:00' },
		{ 'Delivery date changed': 'yes' },
		{ 'Delivery time': '' },
		{ Lieferscheindatum: '20.11.2026' },
		{ delivery_note_date: '20 November 2026' },
		{ _delivered_date: '2026-11-20' },
		{ delivery_date_changed_at: '2026-11-20 10:00' },
		{ Lieferzeit: '2-3 Werktage' },
		{ Leveringstid: '1-3 hverdage' },
		{ 'Delivery time': '3-5 business days' },
		{ 'delivery instructions': 'Please deliver before 25 november 2026' },
	])('no wish: %j', (fields) => {
		expect(shown(read(fields))).toBe('none');
	});
});
