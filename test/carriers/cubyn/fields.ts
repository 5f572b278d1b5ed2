import type { FieldTable } from '../../../scripts/generate/field-places';
import { innerTables } from './inner-fields';
import { listTables } from './list-fields';

const unexplained = 'Its page does not say what it means';
const internal = 'A number of Cubyn that no call takes';
const echo = 'It repeats what was sent, and no step needs it';
const byLine = 'Line by line: see its own table';
const address = 'line1 line2 zip city state country additionalInformation';

const reasons = (fields: string, reason: string) =>
	Object.fromEntries(fields.split(' ').map((field) => [field, reason]));

/** The field tables of Cubyn's pages: what goes out, and what comes back. */
export const fieldTables: readonly FieldTable[] = [
	{
		title: 'Address, sent',
		fields: address,
		forms: { 'parcel.create': ['address'], 'collect.create': ['address'], 'collect.update': ['address'] },
	},
	{
		title: 'Item, sent',
		fields: 'count reference name value width height depth weight',
		forms: { 'parcel.create': ['items'] },
	},
	{
		title: 'Parcel, sent (CU12)',
		fields:
			'address items firstName lastName organizationName deliveryMode deliverySigned relayPickupRef objectCount phone email value insurance isAdvalorem orderRef customsHsCode customsDescription customsOriginCountry customsCategory',
		forms: { 'parcel.create': [''] },
	},
	{
		title: 'Parcel v2, received (CU13)',
		fields: `id batchId type status trackingId carrier carrierTrackingId aside address firstName lastName organizationName phone email items label deliveryMode deliverySigned relayPickupRef objectCount insurance isAdvalorem orderRef value originalValue customsHsCode customsCategory customsDescription customsOriginCountry validationStatus cancellationStatus applcationId viaApplicationId shipperId collectId barcode qrCode warehouseId weight volumetricWeight pickedAt selfReturnActivated deliverySaturday isAnonymized isStorage isRemoval createdAt updatedAt`,
		answers: [{ action: 'parcel.getState' }],
		leftOut: {
			...reasons('aside label selfReturnActivated deliverySaturday isAnonymized isStorage isRemoval', unexplained),
			...reasons('batchId applcationId viaApplicationId shipperId warehouseId', internal),
			...reasons(
				'items deliverySigned objectCount insurance isAdvalorem customsHsCode customsCategory customsDescription customsOriginCountry',
				echo,
			),
			originalValue: 'The value is given',
			collectId: 'Get Many Collects shows the collects of legacy accounts',
			...reasons('barcode qrCode', 'Pictures for the warehouse of a legacy collect'),
			...reasons('weight volumetricWeight', 'Its unit is not stated'),
		},
	},
	{
		title: 'Parcel v3, received (CU52)',
		fields:
			'id trackingId carrierTrackingId carrier insurance originalValue cancelled weight volumetricWeight status type address firstName lastName phone email organizationName deliveryMode deliverySigned isAdvalorem orderRef relayPickupRef value createdAt updatedAt validatedAt shippedAt deliveredAt ordered shipped',
		answers: [{ action: 'parcel.get' }],
		as: { cancelled: 'Status', ordered: byLine, shipped: byLine },
		leftOut: {
			...reasons('insurance deliverySigned isAdvalorem', echo),
			originalValue: 'The value is given',
			...reasons('weight volumetricWeight', 'Its unit is not stated'),
		},
	},
	{
		title: 'Address, received',
		fields: address,
		answers: [{ action: 'parcel.get', at: 'address' }],
		leftOut: { state: 'Of the United States alone, which its postal code gives' },
	},
	{
		title: 'Ordered goods, received',
		fields: 'reference quantity name value',
		answers: [{ action: 'parcel.get', at: 'ordered.content.0' }],
		as: { reference: 'Goods by name, else by reference' },
		leftOut: { value: 'Not in the sample; the value of the parcel is given' },
	},
	{
		title: 'Shipped goods, received',
		fields: 'id reference name quantity lots',
		answers: [{ action: 'parcel.get', at: 'shipped.content.0' }],
		leftOut: reasons(
			'id reference name quantity lots',
			'What was ordered is given; the lots of a parcel serve a recall, in carrierData',
		),
	},
	{
		title: 'Attachment, sent (CU21)',
		fields: 'name parcelId file',
		forms: { 'attachment.add': [''] },
	},
	{
		title: 'Attachment, received (CU20, CU22)',
		fields: 'id type status name format pageCount file s3Url fileSize parcelId fileKey createdAt updatedAt',
		answers: [{ action: 'attachment.get' }],
		as: { s3Url: 'The file, where there is no other link' },
		leftOut: { fileKey: internal },
	},
	{
		title: 'Claim, sent (CU43)',
		fields: 'type source entityType entityId resolutionTypeSelected attachments concerns requester',
		forms: { 'claim.create': [''], 'claim.file': [''] },
	},
	{
		title: 'Attachment of a claim, sent',
		fields: 'type fileKey',
		forms: { 'claim.create': ['attachments'], 'claim.addAttachments': ['attachments'] },
	},
	{
		title: 'Concern of a claim, sent',
		fields: 'type entityId entityType quantity',
		forms: { 'claim.create': ['concerns'], 'claim.file': ['concerns'] },
	},
	{
		title: 'Requester of a claim, sent',
		fields: 'firstName lastName email organizationName language bankInfo',
		forms: { 'claim.create': ['requester'], 'claim.file': ['requester'] },
		as: { bankInfo: 'A group of its own on the form' },
	},
	{
		title: 'Bank details of a requester, sent',
		fields: 'firstName lastName iban bic country',
		forms: { 'claim.create': ['bankInfo'], 'claim.file': ['bankInfo'] },
	},
	{
		title: 'Claim, received (CU45)',
		fields:
			'id type status source entityId entityType createdAt updatedAt refundStatus ownerId resolutionTypeSelected resolutionTypeApplied decidedToRefundAt refundId shippingFeesAmount merchandiseValue rejectedReason relatedShipperId reshipParcelId attachments concerns requester',
		answers: [{ action: 'claim.get' }],
		as: {
			...reasons(
				'decidedToRefundAt refundId shippingFeesAmount merchandiseValue',
				'Only for a claim whose refund was not rejected: the page shows amounts on rejected ones',
			),
			attachments: 'files',
			concerns: 'A line for each of the goods',
		},
		leftOut: {
			ownerId: internal,
			requester: 'The customer, whose bank details may be with it: carrierData alone has it',
		},
	},
	{
		title: 'Inbound order, sent (CU25)',
		fields:
			'productName sku barcode quantity lotNumber lotDate customPickingStrategyForProduct packingUnits warehouseId',
		forms: { 'inboundOrder.create': ['items', ''], 'inboundOrder.send': ['items', ''] },
	},
	{
		title: 'Inbound order, received (CU34)',
		fields:
			'id status lines isDeleted declaredPackingUnits receivedPackingUnits completedPackingUnits declaredItems storedItems createdAt updatedAt receiptStartedAt validatedAt completedAt deletedAt ownerId insurance isSameDayInbound',
		answers: [{ action: 'inboundOrder.get' }],
		as: { lines: byLine },
		leftOut: {
			deletedAt: 'A deleted order says so in its status',
			...reasons('insurance isSameDayInbound', unexplained),
		},
	},
	{
		title: 'Line of an inbound order, received',
		fields: 'id orderId name barcode sku quantities createdAt updatedAt lotInformation',
		answers: [{ action: 'inboundOrder.get', at: 'lines.0' }],
		leftOut: {
			orderId: 'The order that it stands in',
			...reasons('createdAt updatedAt', 'The times of the order are given'),
		},
	},
	{
		title: 'Inbound delivery, sent (CU26)',
		fields: 'orderId carrierName carrierTrackingId declaredPackingUnits estimatedReceptionDate',
		forms: { 'inboundDelivery.create': ['', 'deliveries'] },
	},
	{
		title: 'Inbound delivery, received (CU27)',
		fields:
			'id orderId warehouseId carrierName carrierTrackingId reference status declaredPackingUnits receivedPackingUnits storedItems estimatedReceptionDate receivedAt createdAt updatedAt fileKey completedPackingUnits receivedItems deliveryMode totalWeight boxHeight boxLength boxWidth weight',
		answers: [{ action: 'inboundDelivery.getAll', at: '0' }],
		leftOut: {
			reference: 'It equals the tracking number',
			fileKey: 'Get Delivery Document gives a link that works',
			receivedItems: 'The boxes received and the pieces stored are given',
			deliveryMode: unexplained,
			...reasons('totalWeight boxHeight boxLength boxWidth weight', 'Null in its sample, and without a unit'),
		},
	},
	{
		title: 'Product v2, received (CU36)',
		fields:
			'name reference merchantId type isUnknown isUnscannable isCase isCasePacked scubId productId warehouseGroupKey availableQuantity damagedQuantity reservedQuantity',
		answers: [{ action: 'product.getAllByWarehouse', at: 'products.0' }],
		leftOut: {
			...reasons('merchantId scubId', internal),
			...reasons('isUnknown isUnscannable isCase isCasePacked', 'Filters of the list, for the warehouse'),
		},
	},
	{
		title: 'Barcodes, received (CU38)',
		fields: 'skuIds barcodeSet quantity',
		answers: [{ action: 'barcode.getAll', at: '0' }],
	},
	{
		title: 'Lot v2, received (CU39)',
		fields: 'merchantId productId lotId lotDate lotNumber status availableQuantity damagedQuantity aggregatedBy',
		answers: [{ action: 'lot.getAllByWarehouse', at: 'lots.0' }],
		leftOut: { merchantId: internal, status: 'Always null', aggregatedBy: 'It repeats the filter' },
	},
	{
		title: 'Catalogue product, received (CU40)',
		fields:
			'id ownerId sku sanitizedSku name isVirtual isBundle isUnknown scubsIds stock requiresItemIdentifiers externalReferences createdAt updatedAt',
		answers: [{ action: 'catalogueProduct.getAll', at: '0' }],
		leftOut: {
			...reasons('ownerId scubsIds', internal),
			sanitizedSku: 'The SKU is given',
			...reasons('requiresItemIdentifiers externalReferences', unexplained),
		},
	},
	{
		title: 'Lot v3, sent (CU49, CU50)',
		fields: 'date reference blocked',
		forms: { 'lot.update': [''], 'lot.setStatus': [''] },
	},
	{
		title: 'Lot v3, received (CU47)',
		fields: 'id productId date reference isBlocked quantity quantities',
		answers: [{ action: 'lot.get' }],
	},
	{
		title: 'Product v3, received (CU53)',
		fields: 'id reference name type ownerId archived archivedAt updatedAt quantity quantities lots',
		answers: [{ action: 'product.get' }],
		leftOut: { ownerId: internal, archivedAt: 'Whether it is archived is given', lots: 'Get Many Lots has them' },
	},
	{
		title: 'Collect, sent (CU7)',
		fields: 'volumeCategory contactName contactPhone pickupAt address',
		forms: { 'collect.create': [''], 'collect.update': [''] },
	},
	{
		title: 'Collect, received (CU8)',
		fields: 'id status address pickupAt volumeCategory shipperId applicationId createdAt updatedAt shipper parcels',
		answers: [{ action: 'collect.get' }],
		leftOut: { ...reasons('shipperId applicationId shipper', internal), parcels: 'Get Many Parcels has them' },
	},
	{
		title: 'Time slot, received (CU5)',
		fields: 'asap date duration',
		answers: [{ action: 'timeSlot.getAll', at: '0' }],
	},
	{
		title: 'Root, received (CU1)',
		fields: 'version name description',
		answers: [{ action: 'account.get' }],
		leftOut: reasons('name description', 'They name the API, not the account'),
	},
	{
		title: 'User, sent (CU4)',
		fields: 'email password firstName lastName phone',
		forms: { 'account.update': [''] },
	},
	{
		title: 'User, received (CU3)',
		fields: 'id firstName lastName phone email createdAt updatedAt collects',
		answers: [{ action: 'account.getUser' }],
		leftOut: { collects: 'Get Many Collects has them' },
	},
	...innerTables,
	...listTables,
];
