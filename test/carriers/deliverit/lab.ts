import type { CarrierLab } from '../../lab/subject';

const secrets = ['deliverit-sandbox-1'];

const subjects: CarrierLab['subjects'] = {
	'driver.create': {
		connection: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		routes: { create: 'orderdriver.create', lookUp: 'order.period' },
		lookUps: 'lagging',
		batchSize: 50,
		responses: {
			nothingFound: { status: 404, body: { error: true, message: 'No order is found. Are the dates correct?.' } },
			booked: {
				order_driver: true,
				push: false,
				DeliverItOpen: true,
				time: '18:30',
				cancelUrl: 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/aaaaaaaaaaaaaaaaaaaa',
			},
		},
		input: (reference) => ({
			reference,
			firstname: 'Freja',
			street: 'Vestergade 10',
			zip: '5000',
			city: 'Odense C',
			time: '2026-11-23T18:30:00+01:00',
			telephone: '12345678',
			latitude: 55.3957969,
			longitude: 10.3912053,
		}),
		activeIds: (sandbox, reference) =>
			sandbox.deliverit.orders
				.filter((each) => each.state === 'booked' && each.remarks.includes(reference))
				.map(({ token }) => token),
		activeReferences: (sandbox) =>
			sandbox.deliverit.orders
				.filter(({ state }) => state === 'booked')
				.map(({ remarks }) => /^\[ref:([^\]]+)\]/.exec(remarks)?.[1] ?? remarks),
		secrets,
	},
	'customerInfo.create': {
		connection: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		routes: { create: 'orderinfo.create', lookUp: 'none' },
		lookUps: { upToDate: 'DeliverIt has no look-up of orders by their number: it refuses a repeated number itself.' },
		input: (reference) => ({
			ordernumber: reference,
			name: 'Freja Holm',
			telephone: '12345678',
			street: 'Vestergade 10',
			city: 'Odense C',
			zip: '5000',
			paid: true,
			latitude: 55.3957969,
			longitude: 10.3912053,
		}),
		activeIds: (sandbox, reference) =>
			sandbox.deliverit.customers
				.filter((each) => each.ordernumber === reference && !each.canceled)
				.map(({ orderNumber }) => orderNumber),
		activeReferences: (sandbox) =>
			sandbox.deliverit.customers.filter(({ canceled }) => !canceled).map(({ ordernumber }) => ordernumber),
		secrets,
	},
};

export const lab: CarrierLab = {
	subjects,
	refusal: { status: 400, body: { error: true, message: 'We do not deliver there.' } },
};
