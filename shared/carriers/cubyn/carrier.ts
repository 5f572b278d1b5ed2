import type { Carrier } from '../../declare/carrier';
import { catalogueActions } from './stock/catalogue';
import { claimActions } from './claims/actions';
import { collectActions } from './collects/actions';
import { fileActions } from './files/actions';
import { inboundActions } from './inbound/actions';
import { inventoryActions } from './stock/inventory';
import { lotActions } from './stock/lots';
import { parcelActions } from './parcels/actions';
import { returnActions } from './returns/actions';
import { userActions } from './account/actions';
import { cubynConnection } from './connection';
import { lists } from './lists';
import { cubynReadings } from './refusals';
import { polls } from './events/triggers';
import { webhooks } from './events/webhook';

export const cubyn: Carrier = {
	id: 'cubyn',
	title: 'Cubyn',
	about: 'Fulfilment for online shops in France and Spain: you send stock in, Cubyn picks, packs and ships each order.',
	docs: 'https://developers.cubyn.com',
	keywords: ['fulfilment', 'fulfillment', 'parcel', 'warehouse', 'stock', 'inventory', 'shipping', 'return', 'claim', 'Mondial Relay'],
	connection: cubynConnection,
	sampleConnections: {
		production: { application_key: 'my-app-key', webhook_secret: 'wh-sample' },
		sandbox: { application_key: 'my-app-key', environment: 'sandbox', home_country: 'ES' },
	},
	resources: {
		parcel: { title: 'Parcel', one: 'parcel', many: 'parcels' },
		relayPoint: { title: 'Relay Point', one: 'relay point', many: 'relay points' },
		return: { title: 'Return', one: 'return', many: 'returns' },
		attachment: { title: 'Attachment', one: 'attachment', many: 'attachments' },
		claim: { title: 'Claim', one: 'claim', many: 'claims' },
		inboundOrder: { title: 'Inbound Order', one: 'inbound order', many: 'inbound orders' },
		inboundDelivery: { title: 'Inbound Delivery', one: 'inbound delivery', many: 'inbound deliveries' },
		warehouse: { title: 'Warehouse', one: 'warehouse', many: 'warehouses' },
		product: { title: 'Product', one: 'product', many: 'products' },
		barcode: { title: 'Barcode', one: 'barcode', many: 'barcodes' },
		lot: { title: 'Lot', one: 'lot', many: 'lots' },
		catalogueProduct: { title: 'Catalogue Product (Older Product)', one: 'catalogue product', many: 'catalogue products' },
		collect: { title: 'Collect (Older Product)', one: 'collect', many: 'collects' },
		timeSlot: { title: 'Time Slot (Older Product)', one: 'time slot', many: 'time slots' },
		account: { title: 'Account', one: 'account', many: 'accounts' },
	},
	actions: [
		...parcelActions,
		...returnActions,
		...fileActions,
		...claimActions,
		...inboundActions,
		...inventoryActions,
		...lotActions,
		...catalogueActions,
		...collectActions,
		...userActions,
	],
	polls,
	webhooks,
	choices: lists,
	readings: cubynReadings,
	// No limit is published: a polite pace, far above what a shop needs.
	limit: { requests: 10, perMs: 1_000 },
	endpoints: {
		prefix: 'CU',
		count: 56,
		leftOut: {
			CU32: 'CU34 reads the same inbound order, with its lines.',
			CU14: 'Cubyn says that parcels cannot be updated: cancel the parcel and create another. Of the older product, delete it and create another.',
		},
	},
};
