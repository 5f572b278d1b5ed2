/** HubRise's pages show no whole event of an order or a delivery; these are made of their lists of fields. */
const order = {
	id: '5dpm9',
	location_id: '3r4s3-1',
	private_ref: null,
	status: 'accepted',
	service_type: 'delivery',
	created_at: '2023-01-01T11:40:00+01:00',
	created_by: 'Sandbox Till',
	total: '24.50 EUR',
	items: [{ id: 'i1', product_name: 'Margherita', price: '12.25 EUR', quantity: '2' }],
	customer: {
		first_name: 'Ada',
		last_name: 'Moreau',
		phone: '+33612345678',
		address_1: '12 rue des Petits Champs',
		postal_code: '75002',
		city: 'Paris',
	},
	delivery: null,
};

const delivery = {
	id: 'd7k2w',
	order_id: '5dpm9',
	location_id: '3r4s3-1',
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: '1Z12345E0291980793',
	status: 'pickup_enroute',
	fee: '4.50 EUR',
	tracking_url: 'https://www.ups.com/track?tracknum=1Z12345E0291980793',
	driver_name: 'John',
	assigned_at: '2023-01-01T12:00:00+01:00',
	pickup_at: null,
	delivered_at: null,
	cancelled_at: null,
	driver_latitude: '48.856614',
	driver_longitude: '2.3522219',
};

const location = { account_id: '3r4s3', location_id: '3r4s3-1', order_id: '5dpm9' };

export const orderEventLine = {
	id: 'vcm3q9xa',
	resource_type: 'order',
	event_type: 'update',
	created_at: '2023-01-01T11:42:00+01:00',
	...location,
};
export const orderEvent = { ...orderEventLine, previous_state: { ...order, status: 'new' }, new_state: order };
export const newOrderEvent = {
	...orderEvent,
	id: 'b2k8s0qe',
	event_type: 'create',
	created_at: '2023-01-01T11:40:00+01:00',
	previous_state: null,
	new_state: { ...order, status: 'new' },
};

export const deliveryEventLine = {
	id: 'n6t1z4rd',
	resource_type: 'delivery',
	event_type: 'update',
	created_at: '2023-01-01T12:00:00+01:00',
	delivery_id: 'd7k2w',
	...location,
};
export const deliveryEvent = {
	...deliveryEventLine,
	previous_state: { ...delivery, status: 'pending', assigned_at: null },
	new_state: delivery,
};
export const newDeliveryEvent = {
	...deliveryEvent,
	id: 'h9p5c7ju',
	event_type: 'create',
	previous_state: null,
	new_state: { ...delivery, status: 'pending', assigned_at: null },
};
