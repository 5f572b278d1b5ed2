import { defineCarrier } from '../../declare/carrier';
import { deliveryLine } from '../../delivery/choice-line';
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
import { deliveritReadings } from './errors';
import { shopOrderSteps } from '../shop-orders';
import { shopOrder } from './delivery-request';
import { newOrder, orderStatusChanged } from './triggers';

const account = { username: 'shop@example.com', password: 'sample-pass' };

export const deliverit = defineCarrier({
	id: 'deliverit',
	title: 'DeliverIt',
	description: 'Drivers on demand for restaurants and shops in Danish cities.',
	docs: 'https://speca.io/deliverit/book-a-driver',
	search: {
		categories: ['Sales', 'Miscellaneous'],
		aliases: [
			'courier',
			'deliver it',
			'driver',
			'book a driver',
			'send a parcel',
			'delivery',
			'deliveries',
			'parcel',
			'shipping',
			'restaurant',
			'takeaway',
			'food',
			'pickup',
			'pick-up',
			'drop-off',
			'last mile',
			'tracking',
			'status',
			'Denmark',
			'Odense',
			'Aarhus',
		],
	},
	connection: deliveritConnection,
	sampleConnections: {
		form: account,
		json: { ...account, environment: 'development', body_encoding: 'json' },
	},
	resources: {
		account: { title: 'Account', singular: 'account', plural: 'accounts' },
		customerInfo: { title: 'Customer Info', singular: 'customer info', plural: 'customer info' },
		driver: { title: 'Driver', singular: 'driver', plural: 'drivers' },
		order: { title: 'Order', singular: 'order', plural: 'orders' },
		price: { title: 'Price', singular: 'price', plural: 'prices' },
	},
	actions: [
		getAccount,
		cancelInfo,
		createInfo,
		updateInfo,
		acceptProposal,
		bookDriver,
		cancelDriver,
		denyProposal,
		listOrders,
		getPrice,
		...shopOrderSteps('DeliverIt', shopOrder),
	],
	triggers: [newOrder, orderStatusChanged],
	shopOrder,
	choices: {
		orders: {
			title: 'Order',
			action: listOrders,
			input: {},
			value: (item) => String(item.id),
			line: deliveryLine,
		},
	},
	readings: deliveritReadings,
	// No limit is documented: a moderate pace, far above a shop's needs.
	limit: { requests: 5, perMs: 1_000 },
	endpoints: {
		prefix: 'DI',
		count: 11,
		excluded: { DI11: 'It creates shops, and only partners with a token of their own may do that.' },
	},
	review: [
		{
			rule: 'D026',
			where: 'authentication.base_url',
			reason: 'The sandbox, or a proxy of the shop: credentials go to this host alone.',
		},
	],
});
