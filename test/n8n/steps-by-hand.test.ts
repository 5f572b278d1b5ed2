import type { INodeParameters } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { NOW } from '../shops/order-steps/at-carrier';
import { n8nAtCarriers } from './at-carriers';
import { useInstantClock } from './instant-clock';

useInstantClock();

let sandbox: Sandbox;
let n8n: N8n;

beforeEach(async () => {
	jest.setSystemTime(Date.parse(NOW));
	sandbox = createSandbox({ startAt: Date.now() });
	n8n = await n8nAtCarriers(sandbox);
});
afterEach(async () => await sandbox.close());

const delivery = (changes: INodeParameters): INodeParameters => ({
	resource: 'delivery',
	operation: 'create',
	direction: 'outbound',
	dropoff_slot_starting_at: '2026-11-25T14:00:00+01:00',
	dropoff_slot_ending_at: '2026-11-25T18:00:00+01:00',
	dropoff_recipient_name: 'Nora Petit',
	dropoff_recipient_phone: '06 11 22 33 44',
	dropoff_address: '3 rue Oberkampf',
	dropoff_postal_code: '75011',
	dropoff_city: 'Paris',
	packages: { line: [{ package_type: '', amount: 1, more: { name: 'Savon', volume_dm3: 20, weight_kg: 5 } }] },
	client_order_reference: 'T-0',
	...changes,
});

const parcel = (changes: INodeParameters): INodeParameters => ({
	resource: 'parcel',
	operation: 'create',
	orderRef: 'T-1',
	firstName: 'S',
	lastName: 'M',
	address_line1: '1 rue A',
	address_zip: '69002',
	address_city: 'Lyon',
	address_country: 'FR',
	items: { line: [{ reference: 'product_1', count: 1 }] },
	...changes,
});

const driver = (changes: INodeParameters): INodeParameters => ({
	resource: 'driver',
	operation: 'create',
	time: '2026-11-24T15:00:00+01:00',
	firstname: 'Freja',
	lastname: 'Holm',
	telephone: '12345678',
	street: 'Vestergade 10',
	zip: '5000',
	city: 'Odense C',
	latitude: 55.3957969,
	longitude: 10.3912053,
	reference: 'SH-5103',
	...changes,
});

const run = async (type: string, parameters: INodeParameters) =>
	await n8n.run([{}], { type: `${PACKAGE}.${type}`, parameters });
const phone = (text: string) => delivery({ dropoff_recipient_phone: text });
const starts = (text: string) => delivery({ dropoff_slot_starting_at: text });
const nora33 = { dropoff: { phone: '+33 6 11 22 33 44' } };
const two = { dropoff: { slotStart: expect.stringMatching(/^2026-11-25T14:00:00\.(000|123)\+01:00$/) } };

// The numbers are those of the orders' kinds: a field of a form is filled from the same shops, sheets and databases.
test.each<[string, string, INodeParameters, object]>([
	['12 +00', 'cyke', phone('+0033611223344'), nora33],
	['12 a zero after the prefix', 'cyke', phone('+33 06 11 22 33 44'), nora33],
	['49 an offset of hours', 'cyke', starts('2026-11-25 14:00:00+01'), two],
	['49 six decimals', 'cyke', starts('2026-11-25T14:00:00.000000'), two],
	['49 decimals and an offset', 'cyke', starts('2026-11-25 14:00:00.123456+01:00'), two],
	['49 variant: in UTC', 'cyke', starts('2026-11-25 13:00:00.000000 UTC'), two],
	['49 variant: three decimals and Z', 'cyke', starts('2026-11-25T13:00:00.000Z'), two],
	['49 variant: +0100', 'cyke', starts('2026-11-25T14:00:00+0100'), two],
	['51 remarks', 'deliverIt', driver({ remarks: 'Ring\u001a klok\u000bken' }), { outcome: 'created' }],
	['51 NUL in a name', 'cubyn', parcel({ lastName: 'Mar\u0000tin' }), { dropoff: { name: 'S Martin' } }],
	['52 75 011', 'cyke', delivery({ dropoff_postal_code: '75 011' }), { dropoff: { postalCode: '75011' } }],
	['52 75011.0', 'cyke', delivery({ dropoff_postal_code: '75011.0' }), { dropoff: { postalCode: '75011' } }],
	['52 F-69002', 'cubyn', parcel({ address_zip: 'F-69002' }), { dropoff: { postalCode: '69002' } }],
	['52 digits of full width', 'cubyn', parcel({ address_zip: '６９００２' }), { dropoff: { postalCode: '69002' } }],
])('%s', async (_title, type, parameters, wanted) => {
	const { items, error } = await run(type, parameters);
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject(wanted);
	expect(JSON.stringify(sandbox.journal.entries)).not.toMatch(/\\u0000|\\u001a|\\u000b|"\+0/);
});

test.each<[string, string, INodeParameters, string]>([
	['11 a landline with a digit missing', 'cubyn', parcel({ phone: '04 72 00 00 0' }), '04 72 00 00 0'],
	['12 zeros', 'cyke', phone('0000000000'), '0000000000'],
	['12 zeros after the prefix', 'cyke', phone('+33 0 00 00 00 00'), '+33 0 00 00 00 00'],
	['52 variant: no postcode of the country', 'cyke', delivery({ dropoff_postal_code: '7501X' }), '7501X'],
])('%s is refused by name', async (_title, type, parameters, text) => {
	const { error } = await run(type, parameters);
	expect(`${error?.message ?? ''} ${error?.description ?? ''}`).toContain(text);
	expect([sandbox.cyke.deliveries, sandbox.cubyn.parcels]).toEqual([[], []]);
});
