import type { PollTrigger } from '../../declare/trigger';
import { isTerminal, statuses, statusLabels } from '../../delivery/status';
import { latest } from '../../delivery/time';
import { sampleAccess } from './connection';
import { cykeDelivery, filesOfItem, toItem } from './delivery';
import { deliveryV2 } from './documented';
import { getDelivery } from './actions/get';
import { listDeliveries } from './actions/list';
import { deliveryAnswer } from './wire';

const reached = statuses.filter((status) => ['created', 'scheduled', 'picked_up', 'delivered', 'failed', 'cancelled'].includes(status));

/** CY8: the list knows no pages and no filter but the reference, so it is read whole each time. */
const list = {
	kind: 'poll',
	noun: 'Delivery',
	list: listDeliveries,
	listInput: () => ({}),
	key: (item) => String(item.id),
	bornAt: (item) => latest(item.createdAt),
	dueAt: (item) => latest(item.createdAt, item.slotEnd),
	mark: (item) => String(item.carrierStatus),
	closed: (item) => statuses.some((status) => status === item.status && isTerminal(status)),
	whole: { action: getDelivery, input: (item) => ({ id: item.id }) },
	output: cykeDelivery,
	sample: toItem(deliveryAnswer.parse(deliveryV2), {}, { access: sampleAccess }),
	files: filesOfItem,
} satisfies Partial<PollTrigger>;

export const newDelivery: PollTrigger = {
	...list,
	id: 'newDelivery',
	title: 'New Delivery',
	when: 'a new delivery appears in the account, whoever booked it',
	reports: 'new',
	covers: ['CY8', 'CY10'],
	primary: ['id'],
};

export const deliveryStatusChanged: PollTrigger = {
	...list,
	id: 'deliveryStatusChanged',
	title: 'Delivery Status Changed',
	when: 'a delivery reaches another status, such as scheduled or delivered',
	reports: 'changed',
	covers: ['CY8', 'CY10'],
	primary: ['id', 'carrierStatus'],
	filter: {
		field: 'status',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: reached.map((status) => ({ value: status, label: statusLabels[status] })),
	},
};
