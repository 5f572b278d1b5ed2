import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn, createDeliveredParcel, OTHER_ACCOUNT_KEY, uploadCubynFile } from './cubyn-client';

interface Claim {
	id: string;
	status: string;
	refundStatus: string;
	reshipParcelId: number | null;
	attachments: { url: string }[];
}

const HOUR = 3_600_000;
let sandbox: Sandbox;
let entityId: string;

beforeEach(async () => {
	sandbox = createSandbox();
	entityId = String(await createDeliveredParcel(sandbox));
});

const sample = () => ({
	type: 'PARCEL_NEVER_RECEIVED',
	entityType: 'PARCEL',
	entityId,
	source: 'RECIPIENT',
	resolutionTypeSelected: 'RESHIP',
	attachments: [
		{ type: 'ITEM_LABEL', fileKey: 'https://attachment.domain/path/to' },
		{ type: 'ITEM_DAMAGED', fileKey: 'https://attachment.domain/path/to' },
	],
	concerns: [
		{ entityId: 'product_id_1', entityType: 'PRODUCT', type: 'MERCHANDISE', quantity: '1' },
		{ entityId: 'product_id_2', entityType: 'PRODUCT', type: 'MERCHANDISE', quantity: '2' },
	],
	requester: {
		firstName: 'Sophie',
		lastName: 'Martin',
		email: 'test@cubyn.com',
		organizationName: 'CUBYN',
		language: 'FR',
		bankInfo: {
			firstName: 'Sophie',
			lastName: 'Martin',
			iban: 'GB33BUKB20201555555555',
			bic: 'GEBABEBB',
			country: 'FR',
		},
	},
});
const lateClaim = () => ({
	type: 'PARCEL_LATE_DELIVERY',
	entityType: 'PARCEL',
	entityId,
	source: 'SHIPPER',
	resolutionTypeSelected: 'REFUND',
});
const file = (body: object, version = 'v1') => cubyn<string>(sandbox, 'POST', `/${version}/claims`, body);
const read = async (id: string) => (await cubyn<Claim>(sandbox, 'GET', `/v1/claims/${id}`)).json;

test('the documented claim, which has no invoice, is taken; a setting asks for one', async () => {
	sandbox.cubyn.settings.claimAttachments = 'required';
	const refused = await cubyn(sandbox, 'POST', '/v2/claims', sample());
	expect(refused.status).toBe(400);
	expect(refused.json.message).toContain('COMMERCIAL_INVOICE');
	sandbox.cubyn.settings.claimAttachments = 'optional';
	const { status, json } = await file(sample(), 'v2');
	expect(status).toBe(200);
	expect(json).toMatch(/^[0-9a-f]{8}-/);
});

test('the documented list, with the keys of the sample; bank details do not come out', async () => {
	sandbox.cubyn.settings.claimAttachments = 'optional';
	const fileKey = await uploadCubynFile(sandbox);
	const { json: id } = await file({ ...sample(), attachments: [{ type: 'COMMERCIAL_INVOICE', fileKey }] });
	for (const version of ['v1', 'v2']) {
		const list = await cubyn<Claim[]>(sandbox, 'GET', `/${version}/claims`);
		expect(list.text).not.toMatch(/GB33|GEBABEBB|bankInfo/);
		const dates = { createdAt: expect.any(String), updatedAt: expect.any(String) };
		expect(list.json).toEqual([
			{
				id,
				type: 'PARCEL_NEVER_RECEIVED',
				attachments: [
					{
						id: expect.any(String),
						incidentId: id,
						type: 'COMMERCIAL_INVOICE',
						fileKey,
						url: expect.stringMatching(/^https:/),
						...dates,
					},
				],
				concerns: [
					{
						id: 'MERCHANDISE|product_id_1',
						incidentId: id,
						entityId: 'product_id_1',
						entityType: 'PRODUCT',
						type: 'MERCHANDISE',
						quantity: 1,
						...dates,
					},
					{
						id: 'MERCHANDISE|product_id_2',
						incidentId: id,
						entityId: 'product_id_2',
						entityType: 'PRODUCT',
						type: 'MERCHANDISE',
						quantity: 2,
						...dates,
					},
				],
				status: 'CREATED',
				refundStatus: 'CREATED',
				source: 'RECIPIENT',
				ownerId: expect.any(Number),
				entityId,
				entityType: 'PARCEL',
				resolutionTypeApplied: null,
				refundId: null,
				shippingFeesAmount: null,
				merchandiseValue: null,
				rejectedReason: null,
				relatedShipperId: 369502585,
				reshipParcelId: null,
				decidedToRefundAt: null,
				requester: {
					id: expect.any(Number),
					firstName: 'Sophie',
					lastName: 'Martin',
					organizationName: 'CUBYN',
					email: 'test@cubyn.com',
					language: 'FR',
					...dates,
				},
				...dates,
			},
		]);
		expect((await sandbox.fetch(list.json[0]?.attachments[0]?.url ?? '')).status).toBe(200);
	}
	expect((await cubyn(sandbox, 'GET', '/v1/claims', undefined, { 'x-application': OTHER_ACCOUNT_KEY })).json).toEqual(
		[],
	);
	expect(
		(await cubyn(sandbox, 'GET', `/v1/claims/${id}`, undefined, { 'x-application': OTHER_ACCOUNT_KEY })).status,
	).toBe(404);
});

test.each([
	['PARCEL_LATE_DELIVERY', []],
	['PARCEL_NOT_AVAILABLE_FOR_PICKUP', []],
	['PARCEL_WRONG_PRODUCT', []],
	['PARCEL_NEVER_RECEIVED', ['COMMERCIAL_INVOICE']],
	['PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT', ['COMMERCIAL_INVOICE']],
	['PARCEL_NEVER_RECEIVED_MARKED_AS_LOST_CARRIER', ['COMMERCIAL_INVOICE']],
	['PARCEL_MISSING_PRODUCT', ['COMMERCIAL_INVOICE']],
	['PARCEL_RECEIVED_DAMAGED', ['COMMERCIAL_INVOICE', 'ITEM_DAMAGED', 'ITEM_LABEL']],
])('%s needs %j where the sandbox is set to ask', async (type, needed) => {
	sandbox.cubyn.settings.claimAttachments = 'required';
	const fileKey = await uploadCubynFile(sandbox);
	const attachments = needed.map((kind) => ({ type: kind, fileKey }));
	expect((await file({ ...lateClaim(), type, attachments })).status).toBe(200);
	for (const missing of needed) {
		const refused = await cubyn(sandbox, 'POST', '/v1/claims', {
			...lateClaim(),
			type,
			attachments: attachments.filter((one) => one.type !== missing),
		});
		expect(refused.json.message).toContain(missing);
	}
});

test.each([
	['an unknown parcel', { entityId: '1' }, 404],
	['an unknown product', { entityType: 'PRODUCT', entityId: 'nothing' }, 404],
	['a number for an id', { entityId: 7 }, 400],
	['an unknown type', { type: 'PARCEL_TOO_BLUE' }, 400],
	['a file nobody uploaded', { attachments: [{ type: 'GENERAL', fileKey: '/nothing.pdf' }] }, 400],
	['a requester who is the shop', { requester: { firstName: 'A' } }, 400],
	['a field it does not know', { priority: 1 }, 400],
])('a claim with %s is refused', async (_, change, status) => {
	expect((await file({ ...lateClaim(), ...change })).status).toBe(status);
	expect(sandbox.cubyn.claims).toEqual([]);
});

test('a claim about a product, by id or by SKU', async () => {
	const id = sandbox.cubyn.product('product_name')?.id;
	for (const entity of [id, 'product_name'])
		expect((await file({ ...lateClaim(), entityType: 'PRODUCT', entityId: entity })).status).toBe(200);
});

test('decided later: refused, sent again, or refunded in two steps', async () => {
	const rejected = (await file(lateClaim())).json;
	const fileKey = await uploadCubynFile(sandbox);
	const wrong = { ...lateClaim(), type: 'PARCEL_WRONG_PRODUCT', attachments: [{ type: 'ITEM_WRONG', fileKey }] };
	const reshipped = (await file({ ...wrong, resolutionTypeSelected: 'RESHIP' })).json;
	const refunded = (await file(wrong)).json;
	expect(await read(rejected)).toMatchObject({ status: 'CREATED' });
	await sandbox.clock.advance(HOUR);
	expect(await read(rejected)).toMatchObject({
		status: 'REJECTED',
		refundStatus: 'REJECTED',
		// As in the page's own sample of a rejected claim.
		resolutionTypeApplied: 'REFUND',
		merchandiseValue: 20,
		rejectedReason: [{ key: 'PARCEL_DELIVERED_ON_TIME' }],
	});
	const again = await read(reshipped);
	expect(again).toMatchObject({ status: 'RESOLVED', resolutionTypeApplied: 'RESHIP' });
	expect(sandbox.cubyn.parcel(again.reshipParcelId ?? 0)).toMatchObject({
		type: 'DUPLICATE',
		input: { lastName: 'Martin' },
	});
	expect(await read(refunded)).toMatchObject({
		status: 'STARTED',
		resolutionTypeApplied: 'REFUND',
		refundId: expect.any(Number),
		shippingFeesAmount: 50,
		merchandiseValue: 20,
		decidedToRefundAt: expect.any(String),
	});
	await sandbox.clock.advance(HOUR);
	expect(await read(refunded)).toMatchObject({ status: 'RESOLVED' });
});

test('decided by hand, it stays so', async () => {
	const id = (await file(lateClaim())).json;
	sandbox.cubyn.decideClaim(id, 'RESOLVED');
	await sandbox.clock.advance(3 * HOUR);
	expect(await read(id)).toMatchObject({ status: 'RESOLVED', rejectedReason: null });
});

test('the documented attachment added later: the full claim, the new file without id and dates', async () => {
	const invoice = await uploadCubynFile(sandbox);
	const identity = await uploadCubynFile(sandbox);
	const type = 'PARCEL_NEVER_RECEIVED';
	const id = (await file({ ...lateClaim(), type, attachments: [{ type: 'COMMERCIAL_INVOICE', fileKey: invoice }] }))
		.json;
	const added = { fileKey: identity, type: 'IDENTIFICATION_DOCUMENT' };
	const { json } = await cubyn<object>(sandbox, 'POST', '/v1/claims-add-attachment', {
		incidentId: id,
		attachments: [added],
	});
	expect(json).toEqual({
		incident: {
			attachments: [
				{
					id: expect.any(String),
					incidentId: id,
					type: 'COMMERCIAL_INVOICE',
					fileKey: invoice,
					createdAt: expect.any(String),
					updatedAt: expect.any(String),
				},
				{ ...added, incidentId: id },
			],
			attachmentValidations: [],
			concerns: [],
			id,
			createdAt: expect.any(String),
			status: 'CREATED',
			refundStatus: 'CREATED',
			incidentValidationTypes: [],
			refundValidationTypes: [],
			source: 'SHIPPER',
			ownerId: 369502585,
			origin: 'ZENDESK',
			originId: null,
			entityId,
			entityType: 'PARCEL',
			reshipParcelId: null,
			relatedShipperId: 369502585,
			type,
			resolutionTypeSelected: 'REFUND',
			resolutionTypeApplied: null,
			refundId: null,
			isManuallyUpdated: true,
			shippingFeesAmount: null,
			merchandiseValue: null,
			taxValue: null,
			rejectedReason: null,
			decidedToRefundAt: null,
			refundSentToHeadOfFinanceAt: null,
			refundSentXMLEndToEndId: null,
			updatedAt: expect.any(String),
			isArchived: false,
			requester: null,
			returns: null,
			modificationEvents: {
				ATTACHMENT_UPDATED: { meta: { attachments: [added] } },
				STATUS_UPDATED: { meta: { status: 'CREATED' } },
				REFUND_STATUS_UPDATED: { meta: { refundStatus: 'CREATED' } },
			},
		},
	});
	expect((await read(id)).attachments).toHaveLength(2);
	expect(
		(await cubyn(sandbox, 'POST', '/v1/claims-add-attachment', { incidentId: 'x', attachments: [added] })).status,
	).toBe(404);
	expect((await cubyn(sandbox, 'POST', '/v1/claims-add-attachment', { incidentId: id, attachments: [] })).status).toBe(
		400,
	);
});
