import { addAttachment } from '../../shared/carriers/cubyn/files/add-attachment';
import { deleteAttachment, getAttachment, listAttachments } from '../../shared/carriers/cubyn/files/attachments';
import { uploadFile } from '../../shared/carriers/cubyn/files/upload';
import type { JsonObject } from '../../shared/json';
import { createCubynParcel } from '../sandbox/cubyn-client';
import { CubynHarness, pdfBytes, pngBytes } from './cubyn-harness';
import { failureOf, itemOf } from './scripted-deliverit';

let cubyn: CubynHarness;
let parcelId: number;
beforeEach(async () => {
	cubyn = new CubynHarness();
	parcelId = await createCubynParcel(cubyn.sandbox);
	cubyn.addFile('invoice', 'invoice.pdf', 'application/octet-stream', pdfBytes());
	cubyn.addFile('photo', 'photo.png', 'image/png', pngBytes());
});

const invoice = (more: JsonObject = {}) => ({ parcelId, file: 'invoice', name: 'invoice.pdf', ...more });

test('a document is added, listed, read with its link, and deleted', async () => {
	const added = itemOf(await cubyn.run(addAttachment, invoice()));
	expect(added).toMatchObject({
		parcelId: String(parcelId),
		name: 'invoice.pdf',
		carrierStatus: 'SUCCESS',
		ready: true,
		outcome: 'created',
	});
	expect(itemOf(await cubyn.run(listAttachments, { parcelId }))).toMatchObject({ id: added.id, files: [] });
	const read = itemOf(await cubyn.run(getAttachment, { id: added.id }));
	const [link] = getAttachment.files?.(read) ?? [];
	expect(link).toMatchObject({
		key: 'file',
		name: 'invoice',
		isPublic: true,
		refresh: { input: { id: added.id }, key: 'file' },
	});
	expect(Buffer.from(await (await cubyn.sandbox.fetch(link?.url ?? '')).arrayBuffer())).toEqual(
		Buffer.from(pdfBytes()),
	);
	expect(itemOf(await cubyn.run(deleteAttachment, { id: added.id }))).toEqual({
		id: added.id,
		carrier: 'cubyn',
		deleted: true,
	});
	expect(itemOf(await cubyn.run(deleteAttachment, { id: added.id }))).toMatchObject({
		deleted: true,
		outcome: 'already_done',
	});
});

test('the same name is printed once, even after a lost response', async () => {
	cubyn.fault = (_nth, { method }) =>
		method === 'POST' && cubyn.postCount('/v2/attachments') === 1 ? 'lost after' : undefined;
	const first = itemOf(await cubyn.run(addAttachment, invoice()));
	expect(first).toMatchObject({ outcome: 'created', warnings: [expect.stringContaining('lost on the way')] });
	expect(itemOf(await cubyn.run(addAttachment, invoice()))).toMatchObject({ id: first.id, outcome: 'found' });
	expect(cubyn.postCount('/v2/attachments')).toBe(1);
	expect(itemOf(await cubyn.run(addAttachment, invoice({ name: 'manual.pdf' })))).toMatchObject({ outcome: 'created' });
	expect(cubyn.sandbox.cubyn.attachments).toHaveLength(2);
});

test('"Cancel the Later One" takes the later of two off again', async () => {
	itemOf(await cubyn.run(addAttachment, invoice(), { ifExists: 'another', onDuplicate: 'cancel_later' }));
	expect(cubyn.sandbox.cubyn.attachments.filter(({ deleted }) => !deleted)).toHaveLength(1);
});

test.each([
	['photo', 'must be a file of the type PDF, not image/png'],
	['large', 'is larger than the 2 MB that the carrier takes'],
	['empty', 'is an empty file'],
	['nothing', 'leads to no file'],
])('an attachment from "%s" is turned away before anything is sent', async (handle, why) => {
	cubyn.addFile('large', 'large.pdf', 'application/pdf', pdfBytes(2_000_000));
	cubyn.addFile('empty', 'empty.pdf', 'application/pdf', new Uint8Array());
	const failure = failureOf(await cubyn.run(addAttachment, invoice({ file: handle })));
	expect(failure).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(`File ${why}`) });
	expect(cubyn.sent).toEqual([]);
});

test('a file for a claim: papers and photographs up to 5 MB', async () => {
	expect(itemOf(await cubyn.run(uploadFile, { file: 'photo' }))).toMatchObject({
		key: expect.stringMatching(/^\/\w+\.png$/),
		contentType: 'image/png',
		name: 'photo.png',
	});
	expect(itemOf(await cubyn.run(uploadFile, { file: 'invoice' }))).toMatchObject({
		key: expect.stringMatching(/^\/\w+\.pdf$/),
	});
	cubyn.addFile('large', 'large.pdf', 'application/pdf', pdfBytes(5_000_000));
	expect(failureOf(await cubyn.run(uploadFile, { file: 'large' })).message).toContain('larger than the 5 MB');
	expect(cubyn.postCount('/v1/files')).toBe(2);
});

test('a refusal by Cubyn is reported in its words, with the labels of the form', async () => {
	expect(failureOf(await cubyn.run(addAttachment, invoice({ parcelId: 1 })))).toMatchObject({ code: 'not_found' });
	cubyn.sandbox.cubyn.settings.attachmentMaxBytes = 10;
	expect(failureOf(await cubyn.run(addAttachment, invoice()))).toMatchObject({
		code: 'refused',
		status: 413,
		message: expect.stringContaining('File is bigger than'),
	});
});
