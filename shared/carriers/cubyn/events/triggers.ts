import type { PollTrigger } from '../../../declare/trigger';
import { isTerminal, statuses, statusLabels } from '../../../delivery/status';
import { latest, millis } from '../../../delivery/time';
import { digest } from '../../../run/digest';
import { claimFiles, listClaims } from '../claims/get';
import { listInboundOrders } from '../inbound/list';
import { listParcels } from '../parcels/list';
import { listProducts } from '../stock/products';
import { cubynClaim, claimAnswer, toClaim } from '../claims/claim';
import { documentedAnswer } from '../claims/samples';
import { claimStatuses } from '../claims/words';
import { parcelV3 } from '../parcels/documented';
import { cubynInboundOrder, inboundOrderAnswer, inboundStatuses, orderItem } from '../inbound/order';
import { documentedOrder } from '../inbound/samples';
import { cubynParcel, toItem } from '../parcels/parcel';
import { cubynProduct, productAnswer, productItem } from '../stock/stock';
import { documentedProduct } from '../stock/samples';
import { parcelAnswer } from '../wire';

const DAY_MS = 24 * 3_600_000;
const born = (moment: unknown) => (typeof moment === 'string' ? millis(moment) : 0);
const reached = statuses.filter((status) => ['created', 'picked_up', 'in_transit', 'attempt_failed', 'delivered', 'failed', 'returned', 'cancelled'].includes(status));

/** CU51: the newest come first, 500 at a time, so only what is open or recent is read. */
const parcels = {
	kind: 'poll',
	noun: 'Parcel',
	list: listParcels,
	listInput: () => ({}),
	newestFirst: true,
	key: (item) => String(item.id),
	bornAt: (item) => born(item.createdAt),
	// One that waited for stock ends long after younger ones.
	dueAt: (item) => latest(item.createdAt, item.shippedAt, item.deliveredAt),
	// Where v3 speaks the words of v2, a cancelled parcel is still CREATED.
	mark: (item) => (item.status === 'cancelled' ? 'cancelled' : String(item.carrierStatus)),
	// What a carrier could not deliver may still come back.
	closed: (item) => item.status !== 'failed' && statuses.some((status) => status === item.status && isTerminal(status)),
	// A parcel that waits for stock for ever would keep all that came after it in sight.
	horizonMs: 60 * DAY_MS,
	output: cubynParcel,
	sample: toItem(parcelAnswer.parse(parcelV3)),
	covers: ['CU51'],
} satisfies Partial<PollTrigger>;

const newParcel: PollTrigger = {
	...parcels,
	id: 'newParcel',
	title: 'New Parcel',
	when: 'a new parcel appears in the account, whoever made it; returns count as well',
	reports: 'new',
	primary: ['id'],
};

const parcelStatusChanged: PollTrigger = {
	...parcels,
	id: 'parcelStatusChanged',
	title: 'Parcel Status Changed',
	when: 'a parcel reaches another status, such as shipped or delivered; each is followed for 60 days',
	reports: 'changed',
	primary: ['id', 'status', 'carrierStatus'],
	filter: {
		field: 'status',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: reached.map((status) => ({ value: status, label: statusLabels[status] })),
	},
};

/** CU53: nothing asks for what has changed, so every product is looked at. Of each a short name and its counts are kept, about 40 bytes. */
const stockChanged: PollTrigger = {
	kind: 'poll',
	id: 'stockChanged',
	title: 'Stock Changed',
	when: 'the available, reserved, damaged or blocked quantity of a product changes, or a product is new',
	noun: 'Product',
	reports: 'changed',
	list: listProducts,
	listInput: () => ({}),
	key: (item) => digest([String(item.id)], 16),
	bornAt: (item) => born(item.updatedAt),
	mark: (item) => [item.available, item.reserved, item.damaged, item.blocked].map((count) => count ?? '').join('/'),
	closed: () => false,
	mostOpen: 1_000,
	output: cubynProduct,
	sample: productItem(productAnswer.parse(documentedProduct)),
	covers: ['CU53'],
	// The same counts may come back: the time tells them apart.
	primary: ['id', 'stock', 'updatedAt'],
};

const inboundStatusChanged: PollTrigger = {
	kind: 'poll',
	id: 'inboundStatusChanged',
	title: 'Inbound Order Status Changed',
	when: 'an inbound order is made, validated, being received or completed',
	noun: 'Inbound Order',
	reports: 'changed',
	list: listInboundOrders,
	listInput: () => ({ sort: 'desc' }),
	key: (item) => String(item.id),
	bornAt: (item) => born(item.createdAt),
	mark: (item) => String(item.carrierStatus),
	closed: (item) => item.terminal === true,
	output: cubynInboundOrder,
	sample: orderItem(inboundOrderAnswer.parse(documentedOrder)),
	covers: ['CU30'],
	primary: ['id', 'carrierStatus'],
	filter: {
		field: 'carrierStatus',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: inboundStatuses,
	},
};

const claimStatusChanged: PollTrigger = {
	kind: 'poll',
	id: 'claimStatusChanged',
	title: 'Claim Status Changed',
	when: 'a claim is filed, looked into, resolved or rejected',
	noun: 'Claim',
	reports: 'changed',
	list: listClaims,
	listInput: () => ({}),
	key: (item) => String(item.id),
	bornAt: (item) => born(item.createdAt),
	mark: (item) => String(item.carrierStatus),
	closed: (item) => item.decided === true,
	output: cubynClaim,
	sample: toClaim(claimAnswer.parse(documentedAnswer)),
	files: claimFiles,
	covers: ['CU44'],
	primary: ['id', 'carrierStatus'],
	filter: {
		field: 'carrierStatus',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: claimStatuses,
	},
};

export const polls: readonly PollTrigger[] = [newParcel, parcelStatusChanged, stockChanged, inboundStatusChanged, claimStatusChanged];
