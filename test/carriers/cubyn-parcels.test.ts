import { cancelParcel } from '../../shared/carriers/cubyn/parcels/cancel';
import { createParcel } from '../../shared/carriers/cubyn/parcels/create';
import { deleteParcel } from '../../shared/carriers/cubyn/parcels/delete';
import { listParcels, listParcelStates } from '../../shared/carriers/cubyn/parcels/list';
import { getParcel, getParcelState } from '../../shared/carriers/cubyn/parcels/read';
import type { JsonObject } from '../../shared/declare/json';
import { lost } from '../core/ports';
import { CubynShop } from './cubyn-shop';

let shop: CubynShop;
beforeEach(() => {
	shop = new CubynShop();
	shop.sandbox.cubyn.stock('product_2', 40);
});

const order = (reference: string, more: JsonObject = {}): JsonObject => ({
	orderRef: reference,
	firstName: 'Sophie',
	lastName: 'Martin',
	address: { line1: '3 place de la République', zip: '69002', city: 'Lyon', country: 'fr' },
	phone: '06 06 06 06 06',
	items: [{ reference: 'product_2', count: 2 }],
	...more,
});

const seconds = async (count: number) => {
	await shop.sandbox.clock.advance(count * 1000);
};

test('a parcel is ordered, checked, sent and followed', async () => {
	const made = await shop.run(createParcel, order('WC-1'));
	expect(made).toMatchObject({ outcome: 'created', reference: 'WC-1', status: 'created', carrierStatus: 'CREATED', packages: [{ name: 'product_2', amount: 2 }] });
	expect(made).toMatchObject({ dropoff: { name: 'Sophie Martin', country: 'FR', phone: '+33606060606', trackingUrl: null } });
	await seconds(10);
	const id = Number(made.id);
	expect(await shop.run(getParcelState, { id })).toMatchObject({ validationStatus: 'INFO', cancellationStatus: 'NONE', dropoff: { country: 'FR' } });
	shop.sandbox.cubyn.setStatus(id, 'PICKED');
	shop.sandbox.cubyn.setStatus(id, 'SHIPPED');
	expect(await shop.run(getParcel, { id })).toMatchObject({
		status: 'in_transit',
		carrierStatus: 'SHIPPED',
		reference: 'WC-1',
		trackingNumber: `CUB${id}`,
		dropoff: { trackingUrl: `http://track.cubyn.com/CUB${id}` },
	});
});

test('the same reference is booked once, and what differs is said', async () => {
	const made = await shop.run(createParcel, order('WC-1'));
	const again = await shop.run(createParcel, order('WC-1'));
	expect(again).toMatchObject({ outcome: 'found', id: made.id });
	expect(again.warnings).toBeUndefined();
	const elsewhere = await shop.run(createParcel, order('WC-1', { address: { line1: '4 place de la République', zip: '69002', city: 'Lyon', country: 'France' }, items: [{ reference: 'product_2', count: 3 }] }));
	expect(elsewhere).toMatchObject({ outcome: 'found', id: made.id, warnings: [expect.stringContaining('Street'), expect.stringContaining('Items')] });
	expect(shop.sandbox.cubyn.parcels).toHaveLength(1);
});

test('a wrapped street, and a house number brought to the front, are no difference', async () => {
	const long = order('WC-1', { address: { line1: 'Calle de la Constitución de mil ochocientos doce, 42', line2: 'Escalera B', zip: '28014', city: 'Madrid', country: 'España' } });
	await shop.run(createParcel, long);
	expect((await shop.run(createParcel, long)).warnings).toBeUndefined();
	expect(shop.sandbox.cubyn.parcels[0]?.given.address).toMatchObject({ line1: '42 Calle de la Constitución de mil', line2: 'ochocientos doce Escalera B', country: 'Spain' });
});

test('a cancelled parcel makes room for another with its reference, once Cubyn has decided', async () => {
	shop.sandbox.cubyn.settings.cancellationMs = 10_000;
	const made = await shop.run(createParcel, order('WC-1'));
	expect(await shop.run(cancelParcel, { id: made.id })).toMatchObject({ status: 'created', cancellationStatus: 'IN_PROGRESS', warnings: [expect.stringContaining('not decided yet')] });
	// Ten seconds until it is decided: the step waits, since a parcel that cannot be cancelled would be a double.
	const other = await shop.run(createParcel, order('WC-1'));
	expect(other).toMatchObject({ outcome: 'created' });
	expect(other.id).not.toBe(made.id);
	expect(await shop.run(getParcel, { id: made.id })).toMatchObject({ status: 'cancelled', carrierStatus: 'CANCELED' });
});

test('a parcel whose cancellation fails stays the booking', async () => {
	const made = await shop.run(createParcel, order('WC-1'));
	shop.sandbox.cubyn.willMeet(Number(made.id), 'cancellation fails');
	await shop.run(cancelParcel, { id: made.id });
	expect(await shop.run(createParcel, order('WC-1'))).toMatchObject({ outcome: 'found', id: made.id });
});

test('as long as Cubyn has not decided, nothing is booked', async () => {
	shop.sandbox.cubyn.settings.cancellationMs = 3_600_000;
	const made = await shop.run(createParcel, order('WC-1'));
	await shop.run(cancelParcel, { id: made.id });
	expect(await shop.try(createParcel, order('WC-1'))).toMatchObject({ ok: false, failure: { code: 'unavailable', message: expect.stringContaining('not decided yet'), reference: 'WC-1' } });
	expect(shop.sandbox.cubyn.parcels).toHaveLength(1);
});

describe('cancelling', () => {
	test('waits for the answer', async () => {
		const { id } = await shop.run(createParcel, order('WC-1'));
		expect(await shop.run(cancelParcel, { id, wait: true })).toMatchObject({ status: 'cancelled', cancellationStatus: 'SUCCEEDED' });
		expect(await shop.run(cancelParcel, { id, wait: true })).toMatchObject({ status: 'cancelled', outcome: 'already' });
	});

	test('says when Cubyn could not', async () => {
		const { id } = await shop.run(createParcel, order('WC-1'));
		shop.sandbox.cubyn.willMeet(Number(id), 'cancellation fails');
		expect(await shop.try(cancelParcel, { id, wait: true })).toMatchObject({ ok: false, failure: { code: 'too_late', message: expect.stringContaining('could not cancel') } });
	});

	test('says when it is picked already', async () => {
		const { id } = await shop.run(createParcel, order('WC-1'));
		shop.sandbox.cubyn.setStatus(Number(id), 'PICKED');
		expect(await shop.try(cancelParcel, { id })).toMatchObject({ ok: false, failure: { code: 'too_late', status: 403, message: expect.stringContaining('PICKED') } });
	});

	test('comes back undecided where Cubyn takes longer than the step may', async () => {
		shop.sandbox.cubyn.settings.cancellationMs = 3_600_000;
		const { id } = await shop.run(createParcel, order('WC-1'));
		const began = shop.sandbox.clock.now();
		expect(await shop.run(cancelParcel, { id, wait: true })).toMatchObject({ cancellationStatus: 'IN_PROGRESS', warnings: [expect.stringContaining('not decided yet')] });
		expect(shop.sandbox.clock.now() - began).toBeLessThan(25_000);
	});
});

test('lists are filtered, in the words of either version', async () => {
	const first = await shop.run(createParcel, order('WC-1'));
	const second = await shop.run(createParcel, order('WC-2'));
	shop.sandbox.cubyn.setStatus(Number(second.id), 'PICKED');
	expect((await shop.all(listParcels, { orderRef: 'WC-1' })).map(({ id }) => id)).toEqual([first.id]);
	expect((await shop.all(listParcels, { status: 'PROCESSING' })).map(({ id }) => id)).toEqual([second.id]);
	expect((await shop.all(listParcels, { parcelIds: `${String(first.id)}, ${String(second.id)}` })).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
	expect((await shop.all(listParcelStates, { status: 'PICKED' })).map(({ id }) => id)).toEqual([second.id]);
	expect((await shop.all(listParcelStates, { sort: 'asc' })).map(({ id }) => id)).toEqual([first.id, second.id]);
});

test('a list of more than a page is read to its end', async () => {
	for (let each = 1; each <= 1203; each += 1) shop.sandbox.cubyn.book({ ...order(`WC-${each}`), phone: '0606060606' });
	const all = await shop.all(listParcels, {});
	expect(new Set(all.map(({ id }) => id)).size).toBe(1203);
	expect(shop.sandbox.journal.entries.filter(({ route }) => route === 'parcelsV3.list')).toHaveLength(3);
});

test('what Cubyn finds wrong with a field is said by its label, and no stack is shown', async () => {
	const refused = await shop.try(createParcel, order('WC-1', { email: 'a@b', phone: '+331' }));
	expect(refused).toMatchObject({ ok: false });
	const wrong = await shop.try(createParcel, order('WC-1', { email: 'a@b' }));
	expect(wrong).toMatchObject({ ok: false, failure: { code: 'refused', message: expect.stringContaining('Email was refused by Cubyn: Validation isEmail failed'), problems: [{ path: ['email'] }] } });
	shop.sandbox.cubyn.settings.tokensExpired = true;
	const expired = await shop.try(createParcel, order('WC-1'));
	expect(expired).toMatchObject({ ok: false, failure: { code: 'not_authorised', message: expect.stringContaining('Token validity is expired') } });
	expect(JSON.stringify(expired)).not.toContain('stack');
});

test('another merchant sees nothing of it', async () => {
	const { id } = await shop.run(createParcel, order('WC-1'));
	const foreign = new CubynShop({ application_key: 'CubynSandboxKey0003', home_country: 'ES' });
	expect(await foreign.try(getParcel, { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
});

test.each([
	['a Spanish one to Spain', '612 345 678', 'Spain', {}, '+34612345678'],
	['a French one to Spain, which no Spanish number can be', '06 06 06 06 06', 'es', {}, '+33606060606'],
	['a Belgian one to Belgium', '0471 23 45 67', 'Belgique', {}, '+32471234567'],
	['one with a prefix, wherever it goes', '+34 612 345 678', 'FR', {}, '+34612345678'],
	['of a shop in Spain, at home', '612 345 678', 'ES', { home_country: 'ES' }, '+34612345678'],
])('a phone number is of the country that is called: %s', async (_name, phone, country, connection, expected) => {
	const own = new CubynShop({ application_key: 'CubynSandboxKey0001', ...connection });
	const address = { line1: 'Calle Mayor 1', zip: '28013', city: 'Madrid', country };
	expect(await own.run(createParcel, order('WC-1', { address, phone }))).toMatchObject({ dropoff: { phone: expected } });
});

test('a number without a prefix is not guessed for a country whose numbers nobody here knows', async () => {
	const address = { line1: 'ul. Piekna 1', zip: '00-001', city: 'Warszawa', country: 'PL' };
	expect(await shop.try(createParcel, order('WC-1', { address, phone: '501 234 567' }))).toMatchObject({ ok: false, failure: { code: 'invalid_input', problems: [{ path: ['phone'] }] } });
});

test('a parcel of the older product is deleted once: when nobody heard the answer, it is gone all the same', async () => {
	let left = 1;
	const own = new CubynShop(undefined, undefined, (request, send) => {
		if (request.method !== 'DELETE' || left === 0) return undefined;
		left -= 1;
		return send().then(() => lost('maybe'));
	});
	const { id } = await own.run(createParcel, order('PS-1', { items: [{ name: 'iPhone 7', value: 649.9 }] }));
	expect(await own.run(deleteParcel, { id })).toMatchObject({ id, deleted: true, outcome: 'already', warnings: [expect.stringContaining('deleted before, or never was there')] });
	expect(await own.try(getParcel, { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
});
