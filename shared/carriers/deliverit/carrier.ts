import type { Carrier } from '../../declare/carrier';
import { getAccount } from './actions/account';
import { deliveritConnection } from './connection';

const account = { username: 'shop@example.com', password: 'sample-pass' };

export const deliverit: Carrier = {
	id: 'deliverit',
	title: 'DeliverIt',
	about: 'Drivers on demand for restaurants and shops in Danish cities.',
	docs: 'https://speca.io/deliverit/book-a-driver',
	keywords: ['courier', 'driver', 'delivery', 'restaurant', 'Denmark', 'Odense', 'Aarhus', 'shipping'],
	connection: deliveritConnection,
	sampleConnections: {
		form: account,
		json: { ...account, environment: 'development', body_encoding: 'json' },
	},
	resources: { account: { title: 'Account', one: 'account', many: 'accounts' } },
	actions: [getAccount],
	polls: [],
	webhooks: [],
	choices: {},
	readings: {},
	// No limit is published: a polite pace, far above what a shop needs.
	limit: { requests: 5, perMs: 1_000 },
	endpoints: { prefix: 'DI', count: 11, leftOut: { DI11: 'It creates shops, and only partners with a token of their own may do that.' } },
};
