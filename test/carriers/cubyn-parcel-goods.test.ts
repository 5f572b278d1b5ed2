import { createParcel } from '../../shared/carriers/cubyn/parcels/create';
import { getParcel } from '../../shared/carriers/cubyn/parcels/read';
import type { JsonObject } from '../../shared/json';
import { CubynShop, parcelOrder as order } from './cubyn-shop';

let shop: CubynShop;
beforeEach(() => {
	shop = new CubynShop();
	shop.sandbox.cubyn.addStock('product_2', 40);
});

const seconds = async (count: number) => {
	await shop.sandbox.clock.advance(count * 1000);
};

test.each([
	['no list at all', { items: undefined }, 'Items needs at least one item'],
	['an empty list', { items: [] }, 'Items needs at least one item'],
	['a list of something else', { items: [{ customer: 'x' }] }, 'Item 1 SKU is missing'],
	['a list without quantities', { items: [{ reference: 'product_2' }] }, 'Item 1 Quantity is missing'],
	['names and prices without a SKU', { items: [{ name: 'Mug', count: 1, value: 3 }] }, 'Item 1 SKU is missing'],
])('%s orders nothing', async (_title, more: JsonObject, sentence) => {
	const result = await shop.try(createParcel, order('WC-1', more));
	expect(result).toMatchObject({ ok: false, failure: { message: expect.stringContaining(sentence) } });
	expect(shop.ports.sent).toEqual([]);
});

test("a shop's lines go out as SKU and quantity", async () => {
	const lines = [{ reference: 'product_2', count: '2', name: 'Mug', value: '12,50' }];
	await shop.run(createParcel, order('WC-1', { items: lines }));
	expect(shop.sandbox.cubyn.parcels[0]?.input.items).toEqual([{ reference: 'product_2', count: 2 }]);
});

test('a parcel is not held back for a long company', async () => {
	const item = await shop.run(
		createParcel,
		order('WC-1', { organizationName: "Association des parents d'élèves de Vaise", lastName: 'M'.repeat(40) }),
	);
	expect(shop.sandbox.cubyn.parcels[0]?.input).toMatchObject({
		organizationName: "Association des parents d'élèves de",
		lastName: 'M'.repeat(35),
		address: { line1: '3 place de la République', additionalInformation: 'Vaise' },
	});
	expect(item.warnings).toEqual([expect.stringContaining('The name has more than 35 characters')]);
	const again = await shop.run(
		createParcel,
		order('WC-1', { organizationName: "Association des parents d'élèves de Vaise", lastName: 'M'.repeat(40) }),
	);
	expect(again).toMatchObject({ outcome: 'found' });
	expect(again.warnings).toBeUndefined();
});

test('a found parcel that goes elsewhere, to somebody else or otherwise says so', async () => {
	await shop.run(createParcel, order('WC-1', { email: 'sophie@example.org' }));
	const found = await shop.run(
		createParcel,
		order('WC-1', {
			firstName: 'Paul',
			phone: '06 11 22 33 44',
			email: 'paul@example.org',
			deliveryMode: 'relay',
			relayPickupRef: '020123',
		}),
	);
	const warnings = Array.isArray(found.warnings) ? found.warnings.join(' ') : '';
	for (const label of ['Name', 'Phone', 'Email', 'Delivery Mode']) expect(warnings).toContain(`${label} is "`);
});

test('a parcel that failed the check needs attention, and is read by its tracking number', async () => {
	const { id } = await shop.run(createParcel, order('WC-1', { items: [{ reference: 'product_2', count: 1_000 }] }));
	await seconds(10);
	expect(await shop.run(getParcel, { id: `CUB${String(id)}` })).toMatchObject({
		id,
		status: 'needs_attention',
		terminal: false,
		carrierStatus: 'VALIDATION_FAILED',
		reason: expect.stringContaining('did not pass'),
	});
});
