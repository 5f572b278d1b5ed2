import type { FieldTable } from '../../../scripts/generate/field-places';

const info = { 'customerInfo.create': [''], 'customerInfo.update': [''] };
const signsIn = 'A field of the connection, which signs in with it';
const inMessage = 'It says whether DeliverIt is open now, which the message says as well';

/** The field tables of DeliverIt's page: what goes out, and what comes back. */
export const fieldTables: readonly FieldTable[] = [
	{ title: 'Login, sent (DI1)', fields: 'username password', as: { username: signsIn, password: signsIn } },
	{
		title: 'Login, received (DI1)',
		fields: 'login company msg',
		answers: [{ action: 'account.get' }],
		as: { login: 'An answer without it is no login' },
		leftOut: { msg: 'It says "Welcome" and nothing of the account' },
	},
	{
		title: 'Driver, sent (DI2)',
		fields: 'firstname lastname street zip city time telephone remarks latitude longitude wished_arrival_at_customer',
		forms: { 'driver.create': [''] },
		leftOut: { wished_arrival_at_customer: 'The page mentions it, and its name cannot be read' },
	},
	{
		title: 'Driver, received (DI2)',
		fields:
			'DeliverItOpen order_driver push DeliveryPrice DeliveryDistance time arrive_at_customer order_id acceptUrl denyUrl cancelUrl message',
		answers: [{ action: 'driver.create' }],
		as: {
			order_driver: 'With neither a driver nor a link the step fails with the reason',
			arrive_at_customer: 'Drop-off slot',
		},
		leftOut: { DeliverItOpen: inMessage },
	},
	{
		title: 'Accepted proposal, received (DI3)',
		fields: 'DeliverItOpen order_driver time arriveAtCustomer message cancelurl',
		answers: [{ action: 'driver.accept' }],
		leftOut: { DeliverItOpen: inMessage },
	},
	{
		title: 'Denied proposal, received (DI4)',
		fields: 'error message',
		answers: [{ action: 'driver.deny' }],
		as: { error: 'With it the step fails' },
	},
	{
		title: 'Cancelled driver, received (DI5)',
		fields: 'error message',
		answers: [{ action: 'driver.cancel' }],
		as: { error: 'With it the step fails' },
	},
	{
		title: 'Period, sent (DI6)',
		fields: 'company start end',
		as: {
			company: 'Of the login',
			start: 'Get Many Orders: From',
			end: 'Get Many Orders: To',
		},
	},
	{
		title: 'Trip, sent (DI3, DI4, DI5)',
		fields: 'company id',
		as: { company: 'Of the login, or of the link', id: 'Booking ID, or the link that was returned' },
	},
	{
		title: 'Order of a period, received (DI6)',
		fields:
			'created_at name telephone address city zip remarks deliveryPrice pickupTime driverArrive driverLeft arriveAtCustomer done distance canceUrl cancel canceled_at',
		answers: [{ action: 'order.getAll', at: 'orders.0' }],
		as: {
			created_at: 'An object with the day; the other times of the row are read from it',
			driverArrive: 'Status and driverArrivedAt',
			driverLeft: 'Status and driverLeftAt',
			arriveAtCustomer: 'Status and arrivedAt',
			canceled_at: 'With `cancel`: occurredAt',
		},
	},
	{
		title: 'Customer info, sent (DI7, DI8)',
		fields: 'ordernumber name telephone street city zip remarks paid delivery longitude latitude company order_number',
		forms: info,
		as: { company: 'Of the login', order_number: 'Names the order that is changed, by number or link' },
	},
	{
		title: 'Customer info, received (DI7)',
		fields: 'error message distance_in_km price_with_vat update_url cancel_url',
		answers: [{ action: 'customerInfo.create' }],
		as: { error: 'Documented as true on success: the link or the message decides' },
	},
	{
		title: 'Changed customer info, received (DI8)',
		fields: 'error message distance_in_km price_with_vat update_url cancel_url',
		answers: [{ action: 'customerInfo.update' }],
		as: { error: 'Documented as true on success: the link or the message decides' },
	},
	{
		title: 'Cancelled customer info, received (DI9)',
		fields: 'error canceled message',
		answers: [{ action: 'customerInfo.cancel' }],
		as: {
			error: 'False with success and failure alike',
			canceled: 'False with a success status: the step fails with the reason',
		},
	},
	{
		title: 'Price, sent (DI10)',
		fields: 'longitude latitude',
		forms: { 'price.get': [''] },
	},
	{
		title: 'Price, received (DI10)',
		fields: 'error distance_in_km estimated_delivery_time_in_minutes price_ex_vat',
		answers: [{ action: 'price.get' }],
		leftOut: { error: 'False with every success' },
	},
	{
		title: 'New shop, sent (DI11)',
		fields: 'firstname lastname email company address zip city deliveritcity latitude longitude',
		leftOut: Object.fromEntries(
			'firstname lastname email company address zip city deliveritcity latitude longitude'
				.split(' ')
				.map((field) => [field, 'Only partners with a token of their own make shops']),
		),
	},
];
