import { createSandbox } from '../../sandbox/carriers';
import {
	createCykeDelivery,
	cyke,
	delivery,
	dropoff,
	OTHER_CYKE_HEADERS,
	packages,
	pickup,
	place,
} from './cyke-deliverit-client';

const post = (body: unknown, sandbox = createSandbox()) => cyke(sandbox, 'POST', '/api/v2/deliveries', body);

test('the missing end is filled in from the default place, slot and all', async () => {
	const { status, json } = await post(delivery);
	expect(status).toBe(201);
	expect(json.direction).toBe('outbound');
	expect(json.pickup.place.recipient_name).toBe('Brasserie du Canal');
	expect(json.pickup.slot_starting_at).toBe('2026-11-23T15:00:00.000+01:00');
	expect(json.dropoff).toHaveProperty('completion_text', null);
	expect(json.dropoff).not.toHaveProperty('notes');
});

test('directions: drop-off only, pick-up only, both', async () => {
	expect((await post({ pickup, packages })).json).toMatchObject({
		direction: 'inbound',
		slot_starting_at: pickup.slot_starting_at,
	});
	expect((await post({ pickup, dropoff, packages })).json.direction).toBe('other');
});

test.each([['dropoff', 'pickup'] as const, ['pickup', 'dropoff'] as const])(
	'a saved address by its number for %s gets its slot worked out',
	async (savedPlace, fullTask) => {
		const { status, json } = await post({
			[savedPlace]: 23,
			[fullTask]: fullTask === 'dropoff' ? dropoff : pickup,
			packages,
		});
		expect(status).toBe(201);
		expect(json.direction).toBe('other');
		expect(json[savedPlace].place.recipient_name).toBe('Entrepôt Nord');
		expect(json[savedPlace].slot_starting_at).toMatch(/^2026-11-23T1[35]:00/);
	},
);

test('the phone comes back set out for reading, the slot in Paris time', async () => {
	const utc = { ...dropoff, slot_starting_at: '2026-11-23T15:00:00Z', slot_ending_at: '2026-11-23T12:00:00.000-05:00' };
	const { json } = await post({ dropoff: utc, packages });
	expect(json.dropoff.place.recipient_phone).toBe('+33 6 70 70 70 70');
	expect(json.slot_starting_at).toBe('2026-11-23T16:00:00.000+01:00');
	expect(json.slot_ending_at).toBe('2026-11-23T18:00:00.000+01:00');
	const national = { ...dropoff, place: { ...place, recipient_phone: '06 70 70 70 70' } };
	expect((await post({ dropoff: national, packages })).json.dropoff.place.recipient_phone).toBe('+33 6 70 70 70 70');
});

test('three forms of packages, also side by side', async () => {
	const { json } = await post({
		dropoff,
		packages: [
			{ package_type_id: 2, amount: 1 },
			{ name: 'Panier', amount: 2, volume_dm3: 20, weight_kg: 4.5 },
			{ type: 'Bouquet', amount: 3 },
		],
	});
	expect(json.packages).toEqual([
		{ type: 'Fût inox de 20L', amount: 1 },
		{ type: 'Panier', amount: 2 },
		{ type: 'Bouquet', amount: 3 },
	]);
});

const withPlace = (change: object) => ({ dropoff: { ...dropoff, place: { ...place, ...change } }, packages });
const withSlot = (start: string, end: string) => ({
	dropoff: { ...dropoff, slot_starting_at: start, slot_ending_at: end },
	packages,
});

test.each<[string, unknown, string]>([
	['an unknown type', { dropoff, packages: [{ type: 'Bouqet', amount: 1 }] }, 'Packages Unknown type'],
	['an unknown type id', { dropoff, packages: [{ package_type_id: 99, amount: 1 }] }, 'Packages Unknown type'],
	['no packages', { dropoff }, "Packages can't be blank"],
	['an empty list of packages', { dropoff, packages: [] }, "Packages can't be blank"],
	['an amount of 0', { dropoff, packages: [{ type: 'Bouquet', amount: 0 }] }, 'Packages Amount must be greater than 0'],
	['neither end', { packages }, 'Dropoff or pickup must be given'],
	['an unknown saved address', { pickup: 99, dropoff, packages }, 'Pickup has no saved address with number 99'],
	['a missing phone', withPlace({ recipient_phone: undefined }), "Dropoff place recipient phone can't be blank"],
	['not a phone number', withPlace({ recipient_phone: 'call me' }), 'Dropoff place recipient phone is invalid'],
	['a missing name', withPlace({ recipient_name: ' ' }), "Dropoff place recipient name can't be blank"],
	['a missing city', withPlace({ city: undefined }), "Dropoff place city can't be blank"],
	['not an e-mail address', withPlace({ recipient_email: 'x' }), 'Dropoff place recipient email is invalid'],
	[
		'a place outside the area',
		withPlace({ postal_code: '13001' }),
		'Dropoff place postal code is not in the area we deliver in',
	],
	[
		'a floor in the address',
		withPlace({ address: '1 rue X, 3e étage' }),
		'Dropoff place address could not be found: give only number and street, the rest goes to address_instructions',
	],
	[
		'a slot that has begun',
		withSlot('2026-11-23T09:00:00.000+01:00', '2026-11-23T11:00:00.000+01:00'),
		'Dropoff slot has already started',
	],
	[
		'a reversed slot',
		withSlot('2026-11-23T18:00:00.000+01:00', '2026-11-23T16:00:00.000+01:00'),
		'Dropoff slot must end after it starts',
	],
	[
		'an empty slot',
		withSlot('2026-11-23T18:00:00.000+01:00', '2026-11-23T18:00:00.000+01:00'),
		'Dropoff slot must end after it starts',
	],
	[
		'a slot past closing time',
		withSlot('2026-11-23T19:00:00.000+01:00', '2026-11-23T21:00:00.000+01:00'),
		'Dropoff slot is outside the opening hours (08:00 to 20:00)',
	],
	[
		'a slot over midnight',
		withSlot('2026-11-23T19:00:00.000+01:00', '2026-11-24T09:00:00.000+01:00'),
		'Dropoff slot is outside the opening hours (08:00 to 20:00)',
	],
	[
		'a time without offset',
		withSlot('2026-11-23T16:00:00', '2026-11-23T18:00:00.000+01:00'),
		'Dropoff slot starting at is not a date and time with an offset',
	],
	[
		'a day that does not exist',
		withSlot('2026-11-31T16:00:00.000+01:00', '2026-12-01T18:00:00.000+01:00'),
		'Dropoff slot starting at is not a date and time with an offset',
	],
	['no slot', { dropoff: { place }, packages }, "Dropoff slot starting at can't be blank"],
	['a saved address alone', { pickup: 23, packages }, "Dropoff slot starting at can't be blank"],
	['a number for a string', withPlace({ postal_code: 75001 }), 'Dropoff place postal code must be of type string'],
	[
		'a string for a truth value',
		{ ...delivery, bring_back_containers: 'no' },
		'Bring back containers must be of type boolean',
	],
	[
		'a fraction for an amount',
		{ dropoff, packages: [{ type: 'Bouquet', amount: 1.5 }] },
		'Packages 1 amount must be of type int',
	],
	[
		'packages that are no list',
		{ dropoff, packages: { type: 'Bouquet', amount: 1 } },
		'Packages must be of type array',
	],
])('refused with 422 and a sentence: %s', async (_, body, sentence) => {
	const sandbox = createSandbox();
	const response = await post(body, sandbox);
	expect(response.status).toBe(422);
	expect(response.json.errors).toContain(sentence);
	expect(sandbox.cyke.deliveries).toEqual([]);
});

test('null stands for a field that is left out', async () => {
	const place = withPlace({ company_name: null, recipient_email: null });
	const response = await post({ ...place, comments: null, client_order_reference: null });
	expect(response.status).toBe(201);
	expect(response.json).toMatchObject({ comments: null, client_order_reference: null });
});

test('every sentence at once', async () => {
	const { json } = await post({
		dropoff: { ...dropoff, place: { ...place, city: '', recipient_phone: '' } },
		packages: [],
	});
	expect(json.errors).toHaveLength(3);
});

test.each<[string, unknown, string]>([
	['at the top', { ...delivery, reference: 'x' }, 'reference'],
	['in a task', { dropoff: { ...dropoff, slot: 1 }, packages }, 'dropoff.slot'],
	['in a place', withPlace({ floor: '3' }), 'dropoff.place.floor'],
	['in a package', { dropoff, packages: [{ type: 'Bouquet', amount: 1, weight_kg: 2 }] }, 'packages.0.weight_kg'],
	[
		'two forms in one package',
		{ dropoff, packages: [{ package_type_id: 1, type: 'Bouquet', amount: 1 }] },
		'packages.0.type',
	],
])('an unknown field is refused by name: %s', async (_, body, name) => {
	const response = await post(body);
	expect(response.status).toBe(400);
	expect(response.json.error).toContain(name);
});

test('a customer with size categories sends exactly one, once', async () => {
	const sandbox = createSandbox();
	const send = (lines: unknown[]) =>
		cyke(sandbox, 'POST', '/api/v2/deliveries', { dropoff, packages: lines }, OTHER_CYKE_HEADERS);
	expect((await send([{ package_type_id: 11, amount: 1 }])).status).toBe(201);
	expect((await send([{ package_type_id: 11, amount: 2 }])).json.errors).toEqual([
		'Packages must be exactly one size category with amount 1',
	]);
});

test('the phone may be missing where that was agreed', async () => {
	const sandbox = createSandbox();
	for (const account of sandbox.cyke.accounts) account.phoneRequired = false;
	expect((await post(withPlace({ recipient_phone: undefined }), sandbox)).status).toBe(201);
});

test('ids grow, and are the same for the same seed', async () => {
	const ids = async (seed: number) => {
		const sandbox = createSandbox({ seed });
		return [await createCykeDelivery(sandbox), await createCykeDelivery(sandbox)];
	};
	const [first = 0, second = 0] = await ids(5);
	expect(second).toBeGreaterThan(first);
	expect(await ids(5)).toEqual([first, second]);
	expect(await ids(6)).not.toEqual([first, second]);
});
