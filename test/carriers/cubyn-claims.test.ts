import { addFilesToClaim, addToClaim } from '../../shared/carriers/cubyn/claims/add-to-claim';
import { createClaim } from '../../shared/carriers/cubyn/claims/create';
import { fileClaim } from '../../shared/carriers/cubyn/claims/file';
import { getClaim, listClaims } from '../../shared/carriers/cubyn/claims/get';
import { uploadFile } from '../../shared/carriers/cubyn/files/upload';
import { claimTypes, fileTypeWord, neededFiles, type ClaimFileType } from '../../shared/carriers/cubyn/claims/words';
import type { JsonObject } from '../../shared/declare/json';
import { delivered } from '../sandbox/cubynShop';
import { Cubyning, pdfBytes, pngBytes } from './cubyning';
import { failureOf, itemOf } from './delivering';

const IBAN = 'FR76 3000 6000 0112 3456 7890 189';
const BIC = 'GEBABEBB';
const bankInfo = { firstName: 'Sophie', lastName: 'Martin', iban: IBAN, bic: BIC, country: 'FR' };
const requester = { firstName: 'Sophie', lastName: 'Martin', email: 'sophie@example.com', organizationName: 'Martin', language: 'FR' };

let cubyn: Cubyning;
let entityId: string;
beforeEach(async () => {
	cubyn = new Cubyning();
	entityId = String(await delivered(cubyn.sandbox));
	cubyn.give('pdf', 'invoice.pdf', 'application/pdf', pdfBytes());
	cubyn.give('png', 'photo.png', 'image/png', pngBytes());
	cubyn.sent.length = 0;
});

const late = (more: JsonObject = {}): JsonObject => ({ type: 'PARCEL_LATE_DELIVERY', entityId, resolutionTypeSelected: 'REFUND', ...more });
const handed = (types: readonly ClaimFileType[]) => types.map((type) => ({ type, file: type === 'COMMERCIAL_INVOICE' ? 'pdf' : 'png' }));

test.each(claimTypes.map(({ value }) => value))('%s: filed with what it needs, turned away without, before anything is sent', async (type) => {
	const needed = neededFiles[type];
	for (const missing of needed) {
		const failure = failureOf(await cubyn.run(fileClaim, late({ type, attachments: handed(needed.filter((each) => each !== missing)) })));
		expect(failure).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(fileTypeWord(missing)) });
	}
	expect(cubyn.sent).toEqual([]);
	const item = itemOf(await cubyn.run(fileClaim, late({ type, attachments: handed(needed) })));
	expect(item).toMatchObject({ type, entityId, carrierStatus: 'CREATED', decided: false, outcome: 'created' });
	expect(fileClaim.output.safeParse(item).error?.issues ?? []).toEqual([]);
	expect(cubyn.posts('/v1/files')).toBe(needed.length);
	expect(cubyn.sandbox.cubyn.claims[0]?.files.map((each) => each.type)).toEqual(needed);
});

test('a consumer\'s claim: bank details reach Cubyn and nobody else', async () => {
	const asked = late({ type: 'PARCEL_NEVER_RECEIVED', source: 'RECIPIENT', attachments: handed(['COMMERCIAL_INVOICE']), requester, bankInfo });
	const done = await cubyn.run(fileClaim, { ...asked, concerns: [{ entityId: 'product_name', quantity: '2' }] });
	expect(cubyn.sandbox.cubyn.claims[0]?.given).toMatchObject({
		requester: { ...requester, bankInfo: { ...bankInfo, iban: 'FR7630006000011234567890189' } },
		concerns: [{ entityId: 'product_name', entityType: 'PRODUCT', type: 'MERCHANDISE', quantity: 2 }],
	});
	expect(JSON.stringify(done)).not.toMatch(/FR76|GEBABEBB|bankInfo/);
	expect(itemOf(done)).toMatchObject({ source: 'RECIPIENT', concerns: [{ productId: 'product_name', quantity: 2 }] });
});

test('what Cubyn says back of a bank account is masked', async () => {
	const fetch = cubyn.sandbox.fetch.bind(cubyn.sandbox);
	const said = { type: 'ValidationError', message: 'Validation error', errors: [{ field: 'requester.bankInfo.iban', message: 'FR7630006000011234567890189 is refused' }] };
	cubyn.sandbox.fetch = async (url, init) => (init?.method === 'POST' ? Response.json(said, { status: 400 }) : await fetch(url, init));
	const failure = failureOf(await cubyn.run(createClaim, late({ source: 'RECIPIENT', requester, bankInfo })));
	expect(failure.code).toBe('refused');
	expect(failure.message).toContain('••• is refused');
	expect(JSON.stringify(failure)).not.toContain('FR76');
});

test.each([
	['a bank account without a requester', { source: 'RECIPIENT', bankInfo }, ['Requester First Name', 'Requester Email']],
	['a requester of the shop', { requester, bankInfo }, ['Requester belongs to', 'Bank Account belongs to']],
	['wrong check digits', { source: 'RECIPIENT', requester, bankInfo: { ...bankInfo, iban: 'FR77 3000 6000 0112 3456 7890 189' } }, ['Bank Account IBAN is no IBAN']],
	['a BIC that is too short', { source: 'RECIPIENT', requester, bankInfo: { ...bankInfo, bic: 'GEBA' } }, ['Bank Account BIC is no BIC']],
])('%s is turned away, without showing it', async (_title, more: JsonObject, sentences) => {
	const failure = failureOf(await cubyn.run(fileClaim, late(more)));
	for (const sentence of sentences) expect(failure.message).toContain(sentence);
	expect(failure.message).not.toMatch(/FR7|3000/);
	expect(cubyn.sent).toEqual([]);
});

test('a second claim of the same kind about the same parcel is the first one', async () => {
	const first = itemOf(await cubyn.run(fileClaim, late()));
	expect(itemOf(await cubyn.run(fileClaim, late()))).toMatchObject({ id: first.id, outcome: 'found' });
	expect(itemOf(await cubyn.run(createClaim, late({ type: 'PARCEL_WRONG_PRODUCT' })))).toMatchObject({ outcome: 'created' });
	expect(cubyn.sandbox.cubyn.claims).toHaveLength(2);
	// A rejected one may be made again.
	cubyn.sandbox.cubyn.decideClaim(String(first.id), 'REJECTED', 'PARCEL_DELIVERED_ON_TIME');
	expect(itemOf(await cubyn.run(fileClaim, late()))).toMatchObject({ outcome: 'created' });
	expect(itemOf(await cubyn.run(getClaim, { id: first.id }))).toMatchObject({ carrierStatus: 'REJECTED', decided: true, reason: 'PARCEL_DELIVERED_ON_TIME' });
	expect((await cubyn.run(listClaims, {})).ok).toBe(true);
});

test('a lost answer: the claim is found, and read whole', async () => {
	cubyn.trouble = (_nth, { method, url }) => (method === 'POST' && url.endsWith('/v1/claims') ? 'lost after' : undefined);
	expect(itemOf(await cubyn.run(fileClaim, late()))).toMatchObject({ carrierStatus: 'CREATED', outcome: 'created', warnings: [expect.stringContaining('lost on the way')] });
	expect(cubyn.sandbox.cubyn.claims).toHaveLength(1);
});

test('a claim that cannot be read yet stands, and says so', async () => {
	cubyn.trouble = (_nth, { url }) => (/\/v1\/claims\/./.test(url) ? 'lost before' : undefined);
	const item = itemOf(await cubyn.run(createClaim, late()));
	expect(item).toMatchObject({ id: cubyn.sandbox.cubyn.claims[0]?.id, entityId, wantedResolution: 'REFUND', warnings: [expect.stringContaining('could not be read yet')] });
});

test('a refund in two steps, with its amounts', async () => {
	const { id } = itemOf(await cubyn.run(fileClaim, late({ type: 'PARCEL_WRONG_PRODUCT' })));
	cubyn.sandbox.cubyn.decideClaim(String(id), 'STARTED');
	expect(itemOf(await cubyn.run(getClaim, { id }))).toMatchObject({ carrierStatus: 'STARTED', decided: false, refund: { amount: 2000, currency: 'EUR' }, shippingFeesPercent: 50 });
	cubyn.sandbox.cubyn.decideClaim(String(id), 'RESOLVED');
	expect(itemOf(await cubyn.run(getClaim, { id }))).toMatchObject({ decided: true, appliedResolution: 'REFUND' });
});

test('files added later, uploaded in the same step or before', async () => {
	const { id } = itemOf(await cubyn.run(fileClaim, late()));
	const item = itemOf(await cubyn.run(addFilesToClaim, { incidentId: id, attachments: [{ type: 'GENERAL', file: 'png' }] }));
	expect(item).toMatchObject({ id, attachments: [{ type: 'GENERAL', fileKey: expect.stringMatching(/\.png$/) }] });
	const { key } = itemOf(await cubyn.run(uploadFile, { file: 'pdf' }));
	itemOf(await cubyn.run(addToClaim, { incidentId: id, attachments: [{ type: 'AFFIDAVIT', fileKey: key }] }));
	const read = itemOf(await cubyn.run(getClaim, { id }));
	const links = getClaim.files?.(read) ?? [];
	expect(links.map(({ key: each, name, open }) => ({ key: each, name, open }))).toEqual([
		{ key: 'attachment_1', name: 'general-1', open: true },
		{ key: 'attachment_2', name: 'affidavit-2', open: true },
	]);
	expect((await cubyn.sandbox.fetch(links[1]?.url ?? '')).status).toBe(200);
	expect(failureOf(await cubyn.run(addFilesToClaim, { incidentId: 'unknown', attachments: [{ type: 'GENERAL', file: 'png' }] })).code).toBe('not_found');
});
