import { defineCarrier } from '../../declare/carrier';
import { deliveryLine } from '../../delivery/choice-line';
import { cancelDelivery } from './actions/cancel';
import { createDelivery } from './actions/create';
import { getDelivery, getLatestDelivery } from './actions/get';
import { listDeliveries } from './actions/list';
import { listPackageTypes } from './actions/package-types';
import { updateDelivery } from './actions/update';
import { cykeConnection } from './connection';
import { cykeReadings } from './errors';
import { shopOrderSteps } from '../shop-orders';
import { shopOrder } from './delivery-request';
import { deliveryStatusChanged, newDelivery } from './triggers';
import { deliveryEvent } from './webhook';

const account = { email: 'victor@my_company.com', token: 'example-token' };

export const cyke = defineCarrier({
	id: 'cyke',
	title: 'Cyke',
	description: 'Cargo-bike couriers that deliver within time slots, in Paris and wherever a company runs Cyke.',
	docs: 'https://docs.cyke.io/api',
	search: {
		categories: ['Sales', 'Miscellaneous'],
		aliases: [
			'courier',
			'book a courier',
			'send a parcel',
			'cargo bike',
			'bike',
			'delivery',
			'deliveries',
			'parcel',
			'shipping',
			'shipment',
			'pickup',
			'pick-up',
			'drop-off',
			'last mile',
			'tracking',
			'status',
			'Paris',
			'Cargonautes',
			'OLVO',
			'WooCommerce',
		],
	},
	connection: cykeConnection,
	sampleConnections: {
		v2: { ...account, webhook_secret: 'wh-sample' },
		v1: { ...account, environment: 'other', base_url: 'https://cyke.example.com', api_version: 'v1' },
	},
	resources: {
		delivery: { title: 'Delivery', singular: 'delivery', plural: 'deliveries' },
		packageType: { title: 'Package Type', singular: 'package type', plural: 'package types' },
	},
	actions: [
		cancelDelivery,
		createDelivery,
		getDelivery,
		getLatestDelivery,
		listDeliveries,
		listPackageTypes,
		updateDelivery,
		...shopOrderSteps('Cyke', shopOrder),
	],
	triggers: [newDelivery, deliveryStatusChanged, deliveryEvent],
	pastedWebhook: { secretIn: 'header', name: 'x-cyke-token' },
	shopOrder,
	choices: {
		packageTypes: {
			title: 'Package Type',
			action: listPackageTypes,
			input: {},
			value: (item) => String(item.id),
			label: (item) => String(item.type),
		},
		deliveries: {
			title: 'Delivery',
			action: listDeliveries,
			input: {},
			value: (item) => String(item.id),
			line: deliveryLine,
			page: 'https://www.cyke.io/deliveries/{id}',
		},
	},
	readings: cykeReadings,
	// No limit is documented: a moderate pace, far above a shop's needs.
	limit: { requests: 10, perMs: 1_000 },
	endpoints: { prefix: 'CY', count: 13, excluded: {} },
	review: [
		{ rule: 'D026', where: 'authentication.base_url', reason: 'Other companies run Cyke on addresses of their own.' },
	],
});
