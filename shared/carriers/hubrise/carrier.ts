import type { Carrier } from '../../declare/carrier';
import { hubriseConnection } from './connection';
import { hubriseReadings } from './refusals';
import { polls, webhooks } from './triggers';

export const hubrise: Carrier = {
	id: 'hubrise',
	title: 'HubRise',
	about: 'The order hub of restaurants and shops: a courier attaches a delivery to an order, and every till and ordering app sees it move.',
	docs: 'https://www.hubrise.com/developers',
	keywords: ['delivery', 'courier', 'order', 'restaurant', 'food', 'takeaway', 'POS', 'till', 'dispatch'],
	connection: hubriseConnection,
	sampleConnections: {
		location: { access_token: 'example-token', client_secret: 'example-secret' },
		account: { access_token: 'example-account-token', client_secret: 'example-secret', access_level: 'account' },
	},
	resources: {
		delivery: { title: 'Delivery', one: 'delivery', many: 'deliveries' },
		quote: { title: 'Delivery Quote', one: 'delivery quote', many: 'delivery quotes' },
		order: { title: 'Order', one: 'order', many: 'orders' },
		location: { title: 'Location', one: 'location', many: 'locations' },
	},
	actions: [],
	polls,
	webhooks,
	choices: {},
	readings: hubriseReadings,
	limit: {
		windows: [
			{ requests: 500, perMs: 60_000 },
			{ requests: 2_500, perMs: 3_600_000 },
			{ requests: 10_000, perMs: 86_400_000 },
		],
		heavy: [{ requests: 10, perMs: 60_000 }],
	},
	endpoints: { prefix: 'HR', count: 23, leftOut: {} },
};
