import { createReturn, getReturn } from '../../shared/carriers/cubyn/returns/create';
import { createReturnAndGetLabel, getReturnLabel } from '../../shared/carriers/cubyn/returns/label';
import { delivered, made } from '../sandbox/cubynShop';
import { Cubyning } from './cubyning';
import { failureOf, itemOf } from './delivering';

let cubyn: Cubyning;
beforeEach(() => {
	cubyn = new Cubyning();
});

const returnsAt = () => cubyn.sandbox.cubyn.parcels.filter(({ type }) => type === 'RECIPIENT_RETURN');
const path = (id: number) => `/v2/parcels/${id}/recipient-returns`;

test('a return and its label in one step: waits until the PDF is there', async () => {
	const id = await delivered(cubyn.sandbox);
	const item = itemOf(await cubyn.run(createReturnAndGetLabel, { id }));
	expect(item).toMatchObject({ type: 'RECIPIENT_RETURN', outcome: 'created', labelStatus: 'SUCCESS', reference: 'my_order_reference' });
	const [link] = createReturnAndGetLabel.files?.(item) ?? [];
	expect(link).toMatchObject({ key: 'label', name: `return-label-${String(item.id)}`, open: true, fresh: { input: { id: item.labelId }, key: 'file' } });
	const pdf = await cubyn.sandbox.fetch(link?.url ?? '');
	expect(await pdf.text()).toContain(`CUB${String(item.id)}`);
	expect(createReturnAndGetLabel.output.safeParse(item).error?.issues ?? []).toEqual([]);

	const again = itemOf(await cubyn.run(createReturnAndGetLabel, { id }));
	expect(again).toMatchObject({ id: item.id, outcome: 'found', labelId: item.labelId });
	expect(cubyn.posts(path(id))).toBe(1);
	// The first link has died; the label's own step gives another.
	await cubyn.sandbox.clock.advance(6 * 60_000);
	expect((await cubyn.sandbox.fetch(link?.url ?? '')).status).toBe(403);
	const [fresh] = getReturnLabel.files?.(itemOf(await cubyn.run(getReturnLabel, { id: item.id }))) ?? [];
	expect((await cubyn.sandbox.fetch(fresh?.url ?? '')).status).toBe(200);
});

test('a label that takes too long: the return stands, and how to get the label is said', async () => {
	cubyn.sandbox.cubyn.settings.labelMs = 60_000;
	const item = itemOf(await cubyn.run(createReturnAndGetLabel, { id: await delivered(cubyn.sandbox) }));
	expect(item).toMatchObject({ outcome: 'created', labelStatus: 'IN_PROGRESS', files: [], warnings: [expect.stringContaining(`"Get Return Label" with the return ${String(item.id)}`)] });
	expect(createReturnAndGetLabel.files?.(item)).toEqual([]);
	await cubyn.sandbox.clock.advance(60_000);
	expect(itemOf(await cubyn.run(getReturnLabel, { id: item.id }))).toMatchObject({ ready: true, files: [{ key: 'file' }] });
});

test('labels that cannot be read leave a return with a warning', async () => {
	const id = await delivered(cubyn.sandbox);
	cubyn.trouble = (_nth, { url }) => (url.includes('/v2/attachments') ? 'lost before' : undefined);
	const item = itemOf(await cubyn.run(createReturnAndGetLabel, { id }));
	expect(item).toMatchObject({ outcome: 'created', files: [], warnings: [expect.stringContaining('its label could not be read')] });
});

test('a lost answer is found by the order reference', async () => {
	const id = await delivered(cubyn.sandbox);
	cubyn.trouble = (_nth, { method }) => (method === 'POST' ? 'lost after' : undefined);
	expect(itemOf(await cubyn.run(createReturn, { id }))).toMatchObject({ outcome: 'created', warnings: [expect.stringContaining('lost on the way')] });
	expect(returnsAt()).toHaveLength(1);
	expect(cubyn.posts(path(id))).toBe(1);
});

test('without a reference Cubyn itself refuses the second, and the first is found by customer and goods', async () => {
	const id = await delivered(cubyn.sandbox, { orderRef: undefined });
	cubyn.trouble = (_nth, { method }) => (method === 'POST' && cubyn.posts(path(id)) === 1 ? 'lost after' : undefined);
	const item = itemOf(await cubyn.run(createReturn, { id }));
	expect(item).toMatchObject({ id: String(returnsAt()[0]?.id), outcome: 'found', warnings: [expect.stringContaining('no reference')] });
	expect(returnsAt()).toHaveLength(1);
	expect(await cubyn.run(createReturn, { id }, { ifExists: 'fail' })).toMatchObject({ ok: false, failure: { code: 'already_exists' } });
	expect(itemOf(await cubyn.run(getReturn, { id }))).toMatchObject({ id: item.id });
});

test('two parcels of one customer without references: each gets its own return', async () => {
	const ids = [await delivered(cubyn.sandbox, { orderRef: undefined }), await delivered(cubyn.sandbox, { orderRef: undefined })];
	for (const id of ids) expect(itemOf(await cubyn.run(createReturn, { id }))).toMatchObject({ outcome: 'created' });
	expect(returnsAt()).toHaveLength(2);
});

test('two parcels of one order: each gets its own return, and the other\'s is not taken for it', async () => {
	const goods = [{ items: [{ reference: 'product_name', count: 1 }] }, { items: [{ reference: 'product_name_2', count: 2 }] }];
	const ids: number[] = [];
	for (const more of goods) ids.push(await delivered(cubyn.sandbox, more));
	const [first = 0, second = 0] = ids;
	itemOf(await cubyn.run(createReturn, { id: first }));
	expect(failureOf(await cubyn.run(getReturn, { id: second })).code).toBe('not_found');
	const other = itemOf(await cubyn.run(createReturn, { id: second }));
	expect(other).toMatchObject({ outcome: 'created' });
	expect(returnsAt()).toHaveLength(2);
	const again = itemOf(await cubyn.run(createReturn, { id: second }));
	expect(again).toMatchObject({ id: other.id, outcome: 'found', warnings: [expect.stringContaining('Several parcels have the reference')] });
	expect(returnsAt()).toHaveLength(2);
});

test('what cannot come back is refused in Cubyn\'s words, and no other return is taken for it', async () => {
	const other = await delivered(cubyn.sandbox, { orderRef: undefined });
	itemOf(await cubyn.run(createReturn, { id: other }));
	const early = await made(cubyn.sandbox, { orderRef: undefined });
	expect(failureOf(await cubyn.run(createReturn, { id: early }))).toMatchObject({ code: 'refused', message: expect.stringContaining('Parcel is not delivered') });
	const back = returnsAt()[0]?.id ?? 0;
	expect(failureOf(await cubyn.run(createReturn, { id: back }))).toMatchObject({ code: 'refused', message: expect.stringContaining('cannot be returned') });
	expect(failureOf(await cubyn.run(createReturn, { id: 1 }))).toMatchObject({ code: 'not_found' });
	expect(failureOf(await cubyn.run(getReturn, { id: early }))).toMatchObject({ code: 'not_found' });
});
