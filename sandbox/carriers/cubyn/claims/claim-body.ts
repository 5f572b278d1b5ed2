import { z } from 'zod/v4';
import { check } from '../requests/check';
import { badRequest, invalid } from '../requests/api-error';
import { email, looseCount, text } from '../requests/field-schemas';

export const CLAIM_TYPES = [
	'PARCEL_LATE_DELIVERY',
	'PARCEL_MISSING_PRODUCT',
	'PARCEL_NEVER_RECEIVED',
	'PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT',
	'PARCEL_NEVER_RECEIVED_MARKED_AS_LOST_CARRIER',
	'PARCEL_NOT_AVAILABLE_FOR_PICKUP',
	'PARCEL_RECEIVED_DAMAGED',
	'PARCEL_WRONG_PRODUCT',
] as const;

const ATTACHMENT_TYPES = [
	'AFFIDAVIT',
	'BUYING_INVOICE',
	'CARRIER_TRACKING_PAGE',
	'CERTIFICATE_NOT_PICKED_UP',
	'COMMERCIAL_INVOICE',
	'COMPLAINT',
	'GENERAL',
	'IDENTIFICATION_DOCUMENT',
	'ITEM_DAMAGED',
	'ITEM_LABEL',
	'ITEM_WRONG',
	'POLICE_REPORT',
	'PROOF_OF_DELIVERY',
] as const;

const country = z.enum(['FR', 'ES']);
const attachments = z.array(z.strictObject({ type: z.enum(ATTACHMENT_TYPES), fileKey: text }));
const bankInfo = z.strictObject({ firstName: text, lastName: text, iban: text, bic: text, country });
const requester = z.strictObject({
	firstName: text,
	lastName: text,
	email,
	organizationName: text,
	language: country,
	bankInfo,
});
const concern = z.strictObject({
	entityId: text,
	entityType: z.enum(['ITEM', 'PRODUCT']),
	type: z.enum(['MERCHANDISE']),
	quantity: looseCount,
});

const claim = z.strictObject({
	type: z.enum(CLAIM_TYPES),
	source: z.enum(['RECIPIENT', 'SHIPPER']),
	entityType: z.enum(['PARCEL', 'PRODUCT']),
	entityId: text,
	resolutionTypeSelected: z.enum(['RESHIP', 'REFUND']),
	attachments: attachments.optional(),
	concerns: z.array(concern).optional(),
	requester: requester.optional(),
});

const added = z.strictObject({ incidentId: text, attachments: attachments.min(1) });

export type ClaimInput = z.infer<typeof claim>;
export type ClaimFileInput = z.infer<typeof attachments>[number];

const INVOICE_ONLY: ClaimFileInput['type'][] = ['COMMERCIAL_INVOICE'];
const REQUIRED_ATTACHMENTS: Record<ClaimInput['type'], ClaimFileInput['type'][]> = {
	PARCEL_LATE_DELIVERY: [],
	PARCEL_MISSING_PRODUCT: INVOICE_ONLY,
	PARCEL_NEVER_RECEIVED: INVOICE_ONLY,
	PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT: INVOICE_ONLY,
	PARCEL_NEVER_RECEIVED_MARKED_AS_LOST_CARRIER: INVOICE_ONLY,
	// The documentation does not describe these two.
	PARCEL_NOT_AVAILABLE_FOR_PICKUP: [],
	PARCEL_WRONG_PRODUCT: [],
	PARCEL_RECEIVED_DAMAGED: ['COMMERCIAL_INVOICE', 'ITEM_DAMAGED', 'ITEM_LABEL'],
};

export function readClaim(body: unknown, files: 'required' | 'optional'): ClaimInput {
	const input = check(claim, body);
	if (input.source === 'SHIPPER' && input.requester !== undefined)
		throw invalid({ field: 'requester', rule: 'isConsumer' });
	const sentTypes = input.attachments?.map(({ type }) => type) ?? [];
	const missing = REQUIRED_ATTACHMENTS[input.type].filter((type) => !sentTypes.includes(type));
	if (files === 'required' && missing.length > 0) {
		throw badRequest(`Missing parameter: attachments of type ${missing.join(', ')} for ${input.type}`);
	}
	return input;
}

export function readAddedAttachments(body: unknown): z.infer<typeof added> {
	return check(added, body);
}
