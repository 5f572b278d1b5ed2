import type { Json, JsonObject } from '../../../shared/json';

/** DeliverIt's answers that a host could take for something else, and what its user must read. */
export interface HostCase {
	title: string;
	action: string;
	input: JsonObject;
	/** By a part of the path. */
	answers: Readonly<Record<string, { status: number; body: Json }>>;
	/** How often the call itself goes out. */
	calls: number;
	/** The outcome: fields of the item, or words of the error. */
	item?: JsonObject;
	error?: RegExp;
	/** Whether the error says that the login is wrong, which makes Zapier ask for a new one. */
	provesLogin?: boolean;
}

const links = {
	acceptUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM',
	denyUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM',
	cancelUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
};
const trip: JsonObject = {
	reference: 'WC-1042',
	time: '2020-11-09 18:30',
	firstname: 'Freja',
	lastname: 'Holm',
	telephone: '12345678',
	street: 'Hovedgaden 1',
	zip: '0900',
	latitude: 55.3957969,
	longitude: 10.3912053,
};
const order: JsonObject = {
	created_at: { date: '2020-11-09 08:30:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' },
	name: 'Freja Holm',
	telephone: '+4512345678',
	address: 'Hovedgaden 1',
	remarks: '',
	pickupTime: '18:30',
	canceUrl: links.cancelUrl,
	cancel: 0,
};
const login = { status: 201, body: { login: true, company: 14, msg: 'Welcome' } };
const noOrders = { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } };
const orders = (row: JsonObject) => ({ status: 200, body: { error: false, orders: [row], message: 'Here they are' } });
const stranger = { status: 401, body: { error: true, message: 'You should not be here' } };
const lapsed = {
	status: 400,
	body: {
		DeliverItOpen: true,
		message: 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order',
	},
};
const page = { status: 502, body: '<html>Bad gateway</html>' };
const booked = (more: JsonObject) => ({
	status: 201,
	body: { DeliverItOpen: true, order_driver: true, push: false, time: '18:30', order_id: 1, ...links, ...more },
});
const usual = { '/login': login, '/order/': noOrders };

export const hostCases: readonly HostCase[] = [
	{
		title: 'a proposal that lapses twice is an error, and no driver is booked',
		action: 'driver.create',
		input: { ...trip, when_pushed: 'accept' },
		answers: { ...usual, '/orderdriver/create': booked({ push: true, time: '18:50' }), '/accept/': lapsed },
		calls: 2,
		error: /No driver is booked/,
	},
	{
		title: 'an acceptance that is lost and listed is accepted',
		action: 'driver.accept',
		input: { booking: 'F64u3fbxNdaoTyAcOisM' },
		answers: { '/login': login, '/order/': orders(order), '/accept/': page },
		calls: 4,
		item: { status: 'scheduled' },
	},
	{
		title: 'a cancel that is lost and listed as live did not take effect',
		action: 'driver.cancel',
		input: { booking: 'F64u3fbxNdaoTyAcOisM' },
		answers: { '/login': login, '/order/': orders(order), '/cancel/': page },
		calls: 4,
		error: /did not take effect/,
	},
	{
		title: 'a denial that is lost and not listed is unknown',
		action: 'driver.deny',
		input: { booking: 'F64u3fbxNdaoTyAcOisM' },
		answers: { ...usual, '/deny/': page },
		calls: 4,
		error: /could not be found out/,
	},
	{
		title: 'a 401 for a foreign booking is no wrong login',
		action: 'driver.cancel',
		input: { booking: 'F64u3fbxNdaoTyAcOisM' },
		answers: { ...usual, '/cancel/': stranger },
		calls: 1,
		error: /should not be here/,
	},
	{
		title: 'a 401 of the login is one',
		action: 'driver.cancel',
		input: { booking: 'F64u3fbxNdaoTyAcOisM' },
		answers: { '/login': { status: 401, body: { login: false, msg: 'nope, try again' } } },
		calls: 0,
		error: /user name and the password/,
		provesLogin: true,
	},
	{
		title: 'no driver is a refusal with its reason, sent once',
		action: 'driver.create',
		input: trip,
		answers: {
			...usual,
			'/orderdriver/create': { status: 201, body: { DeliverItOpen: true, order_driver: false, message: 'No driver' } },
		},
		calls: 1,
		error: /No driver/,
	},
	{
		title: 'remarks that come back empty do not book again',
		action: 'driver.create',
		input: trip,
		answers: { '/login': login, '/order/': orders(order) },
		calls: 0,
		item: { outcome: 'found', id: 'F64u3fbxNdaoTyAcOisM' },
	},
	{
		title: 'customer info of which nothing was cancelled',
		action: 'customerInfo.cancel',
		input: { order_number: 'NP15eLVptYSvRU0' },
		answers: {
			...usual,
			'/cancel': { status: 202, body: { error: false, canceled: false, message: 'Less than 15 minutes til pickup.' } },
		},
		calls: 1,
		error: /Nothing was cancelled/,
	},
];

/** The answer of a script, by the first part that the path has. */
export function answerTo({ answers }: HostCase, path: string): { status: number; body: Json } {
	const part = Object.keys(answers).find((each) => path.includes(each));
	return answers[part ?? ''] ?? { status: 500, body: {} };
}

/** The call that the case is about, among those that reached the carrier. */
export const ownCalls = (requests: readonly { method: string; path: string }[], { action }: HostCase): number =>
	requests.filter(
		({ method, path }) => method === 'POST' && path.includes(`/${action.split('.')[1]}`) && !path.endsWith('/login'),
	).length;
