import { accessIn, noteIn } from '../../shared/shops/access-fields';
import { OrderFields } from '../../shared/shops/order-fields';

const fieldsOf = (fields: Record<string, unknown>) =>
	new OrderFields(Object.entries(fields).map(([key, value]) => ({ key, value })));

describe('what opens the door, in words of the shop', () => {
	it.each([
		['_billing_digicode', 'door_code'],
		['Code d’accès', 'door_code'],
		["Code d'entrée", 'door_code'],
		['Code immeuble', 'door_code'],
		['Portkode', 'door_code'],
		['Código de acceso', 'door_code'],
		['Toegangscode', 'door_code'],
		['Sonnette', 'intercom'],
		['Nom sur interphone', 'intercom'],
		['Klingel', 'intercom'],
		['Telefonillo', 'intercom'],
		['Piso', 'floor'],
		['Puerta', 'apartment'],
		['Appartement n°', 'apartment'],
	])('%s', (key, kind) => {
		expect(accessIn(fieldsOf({ [key]: '12A45' }))).toEqual([{ kind, text: '12A45' }]);
	});

	it.each(['postcode', 'promo_code', 'import_code', 'support_code', 'transport_code', 'Portrait'])(
		'%s opens none',
		(key) => {
			expect(accessIn(fieldsOf({ [key]: '12A45' }))).toEqual([]);
		},
	);

	it('"no" is no code', () => {
		expect(accessIn(fieldsOf({ 'Portail avec code': 'non' }))).toEqual([]);
	});
});

describe('words for the driver', () => {
	it.each([
		'Note au livreur',
		'Message au coursier',
		'Consignes de livraison',
		'Besked til chaufføren',
		'Bemærkninger til levering',
		'Hinweis für den Fahrer',
		'Lieferhinweise',
		'Instrucciones para el repartidor',
		'Note per il corriere',
		'Opmerkingen voor de bezorger',
		'Driver Instructions',
		'Additional delivery info',
	])('%s', (key) => {
		expect(noteIn(fieldsOf({ [key]: 'Sonner 2 fois' }))).toBe('Sonner 2 fois');
	});

	it.each([
		['delivery_note_number', '2026-17'],
		['_wcdn_delivery_note_date', '2026-11-20'],
		['delivery_info_url', 'https://shop.example.org/1'],
		['Delivery message sent', 'yes'],
		['_delivery_status_note', 'packed'],
		['delivery_info', '{"zone":"A"}'],
		['Leverandør info', 'Honning ApS'],
	])('none is %s', (key, value) => {
		expect(noteIn(fieldsOf({ [key]: value }))).toBeNull();
	});
});
