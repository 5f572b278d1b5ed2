import type { Carrier } from '../../declare/carrier';
import { deliveryLabel } from '../../delivery/label';
import { getAccount } from './actions/account';
import { acceptProposal, denyProposal } from './actions/answer-proposal';
import { bookDriver } from './actions/book';
import { cancelDriver } from './actions/cancel';
import { cancelInfo } from './actions/info-cancel';
import { createInfo } from './actions/info-create';
import { updateInfo } from './actions/info-update';
import { listOrders } from './actions/list';
import { getPrice } from './actions/price';
import { deliveritConnection } from './connection';
import { deliveritReadings } from './refusals';
import { newOrder, orderStatusChanged } from './triggers';

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
	resources: {
		account: { title: 'Account', one: 'account', many: 'accounts' },
		customerInfo: { title: 'Customer Info', one: 'customer info', many: 'customer info' },
		driver: { title: 'Driver', one: 'driver', many: 'drivers' },
		order: { title: 'Order', one: 'order', many: 'orders' },
		price: { title: 'Price', one: 'price', many: 'prices' },
	},
	actions: [getAccount, cancelInfo, createInfo, updateInfo, acceptProposal, bookDriver, cancelDriver, denyProposal, listOrders, getPrice],
	polls: [newOrder, orderStatusChanged],
	webhooks: [],
	choices: {
		orders: {
			title: 'Order',
			action: listOrders,
			input: {},
			value: (item) => String(item.id),
			label: deliveryLabel,
		},
	},
	readings: deliveritReadings,
	// No limit is published: a polite pace, far above what a shop needs.
	limit: { requests: 5, perMs: 1_000 },
	endpoints: { prefix: 'DI', count: 11, leftOut: { DI11: 'It creates shops, and only partners with a token of their own may do that.' } },
};
