import { createReturn, getReturn } from '../../shared/carriers/cubyn/returns/create';
import { createReturnAndGetLabel, getReturnLabel } from '../../shared/carriers/cubyn/returns/label';
import { createDeliveredParcel, createCubynParcel } from '../sandbox/cubyn-client';
import { CubynHarness } from './cubyn-harness';
import { failureOf, itemOf } from './scripted-deliverit';

let cubyn: CubynHarness;
beforeEach(() => {
	cubyn = new CubynHarness();
});

const returnsAt = () => cubyn.sandbox.cubyn.parcels.filter(({ type }) => type === 'RECIPIENT_RETURN');
const path = (id: number) => `/v2/parcels/${id}/recipient-returns`;

test('a return and its label in one step: waits until the PDF is there', async () => {
	const id = await createDeliveredParcel(cubyn.sandbox);
	const item = itemOf(await cubyn.run(createReturnAndGetLabel, { id }));
	expect(item).toMatchObject({
		type: 'RECIPIENT_RETURN',
		outcome: 'created',
		labelStatus: 'SUCCESS',
		reference: 'my_order_reference',
	});
	const [link] = createReturnAndGetLabel.files?.(item) ?? [];
	expect(link).toMatchObject({
		key: 'label',
		name: `return-label-${String(item.id)}`,
		isPublic: true,
		refresh: { input: { id: item.labelId }, key: 'file' },
	});
	const pdf = await cubyn.sandbox.fetch(link?.url ?? '');
	expect(await pdf.text()).toContain(`CUB${String(item.id)}`);
	expect(createReturnAndGetLabel.output.safeParse(item).error?.issues ?? []).toEqual([]);

	const again = itemOf(await cubyn.run(createReturnAndGetLabel, { id }));
	expect(again).toMatchObject({ id: item.id, outcome: 'found', labelId: item.labelId });
	expect(cubyn.postCount(path(id))).toBe(1);
	// The first link has died; the label's own step gives another.
	await cubyn.sandbox.clock.advance(6 * 60_000);
	expect((await cubyn.sandbox.fetch(link?.url ?? '')).status).toBe(403);
	const [fresh] = getReturnLabel.files?.(itemOf(await cubyn.run(getReturnLabel, { id: item.id }))) ?? [];
	expect((await cubyn.sandbox.fetch(fresh?.url ?? '')).status).toBe(200);
});

test('a label that takes too long: the return is booked, and a warning says how to get the label', async () => {
	cubyn.sandbox.cubyn.settings.labelMs = 60_000;
	const item = itemOf(await cubyn.run(createReturnAndGetLabel, { id: await createDeliveredParcel(cubyn.sandbox) }));
	expect(item).toMatchObject({
		outcome: 'created',
		labelStatus: 'IN_PROGRESS',
		files: [],
		warnings: [expect.stringContaining(`"Get Return Label" with the return ${String(item.id)}`)],
	});
	expect(createReturnAndGetLabel.files?.(item)).toEqual([]);
	await cubyn.sandbox.clock.advance(60_000);
	expect(itemOf(await cubyn.run(getReturnLabel, { id: item.id }))).toMatchObject({
		ready: true,
		files: [{ key: 'file' }],
	});
});

test('labels that cannot be read leave a return with a warning', async () => {
	const id = await createDeliveredParcel(cubyn.sandbox);
	cubyn.fault = (_nth, { url }) => (url.includes('/v2/attachments') ? 'lost before' : undefined);
	const item = itemOf(await cubyn.run(createReturnAndGetLabel, { id }));
	expect(item).toMatchObject({
		outcome: 'created',
		files: [],
		warnings: [expect.stringContaining('its label could not be read')],
	});
});

test('after a lost response the return is found by the order reference', async () => {
	const id = await createDeliveredParcel(cubyn.sandbox);
	cubyn.fault = (_nth, { method }) => (method === 'POST' ? 'lost after' : undefined);
	expect(itemOf(await cubyn.run(createReturn, { id }))).toMatchObject({
		outcome: 'created',
		warnings: [expect.stringContaining('lost on the way')],
	});
	expect(returnsAt()).toHaveLength(1);
	expect(cubyn.postCount(path(id))).toBe(1);
});

test('without a reference Cubyn itself refuses the second, and the first is found by customer and goods', async () => {
	const id = await createDeliveredParcel(cubyn.sandbox, { orderRef: undefined });
	cubyn.fault = (_nth, { method }) => (method === 'POST' && cubyn.postCount(path(id)) === 1 ? 'lost after' : undefined);
	const item = itemOf(await cubyn.run(createReturn, { id }));
	expect(item).toMatchObject({
		id: String(returnsAt()[0]?.id),
		outcome: 'found',
		warnings: [expect.stringContaining('no reference')],
	});
	expect(returnsAt()).toHaveLength(1);
	expect(await cubyn.run(createReturn, { id }, { ifExists: 'fail' })).toMatchObject({
		ok: false,
		failure: { code: 'already_exists' },
	});
	expect(itemOf(await cubyn.run(getReturn, { id }))).toMatchObject({ id: item.id });
});

test('two parcels of one customer without references: each gets its own return', async () => {
	const ids = [
		await createDeliveredParcel(cubyn.sandbox, { orderRef: undefined }),
		await createDeliveredParcel(cubyn.sandbox, { orderRef: undefined }),
	];
	for (const id of ids) expect(itemOf(await cubyn.run(createReturn, { id }))).toMatchObject({ outcome: 'created' });
	expect(returnsAt()).toHaveLength(2);
});

test("two parcels of one order: each gets its own return, and the other's is not taken for it", async () => {
	const goods = [
		{ items: [{ reference: 'product_name', count: 1 }] },
		{ items: [{ reference: 'product_name_2', count: 2 }] },
	];
	const ids: number[] = [];
	for (const more of goods) ids.push(await createDeliveredParcel(cubyn.sandbox, more));
	const [first = 0, second = 0] = ids;
	itemOf(await cubyn.run(createReturn, { id: first }));
	expect(failureOf(await cubyn.run(getReturn, { id: second })).code).toBe('not_found');
	const other = itemOf(await cubyn.run(createReturn, { id: second }));
	expect(other).toMatchObject({ outcome: 'created' });
	expect(returnsAt()).toHaveLength(2);
	const again = itemOf(await cubyn.run(createReturn, { id: second }));
	expect(again).toMatchObject({
		id: other.id,
		outcome: 'found',
		warnings: [expect.stringContaining('Several parcels have the reference')],
	});
	expect(returnsAt()).toHaveLength(2);
});

test("what cannot come back is refused in Cubyn's words, and no other return is taken for it", async () => {
	const other = await createDeliveredParcel(cubyn.sandbox, { orderRef: undefined });
	itemOf(await cubyn.run(createReturn, { id: other }));
	const undelivered = await createCubynParcel(cubyn.sandbox, { orderRef: undefined });
	expect(failureOf(await cubyn.run(createReturn, { id: undelivered }))).toMatchObject({
		code: 'refused',
		message: expect.stringContaining('Parcel is not delivered'),
	});
	const returnId = returnsAt()[0]?.id ?? 0;
	expect(failureOf(await cubyn.run(createReturn, { id: returnId }))).toMatchObject({
		code: 'refused',
		message: expect.stringContaining('cannot be returned'),
	});
	expect(failureOf(await cubyn.run(createReturn, { id: 1 }))).toMatchObject({ code: 'not_found' });
	expect(failureOf(await cubyn.run(getReturn, { id: undelivered }))).toMatchObject({ code: 'not_found' });
});

test('a label in the making is not ready yet, and a parcel that is no return has none', async () => {
	cubyn.sandbox.cubyn.settings.labelMs = 60_000;
	const id = await createDeliveredParcel(cubyn.sandbox);
	const made = itemOf(await cubyn.run(createReturn, { id }));
	expect(failureOf(await cubyn.run(getReturnLabel, { id: made.id }))).toMatchObject({
		code: 'unavailable',
		message: expect.stringContaining('is not ready yet'),
		advice: expect.stringContaining('Run the step again'),
	});
	expect(failureOf(await cubyn.run(getReturnLabel, { id }))).toMatchObject({
		code: 'not_found',
		message: expect.stringContaining('is no return'),
	});
});

test('a host that may wait gives a label that takes half a minute', async () => {
	cubyn.sandbox.cubyn.settings.labelMs = 33_000;
	const id = await createDeliveredParcel(cubyn.sandbox);
	const made = itemOf(await cubyn.runPatiently(createReturnAndGetLabel, { id }));
	expect(made).toMatchObject({ outcome: 'created', files: [expect.objectContaining({ url: expect.any(String) })] });
	expect(made.warnings ?? null).toBeNull();
	const other = await createDeliveredParcel(cubyn.sandbox);
	const quick = itemOf(await cubyn.run(createReturn, { id: other }));
	expect(failureOf(await cubyn.run(getReturnLabel, { id: quick.id })).message).toContain('is not ready yet');
	expect(itemOf(await cubyn.runPatiently(getReturnLabel, { id: quick.id }))).toMatchObject({ ready: true });
});
