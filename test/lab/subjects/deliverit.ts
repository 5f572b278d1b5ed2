import type { Words } from './subject';

const secrets = ['deliverit-sandbox-1'];

export const deliveritWords: Words = {
	'driver.create': {
		connection: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		routes: { create: 'orderdriver.create', lookUp: 'order.period' },
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
		live: (sandbox, reference) =>
			sandbox.deliverit.orders.filter((each) => each.state === 'booked' && each.remarks.includes(reference)).map(({ token }) => token),
		references: (sandbox) => sandbox.deliverit.orders.filter(({ state }) => state === 'booked').map(({ remarks }) => /^\[ref:([^\]]+)\]/.exec(remarks)?.[1] ?? remarks),
		secrets,
	},
	'customerInfo.create': {
		connection: { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' },
		routes: { create: 'orderinfo.create', lookUp: 'none' },
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
		live: (sandbox, reference) => sandbox.deliverit.customers.filter((each) => each.ordernumber === reference && !each.canceled).map(({ orderNumber }) => orderNumber),
		references: (sandbox) => sandbox.deliverit.customers.filter(({ canceled }) => !canceled).map(({ ordernumber }) => ordernumber),
		secrets,
	},
};
