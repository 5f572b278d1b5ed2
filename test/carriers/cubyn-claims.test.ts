import { addFilesToClaim, addToClaim } from '../../shared/carriers/cubyn/claims/add-to-claim';
import { createClaim } from '../../shared/carriers/cubyn/claims/create';
import { fileClaim } from '../../shared/carriers/cubyn/claims/file';
import { getClaim, listClaims } from '../../shared/carriers/cubyn/claims/get';
import { uploadFile } from '../../shared/carriers/cubyn/files/upload';
import {
	claimTypes,
	fileTypeLabel,
	requiredFiles,
	type ClaimFileType,
} from '../../shared/carriers/cubyn/claims/claim-types';
import type { JsonObject } from '../../shared/json';
import { createDeliveredParcel } from '../sandbox/cubyn-client';
import { CubynHarness, pdfBytes, pngBytes } from './cubyn-harness';
import { failureOf, itemOf } from './scripted-deliverit';

const IBAN = 'FR76 3000 6000 0112 3456 7890 189';
const BIC = 'GEBABEBB';
const bankInfo = { firstName: 'Sophie', lastName: 'Martin', iban: IBAN, bic: BIC, country: 'FR' };
const requester = {
	firstName: 'Sophie',
	lastName: 'Martin',
	email: 'sophie@example.com',
	organizationName: 'Martin',
	language: 'FR',
};

let cubyn: CubynHarness;
let entityId: string;
beforeEach(async () => {
	cubyn = new CubynHarness();
	entityId = String(await createDeliveredParcel(cubyn.sandbox));
	cubyn.addFile('pdf', 'invoice.pdf', 'application/pdf', pdfBytes());
	cubyn.addFile('png', 'photo.png', 'image/png', pngBytes());
	cubyn.sent.length = 0;
});

const lateClaim = (more: JsonObject = {}): JsonObject => ({
	type: 'PARCEL_LATE_DELIVERY',
	entityId,
	resolutionTypeSelected: 'REFUND',
	...more,
});
const attachmentsOf = (types: readonly ClaimFileType[]) =>
	types.map((type) => ({ type, file: type === 'COMMERCIAL_INVOICE' ? 'pdf' : 'png' }));

test.each(claimTypes.map(({ value }) => value))('%s: filed with what Cubyn asks for', async (type) => {
	const needed = requiredFiles[type];
	const item = itemOf(await cubyn.run(fileClaim, lateClaim({ type, attachments: attachmentsOf(needed) })));
	expect(item).toMatchObject({ type, entityId, carrierStatus: 'CREATED', decided: false, outcome: 'created' });
	expect(fileClaim.output.safeParse(item).error?.issues ?? []).toEqual([]);
	expect(cubyn.postCount('/v1/files')).toBe(needed.length);
	expect(cubyn.sandbox.cubyn.claims[0]?.files.map((each) => each.type)).toEqual(needed);
});

test('a claim without the files that Cubyn asks for is made, and says which are missing', async () => {
	const item = itemOf(
		await cubyn.run(
			fileClaim,
			lateClaim({ type: 'PARCEL_RECEIVED_DAMAGED', attachments: attachmentsOf(['ITEM_LABEL']) }),
		),
	);
	expect(item).toMatchObject({ outcome: 'created' });
	const [warning] = Array.isArray(item.warnings) ? item.warnings : [];
	for (const missing of ['COMMERCIAL_INVOICE', 'ITEM_DAMAGED'] as const)
		expect(warning).toContain(fileTypeLabel(missing));
});

test('another claimant or product is another claim; a claim found gets the files that it lacks, once', async () => {
	const product = (entity: string) => ({ concerns: [{ entityId: entity, quantity: 1 }] });
	const first = itemOf(await cubyn.run(fileClaim, lateClaim(product('product_name'))));
	const consumer = { ...product('product_name'), source: 'RECIPIENT', requester, bankInfo };
	expect(itemOf(await cubyn.run(fileClaim, lateClaim(consumer)))).toMatchObject({ outcome: 'created' });
	expect(itemOf(await cubyn.run(fileClaim, lateClaim(product('other_product'))))).toMatchObject({ outcome: 'created' });
	const withFile = lateClaim({ ...product('product_name'), attachments: attachmentsOf(['COMMERCIAL_INVOICE']) });
	const fileAgain = async () => {
		expect(itemOf(await cubyn.run(fileClaim, withFile))).toMatchObject({ id: first.id, outcome: 'found' });
		const read = itemOf(await cubyn.run(getClaim, { id: first.id }));
		expect(read.attachments).toEqual([{ type: 'COMMERCIAL_INVOICE', fileKey: expect.any(String) }]);
	};
	await fileAgain();
	await fileAgain();
	expect(cubyn.sandbox.cubyn.claims).toHaveLength(3);
});

test('no refund is shown on a rejected claim', async () => {
	const { id } = itemOf(await cubyn.run(fileClaim, lateClaim()));
	cubyn.sandbox.cubyn.decideClaim(String(id), 'REJECTED', 'PARCEL_DELIVERED_ON_TIME');
	const read = itemOf(await cubyn.run(getClaim, { id }));
	// As in the page's own sample, the answer holds amounts all the same.
	expect(read.carrierData).toMatchObject({ merchandiseValue: 20, shippingFeesAmount: 50 });
	expect(read).toMatchObject({ refund: null, refundId: null, shippingFeesPercent: null, refundDecidedAt: null });
});

test("a consumer's claim: bank details reach Cubyn and nobody else", async () => {
	const input = lateClaim({
		type: 'PARCEL_NEVER_RECEIVED',
		source: 'RECIPIENT',
		attachments: attachmentsOf(['COMMERCIAL_INVOICE']),
		requester,
		bankInfo,
	});
	const done = await cubyn.run(fileClaim, { ...input, concerns: [{ entityId: 'product_name', quantity: '2' }] });
	expect(cubyn.sandbox.cubyn.claims[0]?.input).toMatchObject({
		requester: { ...requester, bankInfo: { ...bankInfo, iban: 'FR7630006000011234567890189' } },
		concerns: [{ entityId: 'product_name', entityType: 'PRODUCT', type: 'MERCHANDISE', quantity: 2 }],
	});
	expect(JSON.stringify(done)).not.toMatch(/FR76|GEBABEBB|bankInfo/);
	expect(itemOf(done)).toMatchObject({ source: 'RECIPIENT', concerns: [{ productId: 'product_name', quantity: 2 }] });
});

test('the bank account that Cubyn returns is masked', async () => {
	const fetch = cubyn.sandbox.fetch.bind(cubyn.sandbox);
	const errorBody = {
		type: 'ValidationError',
		message: 'Validation error',
		errors: [{ field: 'requester.bankInfo.iban', message: 'FR7630006000011234567890189 is refused' }],
	};
	cubyn.sandbox.fetch = async (url, init) =>
		init?.method === 'POST' ? Response.json(errorBody, { status: 400 }) : await fetch(url, init);
	const failure = failureOf(await cubyn.run(createClaim, lateClaim({ source: 'RECIPIENT', requester, bankInfo })));
	expect(failure.code).toBe('refused');
	expect(failure.message).toContain('••• is refused');
	expect(JSON.stringify(failure)).not.toContain('FR76');
});

test.each([
	[
		'a bank account without a requester',
		{ source: 'RECIPIENT', bankInfo },
		['Requester First Name', 'Requester Email'],
	],
	['a requester of the shop', { requester, bankInfo }, ['Requester belongs to', 'Bank Account belongs to']],
	[
		'wrong check digits',
		{ source: 'RECIPIENT', requester, bankInfo: { ...bankInfo, iban: 'FR77 3000 6000 0112 3456 7890 189' } },
		['Bank Account IBAN is no IBAN'],
	],
	[
		'a BIC that is too short',
		{ source: 'RECIPIENT', requester, bankInfo: { ...bankInfo, bic: 'GEBA' } },
		['Bank Account BIC is no BIC'],
	],
])('%s is turned away, without showing it', async (_title, more: JsonObject, sentences) => {
	const failure = failureOf(await cubyn.run(fileClaim, lateClaim(more)));
	for (const sentence of sentences) expect(failure.message).toContain(sentence);
	expect(failure.message).not.toMatch(/FR7|3000/);
	expect(cubyn.sent).toEqual([]);
});

test('a second claim of the same kind about the same parcel is the first one', async () => {
	const first = itemOf(await cubyn.run(fileClaim, lateClaim()));
	expect(itemOf(await cubyn.run(fileClaim, lateClaim()))).toMatchObject({ id: first.id, outcome: 'found' });
	expect(itemOf(await cubyn.run(createClaim, lateClaim({ type: 'PARCEL_WRONG_PRODUCT' })))).toMatchObject({
		outcome: 'created',
	});
	expect(cubyn.sandbox.cubyn.claims).toHaveLength(2);
	// A rejected one may be made again.
	cubyn.sandbox.cubyn.decideClaim(String(first.id), 'REJECTED', 'PARCEL_DELIVERED_ON_TIME');
	expect(itemOf(await cubyn.run(fileClaim, lateClaim()))).toMatchObject({ outcome: 'created' });
	expect(itemOf(await cubyn.run(getClaim, { id: first.id }))).toMatchObject({
		carrierStatus: 'REJECTED',
		decided: true,
		reason: 'PARCEL_DELIVERED_ON_TIME',
	});
	expect((await cubyn.run(listClaims, {})).ok).toBe(true);
});

test('after a lost response the claim is found and read in full', async () => {
	cubyn.fault = (_nth, { method, url }) => (method === 'POST' && url.endsWith('/v1/claims') ? 'lost after' : undefined);
	expect(itemOf(await cubyn.run(fileClaim, lateClaim()))).toMatchObject({
		carrierStatus: 'CREATED',
		outcome: 'created',
		warnings: [expect.stringContaining('lost on the way')],
	});
	expect(cubyn.sandbox.cubyn.claims).toHaveLength(1);
});

test('a claim that cannot be read yet is filed, with a warning', async () => {
	cubyn.fault = (_nth, { url }) => (/\/v1\/claims\/./.test(url) ? 'lost before' : undefined);
	const item = itemOf(await cubyn.run(createClaim, lateClaim()));
	expect(item).toMatchObject({
		id: cubyn.sandbox.cubyn.claims[0]?.id,
		entityId,
		wantedResolution: 'REFUND',
		warnings: [expect.stringContaining('could not be read yet')],
	});
});

test('a refund in two steps, with its amounts', async () => {
	const { id } = itemOf(await cubyn.run(fileClaim, lateClaim({ type: 'PARCEL_WRONG_PRODUCT' })));
	cubyn.sandbox.cubyn.decideClaim(String(id), 'STARTED');
	expect(itemOf(await cubyn.run(getClaim, { id }))).toMatchObject({
		carrierStatus: 'STARTED',
		decided: false,
		refund: { amount: 20, currency: 'EUR' },
		shippingFeesPercent: 50,
	});
	cubyn.sandbox.cubyn.decideClaim(String(id), 'RESOLVED');
	expect(itemOf(await cubyn.run(getClaim, { id }))).toMatchObject({ decided: true, appliedResolution: 'REFUND' });
});

test('files added later, uploaded in the same step or before', async () => {
	const { id } = itemOf(await cubyn.run(fileClaim, lateClaim()));
	const item = itemOf(
		await cubyn.run(addFilesToClaim, { incidentId: id, attachments: [{ type: 'GENERAL', file: 'png' }] }),
	);
	expect(item).toMatchObject({ id, attachments: [{ type: 'GENERAL', fileKey: expect.stringMatching(/\.png$/) }] });
	const { key } = itemOf(await cubyn.run(uploadFile, { file: 'pdf' }));
	itemOf(await cubyn.run(addToClaim, { incidentId: id, attachments: [{ type: 'AFFIDAVIT', fileKey: key }] }));
	const read = itemOf(await cubyn.run(getClaim, { id }));
	const links = getClaim.files?.(read) ?? [];
	expect(links.map(({ key: each, name, isPublic }) => ({ key: each, name, isPublic }))).toEqual([
		{ key: 'attachment_1', name: 'general-1', isPublic: true },
		{ key: 'attachment_2', name: 'affidavit-2', isPublic: true },
	]);
	expect((await cubyn.sandbox.fetch(links[1]?.url ?? '')).status).toBe(200);
	expect(
		failureOf(
			await cubyn.run(addFilesToClaim, { incidentId: 'unknown', attachments: [{ type: 'GENERAL', file: 'png' }] }),
		).code,
	).toBe('not_found');
});
