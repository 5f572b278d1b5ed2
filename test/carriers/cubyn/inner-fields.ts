import type { FieldTable } from '../../../scripts/generate/field-places';

const carrierDataOnly = (fields: string, reason: string) =>
	Object.fromEntries(fields.split(' ').map((field) => [field, reason]));

/** Smaller objects: what is inside another, goes out with one field or two, or comes without an answer to a call. */
export const innerTables: readonly FieldTable[] = [
	{
		title: 'Return, received (CU17)',
		fields: 'id type status trackingId carrier carrierTrackingId address email customsHsCode pickedAt orderRef',
		answers: [{ action: 'return.create' }],
		leftOut: { customsHsCode: 'It repeats what was sent with the parcel' },
	},
	{
		title: 'File for a claim, sent and received (CU24)',
		fields: 'file key url meta',
		forms: { 'claim.uploadFile': [''] },
		answers: [{ action: 'claim.uploadFile' }],
	},
	{
		title: 'Attachment added to a claim, sent (CU46)',
		fields: 'incidentId attachments',
		forms: { 'claim.addAttachments': [''], 'claim.addFiles': [''] },
	},
	{
		title: 'Attachment of a claim, received',
		fields: 'id incidentId type fileKey url createdAt updatedAt',
		answers: [{ action: 'claim.get', at: 'attachments.0' }],
		leftOut: carrierDataOnly('id incidentId createdAt updatedAt', 'No call takes it'),
	},
	{
		title: 'Concern of a claim, received',
		fields: 'id incidentId entityId entityType type quantity createdAt updatedAt',
		answers: [{ action: 'claim.get', at: 'concerns.0' }],
		leftOut: {
			...carrierDataOnly('id incidentId createdAt updatedAt', 'No call takes it'),
			...carrierDataOnly('entityType type', 'It repeats what was sent'),
		},
	},
	{
		title: 'Claim with an added attachment, received (CU46)',
		fields:
			'id status refundStatus origin originId taxValue isManuallyUpdated isArchived returns attachmentValidations incidentValidationTypes refundValidationTypes refundSentToHeadOfFinanceAt refundSentXMLEndToEndId modificationEvents',
		answers: [{ action: 'claim.addAttachments', at: 'incident' }],
		leftOut: carrierDataOnly(
			'origin originId taxValue isManuallyUpdated isArchived returns attachmentValidations incidentValidationTypes refundValidationTypes refundSentToHeadOfFinanceAt refundSentXMLEndToEndId modificationEvents',
			'An inner field of Cubyn, without a word about its meaning',
		),
	},
	{
		title: 'Status of an inbound order, sent (CU29)',
		fields: 'status',
		forms: { 'inboundOrder.setStatus': [''] },
	},
	{
		title: 'Lot of an inbound line, sent (CU35)',
		fields: 'date reference',
		forms: { 'inboundOrder.updateLineLot': [''] },
	},
	{
		title: 'Quantities of an inbound line, received',
		fields: 'declared labeled stored',
		answers: [{ action: 'inboundOrder.get', at: 'lines.0.quantities' }],
	},
	{
		title: 'Lot of an inbound line, received',
		fields: 'date reference',
		answers: [{ action: 'inboundOrder.get', at: 'lines.0.lotInformation' }],
	},
	{
		title: 'Document of an inbound delivery, received (CU28)',
		fields: 'url',
		answers: [{ action: 'inboundDelivery.getDocument' }],
	},
	{
		title: 'Catalogue product, sent (CU42)',
		fields: 'sku name',
		forms: { 'catalogueProduct.update': [''] },
	},
	{
		title: 'Application and user of the root, received (CU1)',
		fields: 'application user',
		answers: [{ action: 'account.get', at: 'auth' }],
		as: { user: 'Field by field: see User, received' },
	},
	{
		title: 'Relay picker, sent (CU56)',
		fields: 'line1 line2 zip city country callback',
		forms: { 'relayPoint.getPicker': [''] },
	},
	{
		title: 'Relay callback, received (CU56)',
		fields: 'id name image openinghours street city zip country',
		as: carrierDataOnly(
			'id name image openinghours street city zip country',
			'Get Relay Point reads it from the address',
		),
	},
	{
		title: 'Stock event, received',
		fields: 'sku ownerId reserved available warehouse applicationId',
		as: carrierDataOnly('sku reserved available warehouse', 'In the item of On Cubyn Event'),
		leftOut: carrierDataOnly('ownerId applicationId', 'A number of Cubyn that no call takes'),
	},
	{
		title: 'Parcel event, received',
		fields: 'event key parcel',
		as: { event: 'In the item of On Cubyn Event', parcel: 'An item like that of Get Parcel' },
		leftOut: { key: 'It is the application key: it is checked, and goes nowhere' },
	},
];
