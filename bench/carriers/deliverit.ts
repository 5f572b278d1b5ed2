import { createHash } from 'node:crypto';

import { documentedLogin, documentedPeriod, sampleOrder } from '../../shared/carriers/deliverit/documented';
import { orderStatusChanged } from '../../shared/carriers/deliverit/triggers';
import { json, type CarrierBench } from '../carriers';

const now = Date.parse('2030-05-21T12:00:00Z');
const clock = (ms: number) => new Date(ms + 7_200_000).toISOString().slice(11, 16);

/** DI2: twenty characters. */
const token = (index: number) => createHash('sha256').update(`order ${index}`).digest('hex').slice(0, 20);

/** DI6: an order of the last week, the newest hundred without a driver yet. */
const row = (index: number, count: number) => {
	const made = now - ((count - index) * 6 * 24 * 3_600_000) / count;
	const isDone = count - index > 100;
	const times = isDone
		? {
				driverArrive: clock(made + 1_800_000),
				driverLeft: clock(made + 2_100_000),
				arriveAtCustomer: clock(made + 3_000_000),
				done: clock(made + 3_120_000),
			}
		: {};
	return {
		...sampleOrder,
		...times,
		created_at: {
			date: `${new Date(made + 7_200_000).toISOString().slice(0, 19).replace('T', ' ')}.000000`,
			timezone_type: 3,
			timezone: 'Europe/Berlin',
		},
		telephone: String(20_000_000 + index),
		pickupTime: clock(made + 1_800_000),
		remarks: `[ref:WC-${index}] Ring twice`,
		canceUrl: `http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/${token(index)}`,
	};
};

export const bench: CarrierBench = {
	poll: {
		trigger: orderStatusChanged,
		now,
		goal: 'at most 12 x',
		answers: (count) => {
			const period = json(documentedPeriod(...Array.from({ length: count }, (_, index) => row(index, count))));
			const login = json(documentedLogin);
			return ({ url }) => (url.includes('/login') ? login : period);
		},
	},
};
