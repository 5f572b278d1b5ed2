import type { JsonObject } from '../../../json';

/** The claim in the current document (CU43). It lacks the invoice that its own table requires. */
export const documentedClaim = {
	type: 'PARCEL_NEVER_RECEIVED',
	entityType: 'PARCEL',
	entityId: '123123',
	source: 'RECIPIENT',
	resolutionTypeSelected: 'RESHIP',
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
	},
	bankInfo: {
		firstName: 'Sophie',
		lastName: 'Martin',
		iban: 'GB33 BUKB 2020 1555 5555 55',
		bic: 'GEBABEBB',
		country: 'FR',
	},
} satisfies JsonObject;

/** The request body. The sample has the quantity as text; the table has a number. */
export const documentedClaimBody = (attachments: readonly JsonObject[]): JsonObject => {
	const { concerns, requester, bankInfo, ...rest } = documentedClaim;
	return {
		...rest,
		attachments: [...attachments],
		concerns: concerns.map((concern, index) => ({ ...concern, quantity: index + 1 })),
		requester: { ...requester, bankInfo: { ...bankInfo, iban: 'GB33BUKB20201555555555' } },
	};
};

export const documentedId = '9410f580-3737-49f4-bfca-a23d661420cf';

/** CU44, a comma and a wrong one aside. */
export const documentedResponse: JsonObject = {
	id: 'd6186a3c-b037-4650-9f1e-56f2ad410d10',
	type: 'PARCEL_RECEIVED_DAMAGED',
	attachments: [
		{
			id: '33bbafcc-7e55-4d8f-a90f-a5275201f6d4',
			incidentId: 'fd9c6662-541c-49e1-9a37-21151a13f891',
			type: 'COMMERCIAL_INVOICE',
			fileKey: '/kvs1gu32000ifdexample.pdf',
			url: 'https://aws/path/to/file',
			createdAt: '2021-11-09T11:57:33.000Z',
			updatedAt: '2021-11-09T11:57:33.000Z',
		},
	],
	concerns: [
		{
			id: 'MERCHANDISE|0347b8d0-8d4a-5c0a-8eaf-0bca15c94bc6',
			incidentId: '959516f1-c907-486d-2e18-d7aa3355983a',
			entityId: '0347b8d0-8d4a-4c0a-8eaf-0bca15c94bc1',
			entityType: 'ITEM',
			type: 'MERCHANDISE',
			quantity: 1,
			createdAt: '2021-07-02T10:13:52.000Z',
			updatedAt: '2021-07-02T10:13:52.000Z',
		},
	],
	status: 'REJECTED',
	refundStatus: 'REJECTED',
	source: 'RECIPIENT',
	ownerId: 339,
	entityId: '889768785',
	entityType: 'PARCEL',
	resolutionTypeApplied: 'REFUND',
	refundId: 1,
	shippingFeesAmount: 50,
	merchandiseValue: 20,
	rejectedReason: [{ key: 'PARCEL_DELIVERED_ON_TIME' }],
	relatedShipperId: 608838005,
	reshipParcelId: null,
	decidedToRefundAt: '2021-11-24T11:37:31.000Z',
	requester: {
		id: 339,
		firstName: 'Sophie',
		lastName: 'Martin',
		organizationName: 'CUBYN',
		email: 'test@cubyn.com',
		language: 'FR',
		createdAt: '2021-11-24T11:37:31.000Z',
		updatedAt: '2021-11-24T11:37:31.000Z',
	},
	createdAt: '2021-11-24T11:37:31.000Z',
	updatedAt: '2021-11-24T11:37:36.000Z',
};

/** The same claim, if accepted: only then does an amount count. */
export const acceptedResponse: JsonObject = {
	...documentedResponse,
	status: 'RESOLVED',
	refundStatus: 'RESOLVED',
	rejectedReason: null,
};

const incidentId = 'eb68281c-d82a-4c1e-bb7b-660b0ae630c6';
/** Where the two files of CU46 lie. */
export const [stored, storedBefore] = ['/lbdqus1y000a0064a89ehzlx.pdf', '/lbdqsjw4000a0064a8b84x89.png'];
const identity = { fileKey: stored, type: 'IDENTIFICATION_DOCUMENT' };

/** CU46: the whole claim. The added file has neither id nor dates yet. */
export const documentedIncident: JsonObject = {
	attachments: [
		{
			id: '0b2cd101-fae1-4dc5-9e52-29f1b96a16aa',
			incidentId,
			type: 'IDENTIFICATION_DOCUMENT',
			fileKey: storedBefore,
			createdAt: '2022-12-07T14:25:18.000Z',
			updatedAt: '2022-12-07T14:25:18.000Z',
		},
		{
			id: '1b70aadd-d152-4dd0-a1cf-e45479281fc6',
			incidentId,
			type: 'COMMERCIAL_INVOICE',
			fileKey: stored,
			createdAt: '2022-12-07T14:32:37.000Z',
			updatedAt: '2022-12-07T14:32:37.000Z',
		},
		{ ...identity, incidentId },
	],
	attachmentValidations: [],
	concerns: [],
	id: incidentId,
	createdAt: '2022-12-07T14:25:18.000Z',
	status: 'CREATED',
	refundStatus: 'CREATED',
	incidentValidationTypes: [],
	refundValidationTypes: [],
	source: 'SHIPPER',
	ownerId: 315576186,
	origin: 'ZENDESK',
	originId: null,
	entityId: '120165677',
	entityType: 'PARCEL',
	reshipParcelId: null,
	relatedShipperId: 315576186,
	type: 'PARCEL_NEVER_RECEIVED',
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
	updatedAt: '2023-01-03T14:37:30.000Z',
	isArchived: false,
	requester: null,
	returns: null,
	modificationEvents: {
		ATTACHMENT_UPDATED: { meta: { attachments: [identity] } },
		STATUS_UPDATED: { meta: { status: 'CREATED' } },
		REFUND_STATUS_UPDATED: { meta: { refundStatus: 'CREATED' } },
	},
};
