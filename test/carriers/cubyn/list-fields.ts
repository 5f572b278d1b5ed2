import type { FieldTable } from '../../../scripts/generate/field-places';

const PAGING = 'Every list is read to its end, or to the number that its user wants';
const reading = (...fields: readonly string[]) => Object.fromEntries(fields.map((field) => [field, PAGING]));

/** Filters and order of each list, and what its answer has inside. */
export const listTables: readonly FieldTable[] = [
	{
		title: 'Filters of parcels v2 (CU11)',
		fields: 'orderRef status type sort limit offset',
		forms: { 'parcel.getAllStates': [''] },
		as: reading('limit', 'offset'),
	},
	{
		title: 'Filters of parcels v3 (CU51)',
		fields: 'parcelIds status orderRef type limit offset',
		forms: { 'parcel.getAll': [''] },
		as: reading('limit', 'offset'),
	},
	{
		title: 'Filters of attachments (CU19, CU20)',
		fields: 'parcelId type includes',
		forms: { 'attachment.getAll': [''] },
		as: { includes: 'With Files' },
	},
	{
		title: 'Filters of products v2 (CU36, CU37)',
		fields: 'limit offset query types isCase isCasePacked isUnknown isUnscannable warehouseGroupKeys productId',
		forms: { 'product.getAllByWarehouse': [''] },
		as: reading('limit', 'offset'),
	},
	{
		title: 'Filters of products v3 (CU53)',
		fields: 'productIds onlyWithAvailableQuantity type reference isArchived isCase isCasePacked isUnknown limit offset',
		forms: { 'product.getAll': [''] },
		as: reading('limit', 'offset'),
	},
	{
		title: 'Filters of lots v2 (CU39)',
		fields: 'productId withQuantity query aggregatedBy sort limit offset',
		forms: { 'lot.getAllByWarehouse': [''] },
		as: { aggregatedBy: 'Aggregated', ...reading('limit', 'offset') },
	},
	{
		title: 'Filters of lots v3 (CU47)',
		fields: 'lotIds productId date reference withQuantity sort limit offset',
		forms: { 'lot.getAll': [''] },
		as: reading('limit', 'offset'),
	},
	{
		title: 'Filters of catalogue products (CU40)',
		fields: 'sku isBundle offset',
		forms: { 'catalogueProduct.getAll': [''] },
		as: reading('offset'),
	},
	{
		title: 'Filters of inbound orders and deliveries (CU27, CU30)',
		fields: 'status sort orderId',
		forms: { 'inboundOrder.getAll': [''], 'inboundDelivery.getAll': [''] },
	},
	{
		title: 'Quantity of a lot v3, received',
		fields: 'available damaged total',
		answers: [{ action: 'lot.get', at: 'quantity' }],
	},
	{
		title: 'Quantity of a product v3, received',
		fields: 'available damaged reserved blocked total',
		answers: [{ action: 'product.get', at: 'quantity' }],
	},
	{
		title: 'Stock of a catalogue product, received',
		fields:
			'hadStockInbounded quantityAvailable quantityOutbounded quantityInbounding quantityOutbounding quantityDamaged',
		answers: [{ action: 'catalogueProduct.getAll', at: '0.stock' }],
		leftOut: { hadStockInbounded: 'The quantities show it' },
	},
];
