import type { Item } from '../../declare/facts';
import { isJsonObject, type JsonObject } from '../../json';
import type { PollTrigger } from '../../declare/trigger';
import { isTerminal, statuses, statusLabels } from '../../delivery/status';
import { latest } from '../../delivery/time';
import { listOrders } from './actions/list';
import { ZONE } from './connection';
import { documentedPeriod, sampleOrder } from './documented';
import { numberInLink, tripLink } from './links';
import { phpMoment } from './moments';
import { orderItem, progressOf } from './order';
import { AHEAD_MS, BACK_MS, DAY_MS, daysAround } from './period';
import { tripShape } from './trip';
import { periodResponse } from './wire';

const statusOptions = statuses.filter((status) =>
	['scheduled', 'at_pickup', 'out_for_delivery', 'at_dropoff', 'delivered', 'cancelled'].includes(status),
);

const [sample = {}] = periodResponse
	.parse(
		documentedPeriod({
			...sampleOrder,
			remarks: '[ref:WC-1042] Ring twice',
			driverArrive: '17:57',
			driverLeft: '18:01',
		}),
	)
	.orders.map((order) => orderItem(order, '2017-05-13', ZONE));

/** DI6: an order that is over, and whose link has its number. The rest is only read once it is emitted. */
function closedRow(row: JsonObject, zone: string): Item | undefined {
	const { status, carrierStatus } = progressOf(row);
	if (!isTerminal(status) || typeof row.canceUrl !== 'string') return undefined;
	const id = numberInLink(tripLink, row.canceUrl);
	const createdAt = phpMoment(row.created_at, zone);
	return id === undefined || createdAt === undefined ? undefined : { id, createdAt, carrierStatus, terminal: true };
}

const shared = {
	kind: 'poll',
	noun: 'Order',
	list: listOrders,
	listInput: ({ from, now, zone }) => ({ ...daysAround(now, zone, from) }),
	key: (item) => String(item.id),
	hasLongKeys: true,
	createdAt: (item) => latest(item.createdAt),
	fingerprint: (item) => String(item.carrierStatus),
	closedRow,
	isClosed: (item) => item.terminal === true,
	// DI3: an accepted proposal is listed with the time it was made, which may be an hour off when clocks go back.
	listingLagMs: DAY_MS,
	// An order whose driver never reports the end would keep the period open for ever.
	reads: 'period',
	horizonMs: BACK_MS,
	maxLeadMs: AHEAD_MS,
	dueAt: (item) => latest(item.createdAt, isJsonObject(item.pickup) ? item.pickup.slotStart : undefined),
	output: tripShape,
	sample,
	covers: ['DI6'],
} satisfies Partial<PollTrigger>;

export const newOrder: PollTrigger = {
	...shared,
	id: 'newOrder',
	title: 'New Order',
	when: 'a driver is booked, here or in the screens of DeliverIt; a proposed time counts once it is accepted',
	emits: 'new',
	primaryFields: ['id'],
};

export const orderStatusChanged: PollTrigger = {
	...shared,
	id: 'orderStatusChanged',
	title: 'Order Status Changed',
	when: 'a driver reaches the next step, or an order is cancelled',
	emits: 'changed',
	isClosed: (item) => item.terminal === true,
	primaryFields: ['id', 'carrierStatus'],
	filter: {
		field: 'status',
		label: 'Statuses',
		help: 'Only these statuses. Leave it empty for all.',
		options: statusOptions.map((status) => ({ value: status, label: statusLabels[status] })),
	},
};
