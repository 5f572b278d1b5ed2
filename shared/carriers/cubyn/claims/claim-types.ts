/** The subject of each claim type and the attachments Cubyn wants for it. Two types document no attachments. */
export const claimTypes = [
	{ value: 'PARCEL_LATE_DELIVERY', label: 'Late Delivery', help: 'Needs no file' },
	{ value: 'PARCEL_MISSING_PRODUCT', label: 'Missing Product', help: 'Needs the commercial invoice' },
	{
		value: 'PARCEL_NEVER_RECEIVED',
		label: 'Never Received',
		help: 'Marked as delivered, but not received. Needs the commercial invoice',
	},
	{
		value: 'PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT',
		label: 'Never Received, Lost in Transit',
		help: 'Was not delivered. Needs the commercial invoice',
	},
	{
		value: 'PARCEL_NEVER_RECEIVED_MARKED_AS_LOST_CARRIER',
		label: 'Never Received, Carrier Calls It Lost',
		help: 'Needs the commercial invoice',
	},
	{
		value: 'PARCEL_NOT_AVAILABLE_FOR_PICKUP',
		label: 'Not at the Pick-Up Point',
		help: 'Marked as available there, but the recipient did not get it',
	},
	{
		value: 'PARCEL_RECEIVED_DAMAGED',
		label: 'Received Damaged',
		help: 'Needs the commercial invoice, a photo of the item and a photo of the label',
	},
	{ value: 'PARCEL_WRONG_PRODUCT', label: 'Wrong Product', help: 'Another order or other products came' },
] as const;

export const claimFileTypes = [
	{ value: 'AFFIDAVIT', label: 'Affidavit' },
	{ value: 'BUYING_INVOICE', label: 'Purchase Invoice', help: 'What the product cost you' },
	{ value: 'CARRIER_TRACKING_PAGE', label: 'Tracking Page of the Carrier' },
	{ value: 'CERTIFICATE_NOT_PICKED_UP', label: 'Certificate of Non-Delivery' },
	{ value: 'COMMERCIAL_INVOICE', label: 'Commercial Invoice', help: 'What your customer paid' },
	{ value: 'COMPLAINT', label: 'Complaint', help: 'An affidavit or a police report' },
	{ value: 'GENERAL', label: 'Other' },
	{ value: 'IDENTIFICATION_DOCUMENT', label: 'Identification Document' },
	{ value: 'ITEM_DAMAGED', label: 'Photo of the Damaged Item' },
	{ value: 'ITEM_LABEL', label: 'Photo of the Shipping Label' },
	{ value: 'ITEM_WRONG', label: 'Photo of the Wrong Item' },
	{ value: 'POLICE_REPORT', label: 'Police Report' },
	{ value: 'PROOF_OF_DELIVERY', label: 'Proof of Delivery' },
] as const;

export type ClaimType = (typeof claimTypes)[number]['value'];
export type ClaimFileType = (typeof claimFileTypes)[number]['value'];

const invoice: readonly ClaimFileType[] = ['COMMERCIAL_INVOICE'];

/** CU43: "Required attachments per claim type". */
export const requiredFiles: Readonly<Record<ClaimType, readonly ClaimFileType[]>> = {
	PARCEL_LATE_DELIVERY: [],
	PARCEL_MISSING_PRODUCT: invoice,
	PARCEL_NEVER_RECEIVED: invoice,
	PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT: invoice,
	PARCEL_NEVER_RECEIVED_MARKED_AS_LOST_CARRIER: invoice,
	PARCEL_NOT_AVAILABLE_FOR_PICKUP: [],
	PARCEL_RECEIVED_DAMAGED: ['COMMERCIAL_INVOICE', 'ITEM_DAMAGED', 'ITEM_LABEL'],
	PARCEL_WRONG_PRODUCT: [],
};

export const fileTypeLabel = (type: ClaimFileType): string =>
	claimFileTypes.find(({ value }) => value === type)?.label ?? type;

export const claimStatuses = [
	{ value: 'CREATED', label: 'Created' },
	{ value: 'STARTED', label: 'Started' },
	{ value: 'RESOLVED', label: 'Resolved' },
	{ value: 'REJECTED', label: 'Rejected' },
] as const;
