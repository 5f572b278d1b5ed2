import type { Carrier } from '../../declare/carrier';
import { deliveryLabel } from '../../delivery/label';
import { cancelDelivery } from './actions/cancel';
import { createDelivery } from './actions/create';
import { getDelivery, getLatestDelivery } from './actions/get';
import { listDeliveries } from './actions/list';
import { listPackageTypes } from './actions/package-types';
import { updateDelivery } from './actions/update';
import { cykeConnection } from './connection';
import { cykeReadings } from './refusals';
import { deliveryStatusChanged, newDelivery } from './triggers';
import { deliveryEvent } from './webhook';

const account = { email: 'victor@my_company.com', token: 'example-token' };

export const cyke: Carrier = {
	id: 'cyke',
	title: 'Cyke',
	about: 'Cargo-bike couriers that deliver within time slots, in Paris and wherever a company runs Cyke.',
	docs: 'https://docs.cyke.io/api',
	keywords: ['courier', 'delivery', 'cargo bike', 'pickup', 'shipping', 'Cargonautes', 'OLVO'],
	connection: cykeConnection,
	sampleConnections: {
		v2: { ...account, webhook_secret: 'wh-sample' },
		v1: { ...account, environment: 'other', base_url: 'https://cyke.example.com', api_version: 'v1' },
	},
	resources: {
		delivery: { title: 'Delivery', one: 'delivery', many: 'deliveries' },
		packageType: { title: 'Package Type', one: 'package type', many: 'package types' },
	},
	actions: [cancelDelivery, createDelivery, getDelivery, getLatestDelivery, listDeliveries, listPackageTypes, updateDelivery],
	polls: [newDelivery, deliveryStatusChanged],
	webhooks: [deliveryEvent],
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
			label: (item) => `${deliveryLabel(item)} (${String(item.id)})`,
			page: 'https://www.cyke.io/deliveries/{id}',
		},
	},
	readings: cykeReadings,
	// No limit is published: a polite pace, far above what a shop needs.
	limit: { requests: 10, perMs: 1_000 },
	endpoints: { prefix: 'CY', count: 13, leftOut: {} },
};
