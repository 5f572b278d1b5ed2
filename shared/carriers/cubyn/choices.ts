import type { ChoiceList } from '../../declare/carrier';
import { listAttachments } from './files/attachments';
import { listCollects } from './collects/reads';
import { listClaims } from './claims/get';
import { listInboundOrders, listWarehouses } from './inbound/list';
import { listLots } from './stock/list-lots';
import { listParcels } from './parcels/list';
import { listProducts } from './stock/products';
import { getAccount } from './account/actions';

/** Values for drop-downs, by name. */
export const choices: Readonly<Record<string, ChoiceList>> = {
	parcels: {
		title: 'Parcel',
		action: listParcels,
		input: {},
		value: (item) => String(item.id),
		label: (item) => `${String(item.id)}: ${String(item.reference ?? 'no reference')}, ${String(item.carrierStatus)}`,
		page: 'http://track.cubyn.com/CUB{id}',
	},
	products: {
		title: 'Product',
		action: listProducts,
		input: {},
		value: (item) => String(item.id),
		label: (item) => `${String(item.sku)}: ${String(item.name)}`,
	},
	warehouses: {
		title: 'Warehouse',
		action: listWarehouses,
		input: {},
		value: (item) => String(item.id),
		label: (item) => String(item.name ?? item.id),
	},
	returns: {
		title: 'Return',
		action: listParcels,
		input: { type: 'RECIPIENT_RETURN' },
		value: (item) => String(item.id),
		label: (item) => `${String(item.id)}: ${String(item.reference ?? 'no reference')}, ${String(item.carrierStatus)}`,
	},
	attachments: {
		title: 'Attachment',
		action: listAttachments,
		input: {},
		value: (item) => String(item.id),
		label: (item) => `${String(item.name)} of parcel ${String(item.parcelId)}`,
	},
	accounts: {
		title: 'Account',
		action: getAccount,
		input: {},
		value: (item) => String(item.id),
		label: (item) => String(item.email ?? item.id),
	},
	claims: {
		title: 'Claim',
		action: listClaims,
		input: {},
		value: (item) => String(item.id),
		label: (item) => `${String(item.type)} of ${String(item.entityId)}, ${String(item.carrierStatus)}`,
	},
	collects: {
		title: 'Collect',
		action: listCollects,
		input: {},
		value: (item) => String(item.id),
		label: (item) => `${String(item.pickupAt)}, ${String(item.carrierStatus)}`,
	},
	inboundOrders: {
		title: 'Inbound Order',
		action: listInboundOrders,
		input: { sort: 'desc' },
		value: (item) => String(item.id),
		label: (item) =>
			`WIO ${String(item.number ?? item.id)}: ${String(item.declaredItems)} items, ${String(item.carrierStatus)}`,
	},
	lots: {
		title: 'Lot',
		action: listLots,
		input: {},
		value: (item) => String(item.id),
		label: (item) =>
			`${String(item.reference)} of ${String(item.date).slice(0, 10)}: ${String(item.available)} available, product ${String(item.productId)}`,
	},
};
