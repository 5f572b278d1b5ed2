import { isJsonObject } from '../../declare/json';
import type { PollTrigger } from '../../declare/trigger';
import { isTerminal, statuses, statusLabels } from '../../delivery/status';
import { latest } from '../../delivery/time';
import { listOrders } from './actions/list';
import { ZONE } from './connection';
import { documentedOrder, documentedPeriod } from './documented';
import { orderItem } from './order';
import { AHEAD_MS, BACK_MS, DAY_MS, daysAround } from './period';
import { tripShape } from './trip';
import { periodAnswer } from './wire';

const reached = statuses.filter((status) => ['scheduled', 'at_pickup', 'out_for_delivery', 'at_dropoff', 'delivered', 'cancelled'].includes(status));

const [sample = {}] = periodAnswer
	.parse(documentedPeriod({ ...documentedOrder, remarks: '[ref:WC-1042] Ring twice', driverArrive: '17:57', driverLeft: '18:01' }))
	.orders.map((order) => orderItem(order, '2017-05-13', ZONE));

const list = {
	kind: 'poll',
	noun: 'Order',
	list: listOrders,
	listInput: ({ from, now, zone }) => ({ ...daysAround(now, zone, from) }),
	key: (item) => String(item.id),
	bornAt: (item) => latest(item.createdAt),
	mark: (item) => String(item.carrierStatus),
	closed: (item) => statuses.some((status) => status === item.status && isTerminal(status)),
	// DI3: a proposal is listed once it is accepted, under the moment it was made at; that moment may be an hour off where clocks go back.
	lateMs: DAY_MS,
	// An order whose driver never reported the end would keep the period open for ever.
	horizonMs: BACK_MS,
	aheadMs: AHEAD_MS,
	dueAt: (item) => latest(item.createdAt, isJsonObject(item.pickup) ? item.pickup.slotStart : undefined),
	output: tripShape,
	sample,
	covers: ['DI6'],
} satisfies Partial<PollTrigger>;

export const newOrder: PollTrigger = {
	...list,
	id: 'newOrder',
	title: 'New Order',
	when: 'a driver is booked, by whatever way; a proposed time counts once it is accepted',
	reports: 'new',
	primary: ['id'],
};

export const orderStatusChanged: PollTrigger = {
	...list,
	id: 'orderStatusChanged',
	title: 'Order Status Changed',
	when: 'a driver reaches the next step, or an order is cancelled',
	reports: 'changed',
	primary: ['id', 'carrierStatus'],
	filter: {
		field: 'status',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: reached.map((status) => ({ value: status, label: statusLabels[status] })),
	},
};
