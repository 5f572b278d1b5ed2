import { cancelParcel } from '../../shared/carriers/cubyn/parcels/cancel';
import { createParcel } from '../../shared/carriers/cubyn/parcels/create';
import { deleteParcel } from '../../shared/carriers/cubyn/parcels/delete';
import { listParcels, listParcelStates } from '../../shared/carriers/cubyn/parcels/list';
import { getParcel, getParcelState } from '../../shared/carriers/cubyn/parcels/read';
import { noResponse } from '../core/scripted-ports';
import { CubynShop, parcelOrder as order } from './cubyn-shop';

let shop: CubynShop;
beforeEach(() => {
	shop = new CubynShop();
	shop.sandbox.cubyn.addStock('product_2', 40);
});

const seconds = async (count: number) => {
	await shop.sandbox.clock.advance(count * 1000);
};

test('a parcel is ordered, checked, sent and followed', async () => {
	const created = await shop.run(createParcel, order('WC-1'));
	expect(created).toMatchObject({
		outcome: 'created',
		reference: 'WC-1',
		status: 'created',
		carrierStatus: 'CREATED',
		packages: [{ name: 'product_2', amount: 2 }],
	});
	expect(created).toMatchObject({
		dropoff: { name: 'Sophie Martin', country: 'FR', phone: '+33606060606', trackingUrl: null },
	});
	await seconds(10);
	const id = Number(created.id);
	expect(await shop.run(getParcelState, { id })).toMatchObject({
		validationStatus: 'INFO',
		cancellationStatus: 'NONE',
		dropoff: { country: 'FR' },
	});
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

test('the same reference is booked once, and differences are reported', async () => {
	const created = await shop.run(createParcel, order('WC-1'));
	const again = await shop.run(createParcel, order('WC-1'));
	expect(again).toMatchObject({ outcome: 'found', id: created.id });
	expect(again.warnings).toBeUndefined();
	const elsewhere = await shop.run(
		createParcel,
		order('WC-1', {
			address: { line1: '4 place de la République', zip: '69002', city: 'Lyon', country: 'France' },
			items: [{ reference: 'product_2', count: 3 }],
		}),
	);
	expect(elsewhere).toMatchObject({
		outcome: 'found',
		id: created.id,
		warnings: [expect.stringContaining('Street'), expect.stringContaining('Items')],
	});
	expect(shop.sandbox.cubyn.parcels).toHaveLength(1);
});

test('a wrapped street is no difference', async () => {
	const long = order('WC-1', {
		address: {
			line1: 'Calle de la Constitución de mil ochocientos doce, 42',
			line2: 'Escalera B',
			zip: '28014',
			city: 'Madrid',
			country: 'España',
		},
	});
	await shop.run(createParcel, long);
	expect((await shop.run(createParcel, long)).warnings).toBeUndefined();
	expect(shop.sandbox.cubyn.parcels[0]?.input.address).toMatchObject({
		line1: 'Calle de la Constitución de mil',
		line2: 'ochocientos doce, 42 Escalera B',
		country: 'ES',
	});
});

test('a cancelled parcel makes room for another with its reference, once Cubyn has decided', async () => {
	shop.sandbox.cubyn.settings.cancellationMs = 10_000;
	const created = await shop.run(createParcel, order('WC-1'));
	expect(await shop.run(cancelParcel, { id: created.id })).toMatchObject({
		status: 'created',
		cancellationStatus: 'IN_PROGRESS',
		warnings: [expect.stringContaining('not decided yet')],
	});
	// Ten seconds until it is decided: the step waits, since a parcel that cannot be cancelled would be a double.
	const other = await shop.run(createParcel, order('WC-1'));
	expect(other).toMatchObject({ outcome: 'created' });
	expect(other.id).not.toBe(created.id);
	expect(await shop.run(getParcel, { id: created.id })).toMatchObject({
		status: 'cancelled',
		carrierStatus: 'CANCELED',
	});
});

test('a parcel whose cancellation fails stays the booking', async () => {
	const created = await shop.run(createParcel, order('WC-1'));
	shop.sandbox.cubyn.setMishap(Number(created.id), 'cancellation fails');
	await shop.run(cancelParcel, { id: created.id });
	expect(await shop.run(createParcel, order('WC-1'))).toMatchObject({ outcome: 'found', id: created.id });
});

test('as long as Cubyn has not decided, nothing is booked', async () => {
	shop.sandbox.cubyn.settings.cancellationMs = 3_600_000;
	const created = await shop.run(createParcel, order('WC-1'));
	await shop.run(cancelParcel, { id: created.id });
	expect(await shop.try(createParcel, order('WC-1'))).toMatchObject({
		ok: false,
		failure: { code: 'unavailable', message: expect.stringContaining('not decided yet'), reference: 'WC-1' },
	});
	expect(shop.sandbox.cubyn.parcels).toHaveLength(1);
});

describe('cancelling', () => {
	test('waits for the answer', async () => {
		const { id } = await shop.run(createParcel, order('WC-1'));
		expect(await shop.run(cancelParcel, { id, wait: true })).toMatchObject({
			status: 'cancelled',
			cancellationStatus: 'SUCCEEDED',
		});
		expect(await shop.run(cancelParcel, { id, wait: true })).toMatchObject({
			status: 'cancelled',
			outcome: 'already_done',
		});
	});

	test('reports when Cubyn could not', async () => {
		const { id } = await shop.run(createParcel, order('WC-1'));
		shop.sandbox.cubyn.setMishap(Number(id), 'cancellation fails');
		expect(await shop.try(cancelParcel, { id, wait: true })).toMatchObject({
			ok: false,
			failure: { code: 'too_late', message: expect.stringContaining('could not cancel') },
		});
	});

	test('reports when it is already picked', async () => {
		const { id } = await shop.run(createParcel, order('WC-1'));
		shop.sandbox.cubyn.setStatus(Number(id), 'PICKED');
		expect(await shop.try(cancelParcel, { id })).toMatchObject({
			ok: false,
			failure: { code: 'too_late', status: 403, message: expect.stringContaining('PICKED') },
		});
	});

	test('comes back undecided where Cubyn takes longer than the step may', async () => {
		shop.sandbox.cubyn.settings.cancellationMs = 3_600_000;
		const { id } = await shop.run(createParcel, order('WC-1'));
		const startedAt = shop.sandbox.clock.now();
		expect(await shop.run(cancelParcel, { id, wait: true })).toMatchObject({
			cancellationStatus: 'IN_PROGRESS',
			warnings: [expect.stringContaining('not decided yet')],
		});
		expect(shop.sandbox.clock.now() - startedAt).toBeLessThan(25_000);
	});
});

test('lists are filtered, in the words of either version', async () => {
	const first = await shop.run(createParcel, order('WC-1'));
	const second = await shop.run(createParcel, order('WC-2'));
	shop.sandbox.cubyn.setStatus(Number(second.id), 'PICKED');
	expect((await shop.runAll(listParcels, { orderRef: 'WC-1' })).map(({ id }) => id)).toEqual([first.id]);
	expect((await shop.runAll(listParcels, { status: 'PROCESSING' })).map(({ id }) => id)).toEqual([second.id]);
	expect(
		(await shop.runAll(listParcels, { parcelIds: `${String(first.id)}, ${String(second.id)}` }))
			.map(({ id }) => id)
			.sort(),
	).toEqual([first.id, second.id].sort());
	expect((await shop.runAll(listParcelStates, { status: 'PICKED' })).map(({ id }) => id)).toEqual([second.id]);
	expect((await shop.runAll(listParcelStates, { sort: 'asc' })).map(({ id }) => id)).toEqual([first.id, second.id]);
});

test('a list of more than a page is read to its end', async () => {
	for (let each = 1; each <= 1203; each += 1) shop.sandbox.cubyn.book({ ...order(`WC-${each}`), phone: '0606060606' });
	const all = await shop.runAll(listParcels, {});
	expect(new Set(all.map(({ id }) => id)).size).toBe(1203);
	expect(shop.sandbox.journal.entries.filter(({ route }) => route === 'parcelsV3.list')).toHaveLength(3);
});

test('a problem with a field is reported by its label, without a stack', async () => {
	const refused = await shop.try(createParcel, order('WC-1', { email: 'a@b', phone: '+331' }));
	expect(refused).toMatchObject({ ok: false });
	const wrong = await shop.try(createParcel, order('WC-1', { email: 'a@b' }));
	expect(wrong).toMatchObject({
		ok: false,
		failure: {
			code: 'refused',
			message: expect.stringContaining('Email was refused by Cubyn: Validation isEmail failed'),
			problems: [{ path: ['email'] }],
		},
	});
	shop.sandbox.cubyn.settings.tokensExpired = true;
	const expired = await shop.try(createParcel, order('WC-1'));
	expect(expired).toMatchObject({
		ok: false,
		failure: { code: 'not_authorised', message: expect.stringContaining('Token validity is expired') },
	});
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
	['a Polish one to Poland', '501 234 567', 'PL', {}, '+48501234567'],
	['a mobile of France to Switzerland, as France groups it', '06 12 34 56 78', 'Switzerland', {}, '+33612345678'],
	['a line in Basel, as Switzerland groups it', '061 234 56 78', 'CHE', {}, '+41612345678'],
	['one of Réunion, with France as its country', '0692 12 34 56', 'France', {}, '+262692123456'],
	['one with a prefix, wherever it goes', '+34 612 345 678', 'FR', {}, '+34612345678'],
	['of a shop in Spain, at home', '612 345 678', 'ES', { home_country: 'ES' }, '+34612345678'],
])('a phone number is of the country that is called: %s', async (_name, phone, country, connection, expected) => {
	const own = new CubynShop({ application_key: 'CubynSandboxKey0001', ...connection });
	const zips: Readonly<Record<string, string>> = { Belgique: '1000', PL: '00-950', Switzerland: '4001', CHE: '4001' };
	const address = { line1: 'Calle Mayor 1', zip: zips[country] ?? '28013', city: 'Madrid', country };
	expect(await own.run(createParcel, order('WC-1', { address, phone }))).toMatchObject({
		dropoff: { phone: expected },
	});
});

test('a number without a prefix is not guessed for a country whose numbers nobody here knows', async () => {
	const address = { line1: '1-1 Chiyoda', zip: '100-0001', city: 'Tokyo', country: 'JP' };
	expect(await shop.try(createParcel, order('WC-1', { address, phone: '501 234 567' }))).toMatchObject({
		ok: false,
		failure: { code: 'invalid_input', problems: [{ path: ['phone'] }] },
	});
});

test('a parcel of a legacy account is deleted once: when nobody heard the answer, it is gone all the same', async () => {
	let faultsLeft = 1;
	const own = new CubynShop(undefined, undefined, (request, send) => {
		if (request.method !== 'DELETE' || faultsLeft === 0) return undefined;
		faultsLeft -= 1;
		return send().then(() => noResponse('maybe'));
	});
	const { id } = await own.run(
		createParcel,
		order('PS-1', { goods: 'collected', items: [{ name: 'iPhone 7', count: 1, value: 649.9 }] }),
	);
	expect(await own.run(deleteParcel, { id })).toMatchObject({
		id,
		deleted: true,
		outcome: 'already_done',
		warnings: [expect.stringContaining('deleted before, or never was there')],
	});
	expect(await own.try(getParcel, { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
});
