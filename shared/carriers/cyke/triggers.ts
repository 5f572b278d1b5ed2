import type { Item } from '../../declare/facts';
import type { JsonObject } from '../../json';
import type { PollTrigger } from '../../declare/trigger';
import { plainMillis } from '../../delivery/plain-moment';
import { isTerminal, statuses, statusLabels } from '../../delivery/status';
import { latest } from '../../delivery/time';
import { sampleAccess } from './connection';
import { filesIn } from '../../delivery/item-files';
import { cykeDelivery, statusFrom, toItem } from './delivery';
import { deliveryV2 } from './documented';
import { getDelivery } from './actions/get';
import { listDeliveries } from './actions/list';
import { deliveryResponse } from './wire';

const statusOptions = statuses.filter((status) =>
	['created', 'scheduled', 'picked_up', 'delivered', 'failed', 'cancelled'].includes(status),
);

/** CY8: a finished delivery with a plain number, status and time, which the reading takes as they are. */
function closedRow({ id, status, created_at: createdAt }: JsonObject): Item | undefined {
	if (!Number.isSafeInteger(id) || typeof status !== 'string' || typeof createdAt !== 'string') return undefined;
	if (!isTerminal(statusFrom(status)) || Number.isNaN(plainMillis(createdAt))) return undefined;
	return { id: String(id), createdAt, carrierStatus: status, terminal: true };
}

/** CY8: the list knows no pages and no filter but the reference, so it is read whole each time. */
const shared = {
	kind: 'poll',
	noun: 'Delivery',
	list: listDeliveries,
	reads: 'whole',
	listInput: () => ({}),
	key: (item) => String(item.id),
	createdAt: (item) => latest(item.createdAt),
	dueAt: (item) => latest(item.createdAt, item.slotEnd),
	fingerprint: (item) => String(item.carrierStatus),
	closedRow,
	readFull: { action: getDelivery, input: (item) => ({ id: item.id }) },
	output: cykeDelivery,
	sample: toItem(deliveryResponse.parse(deliveryV2), {}, { access: sampleAccess }),
	files: filesIn,
} satisfies Partial<PollTrigger>;

export const newDelivery: PollTrigger = {
	...shared,
	id: 'newDelivery',
	title: 'New Delivery',
	when: 'a new delivery appears in the account, whoever booked it',
	emits: 'new',
	covers: ['CY8', 'CY10'],
	primaryFields: ['id'],
};

export const deliveryStatusChanged: PollTrigger = {
	...shared,
	id: 'deliveryStatusChanged',
	title: 'Delivery Status Changed',
	when: 'a delivery reaches another status, such as scheduled or delivered',
	emits: 'changed',
	isClosed: (item) => item.terminal === true,
	covers: ['CY8', 'CY10'],
	primaryFields: ['id', 'carrierStatus'],
	filter: {
		field: 'status',
		label: 'Statuses',
		help: 'Only these statuses. Leave it empty for all.',
		options: statusOptions.map((status) => ({ value: status, label: statusLabels[status] })),
	},
};
