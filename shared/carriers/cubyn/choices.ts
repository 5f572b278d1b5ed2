import type { ChoiceList } from '../../declare/carrier';
import type { Item } from '../../declare/facts';
import { deliveryLine, inWords } from '../../delivery/choice-line';
import { listAttachments } from './files/attachments';
import { listCollects } from './collects/reads';
import { listClaims } from './claims/get';
import { listInboundOrders, listWarehouses } from './inbound/list';
import { listLots } from './stock/list-lots';
import { listParcels } from './parcels/list';
import { listProducts } from './stock/products';
import { getAccount } from './account/actions';

/** The slot of a parcel is not known, so its date is the one on which it was made. */
const parcelLine = (item: Item) => ({ ...deliveryLine(item), at: item.createdAt });

/** Values for drop-downs, by name. */
export const choices: Readonly<Record<string, ChoiceList>> = {
	parcels: {
		title: 'Parcel',
		action: listParcels,
		input: {},
		value: (item) => String(item.id),
		line: parcelLine,
		newestFirst: true,
		byReference: (orderRef) => ({ orderRef }),
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
		line: parcelLine,
		newestFirst: true,
		byReference: (orderRef) => ({ orderRef, type: 'RECIPIENT_RETURN' }),
	},
	attachments: {
		title: 'Attachment',
		action: listAttachments,
		input: {},
		value: (item) => String(item.id),
		line: (item) => ({
			at: item.createdAt,
			who: item.name,
			reference: `parcel ${String(item.parcelId)}`,
			status: item.carrierStatus,
		}),
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
		line: (item) => ({
			at: item.createdAt,
			who: inWords(item.type),
			reference: item.entityId,
			status: item.carrierStatus,
		}),
	},
	collects: {
		title: 'Collect',
		action: listCollects,
		input: {},
		value: (item) => String(item.id),
		line: (item) => ({ at: item.pickupAt, status: item.carrierStatus }),
	},
	inboundOrders: {
		title: 'Inbound Order',
		action: listInboundOrders,
		input: { sort: 'desc' },
		value: (item) => String(item.id),
		line: (item) => ({
			at: item.createdAt,
			who: `${String(item.declaredItems)} items`,
			reference: `WIO ${String(item.number ?? item.id)}`,
			status: item.carrierStatus,
		}),
		newestFirst: true,
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
