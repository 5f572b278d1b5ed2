import type { JsonObject } from '../../json';

/** The answers of the carrier's own page, as far as it gives values. */
export const documentedBooking: JsonObject = {
	DeliverItOpen: true,
	order_driver: true,
	push: true,
	time: '20:15',
	arrive_at_customer: '20:26',
	order_id: 11823,
	acceptUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM',
	denyUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM',
	cancelUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
};

/** The page gives no values for price and distance; these are the ones of its list of orders. */
export const sampleBooking: JsonObject = { ...documentedBooking, DeliveryPrice: '60', DeliveryDistance: '1914' };

export const documentedOrder: JsonObject = {
	created_at: { date: '2017-05-13 17:30:07.000000', timezone_type: 3, timezone: 'Europe/Berlin' },
	name: 'Customer 1',
	telephone: '+45123456789',
	address: 'Hovedgaden 1',
	city: 'Odense C',
	zip: '5000',
	deliveryPrice: '60',
	pickupTime: '17:59',
	driverArrive: 'N/A',
	driverLeft: 'N/A',
	arriveAtCustomer: 'N/A',
	done: 'N/A',
	distance: '1914',
};

/** The page names these fields of an order, and gives no values. */
export const sampleOrder: JsonObject = {
	...documentedOrder,
	remarks: '',
	canceUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/uyPtNITg5cAOoKDViG2e',
	cancel: 0,
	canceled_at: '',
};

export const documentedPeriod = (...orders: JsonObject[]): JsonObject => ({
	error: false,
	orders,
	message: 'Here are the orders you are looking for',
});

export const documentedLogin: JsonObject = { login: true, company: 1, msg: 'Welcome' };

/** The responses of every call whose path contains the company's number. */
export const loginReads = { '/api/v1/login': { status: 201, body: { login: true, company: 14, msg: 'Welcome' } } };

export const notAllowed: JsonObject = { error: true, message: 'You should not be here' };

export const infoLinks = (number: string): JsonObject => ({
	update_url: `https://butik.deliverit.dk/api/v1/orderinfo/14/${number}/update`,
	cancel_url: `https://butik.deliverit.dk/api/v1/orderinfo/14/${number}/cancel`,
});

export const unknownNumber: JsonObject = {
	error: true,
	message: 'Order with that number does not exist. Please use correct number',
};
