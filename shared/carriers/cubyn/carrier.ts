import { defineCarrier } from '../../declare/carrier';
import { catalogueActions } from './stock/catalogue';
import { claimActions } from './claims/actions';
import { collectActions } from './collects/actions';
import { fileActions } from './files/actions';
import { inboundActions } from './inbound/actions';
import { inventoryActions } from './stock/inventory';
import { lotActions } from './stock/lots';
import { parcelActions } from './parcels/actions';
import { returnActions } from './returns/actions';
import { shopOrderSteps } from '../shop-orders';
import { shopOrder } from './delivery-request';
import { userActions } from './account/actions';
import { cubynConnection } from './connection';
import { choices } from './choices';
import { cubynReadings } from './errors';
import { polls } from './events/triggers';
import { webhooks } from './events/webhook';

export const cubyn = defineCarrier({
	id: 'cubyn',
	title: 'Cubyn',
	description:
		'Fulfilment for online shops in France and Spain: you send stock in, Cubyn picks, packs and ships each order.',
	docs: 'https://developers.cubyn.com',
	search: {
		categories: ['Sales', 'Miscellaneous'],
		aliases: [
			'fulfilment',
			'fulfillment',
			'logistics',
			'warehouse',
			'stock',
			'inventory',
			'parcel',
			'send a parcel',
			'shipping',
			'shipment',
			'courier',
			'pickup',
			'tracking',
			'status',
			'delivery',
			'return',
			'returns',
			'claim',
			'label',
			'return label',
			'relay point',
			'Mondial Relay',
			'France',
			'Spain',
			'WooCommerce',
		],
	},
	connection: cubynConnection,
	sampleConnections: {
		production: { application_key: 'my-app-key', webhook_secret: 'wh-sample' },
		sandbox: { application_key: 'my-app-key', environment: 'sandbox', home_country: 'ES' },
	},
	resources: {
		parcel: { title: 'Parcel', singular: 'parcel', plural: 'parcels' },
		relayPoint: { title: 'Relay Point', singular: 'relay point', plural: 'relay points' },
		return: { title: 'Return', singular: 'return', plural: 'returns' },
		attachment: { title: 'Attachment', singular: 'attachment', plural: 'attachments' },
		claim: { title: 'Claim', singular: 'claim', plural: 'claims' },
		inboundOrder: { title: 'Inbound Order', singular: 'inbound order', plural: 'inbound orders' },
		inboundDelivery: { title: 'Inbound Delivery', singular: 'inbound delivery', plural: 'inbound deliveries' },
		warehouse: { title: 'Warehouse', singular: 'warehouse', plural: 'warehouses' },
		product: { title: 'Product', singular: 'product', plural: 'products' },
		barcode: { title: 'Barcode', singular: 'barcode', plural: 'barcodes' },
		lot: { title: 'Lot', singular: 'lot', plural: 'lots' },
		catalogueProduct: {
			title: 'Catalogue Product (Legacy)',
			singular: 'catalogue product',
			plural: 'catalogue products',
		},
		collect: { title: 'Collect (Legacy)', singular: 'collect', plural: 'collects' },
		timeSlot: { title: 'Time Slot (Legacy)', singular: 'time slot', plural: 'time slots' },
		account: { title: 'Account', singular: 'account', plural: 'accounts' },
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
		...shopOrderSteps('Cubyn', shopOrder),
	],
	triggers: [...polls, ...webhooks],
	pastedWebhook: { secretIn: 'query', name: 'secret' },
	choices,
	shopOrder,
	readings: cubynReadings,
	// No limit is documented: a moderate pace, far above a shop's needs.
	limit: { requests: 10, perMs: 1_000 },
	endpoints: {
		prefix: 'CU',
		count: 56,
		excluded: {
			CU32: 'CU34 reads the same inbound order, with its lines.',
			CU14: 'Cubyn says that parcels cannot be updated: cancel the parcel and create another. On legacy accounts, delete it and create another.',
		},
	},
	review: [
		{
			rule: 'D026',
			where: 'authentication.base_url',
			reason: 'The sandbox, or a proxy of the shop: credentials go to this host alone.',
		},
		{
			rule: 'D001',
			where: 'creates.update_account.password',
			reason:
				"Not a credential of the connection: a new password for a person's sign-in, which is one of the things this call of the carrier changes. It is masked in the result.",
		},
		{
			rule: 'D004',
			where: 'searches.find_document_inbound_delivery.id',
			reason:
				'Deliveries belong to an inbound order, and a drop-down here does not know which; the step that lists or adds them gives the ID.',
		},
	],
});
