import type { Item } from '../../../declare/facts';
import type { PollTrigger } from '../../../declare/trigger';
import { plainMillis } from '../../../delivery/plain-moment';
import { isTerminal, statuses, statusLabels } from '../../../delivery/status';
import { latest, millis } from '../../../delivery/time';
import { digest } from '../../../run/digest';
import { claimFiles, listClaims } from '../claims/get';
import { listInboundOrders } from '../inbound/list';
import { listParcels } from '../parcels/list';
import { listProducts } from '../stock/products';
import { cubynClaim, claimResponse, toClaim } from '../claims/claim';
import { acceptedResponse } from '../claims/samples';
import { claimStatuses } from '../claims/claim-types';
import { parcelV3 } from '../parcels/documented';
import { cubynInboundOrder, inboundOrderResponse, inboundStatuses, orderItem } from '../inbound/order';
import { documentedOrder } from '../inbound/samples';
import type { JsonObject } from '../../../json';
import { cubynParcel, toItem } from '../parcels/parcel';
import { statusFrom } from '../parcels/status';
import { cubynProduct, productResponse, productItem } from '../stock/stock';
import { documentedProduct } from '../stock/samples';
import { parcelResponse } from '../wire';

const DAY_MS = 24 * 3_600_000;
const millisOf = (moment: unknown) => (typeof moment === 'string' ? millis(moment) : 0);
const statusOptions = statuses.filter((status) =>
	[
		'needs_attention',
		'created',
		'picked_up',
		'in_transit',
		'out_for_delivery',
		'attempt_failed',
		'returning',
		'delivered',
		'failed',
		'returned',
		'cancelled',
	].includes(status),
);

// A parcel that a carrier could not deliver may still come back.
const isClosed = (item: Item) => item.status !== 'failed' && item.terminal === true;

const isFlag = (value: unknown) => value === undefined || value === null || typeof value === 'boolean';

/** CU51: a parcel that is over, with a plain number, status and time, which the reading takes as they are. */
function closedRow({ id, status: carrierStatus, cancelled, cancellationStatus, createdAt }: JsonObject) {
	if (!Number.isSafeInteger(id) || typeof carrierStatus !== 'string' || typeof createdAt !== 'string') return undefined;
	if (!isFlag(cancelled) || Number.isNaN(plainMillis(createdAt))) return undefined;
	const status = statusFrom({
		status: carrierStatus,
		cancelled: cancelled === true,
		cancellationStatus: typeof cancellationStatus === 'string' ? cancellationStatus : null,
	});
	const item: Item = { id: String(id), createdAt, status, carrierStatus, terminal: isTerminal(status) };
	return isClosed(item) ? item : undefined;
}

/** CU51: the newest come first, 500 at a time, so only open or recent parcels are read. */
const parcels = {
	kind: 'poll',
	noun: 'Parcel',
	list: listParcels,
	listInput: () => ({}),
	reads: 'newest',
	key: (item) => String(item.id),
	createdAt: (item) => millisOf(item.createdAt),
	// One that waited for stock ends long after younger ones.
	dueAt: (item) => latest(item.createdAt, item.shippedAt, item.deliveredAt),
	// Where v3 uses v2's statuses, a cancelled parcel is still CREATED.
	fingerprint: (item) => (item.status === 'cancelled' ? 'cancelled' : String(item.carrierStatus)),
	// A parcel that waits for stock for ever would keep all that came after it in sight.
	horizonMs: 60 * DAY_MS,
	closedRow,
	output: cubynParcel,
	sample: toItem(parcelResponse.parse(parcelV3)),
	covers: ['CU51'],
} satisfies Partial<PollTrigger>;

const newParcel: PollTrigger = {
	...parcels,
	id: 'newParcel',
	title: 'New Parcel',
	when: 'a new parcel appears in the account, whoever made it; returns count as well',
	emits: 'new',
	primaryFields: ['id'],
};

const parcelStatusChanged: PollTrigger = {
	...parcels,
	id: 'parcelStatusChanged',
	title: 'Parcel Status Changed',
	when: 'a parcel reaches another status, such as shipped or delivered; each is followed for 60 days',
	emits: 'changed',
	isClosed,
	primaryFields: ['id', 'status', 'carrierStatus'],
	filter: {
		field: 'status',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: statusOptions.map((status) => ({ value: status, label: statusLabels[status] })),
	},
};

/**
 * CU53: no filter returns only changed products, so each poll reads all of them. The state holds a short name and the
 * counts of each, about 40 bytes.
 */
const stockChanged: PollTrigger = {
	kind: 'poll',
	id: 'stockChanged',
	title: 'Stock Changed',
	when: 'the available, reserved, damaged or blocked quantity of a product changes, or a product is new',
	noun: 'Product',
	emits: 'changed',
	list: listProducts,
	reads: 'whole',
	listInput: () => ({}),
	key: (item) => digest([String(item.id)], 16),
	createdAt: (item) => millisOf(item.updatedAt),
	fingerprint: (item) =>
		[item.available, item.reserved, item.damaged, item.blocked].map((count) => count ?? '').join('/'),
	isClosed: () => false,
	maxOpen: 1_000,
	output: cubynProduct,
	sample: productItem(productResponse.parse(documentedProduct)),
	covers: ['CU53'],
	// The same counts may come back; the time distinguishes them.
	primaryFields: ['id', 'stock', 'updatedAt'],
};

const inboundStatusChanged: PollTrigger = {
	kind: 'poll',
	id: 'inboundStatusChanged',
	title: 'Inbound Order Status Changed',
	when: 'an inbound order is made, validated, being received or completed',
	noun: 'Inbound Order',
	emits: 'changed',
	list: listInboundOrders,
	reads: 'whole',
	listInput: () => ({ sort: 'desc' }),
	key: (item) => String(item.id),
	createdAt: (item) => millisOf(item.createdAt),
	fingerprint: (item) => String(item.carrierStatus),
	isClosed: (item) => item.terminal === true,
	output: cubynInboundOrder,
	sample: orderItem(inboundOrderResponse.parse(documentedOrder)),
	covers: ['CU30'],
	primaryFields: ['id', 'carrierStatus'],
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
	emits: 'changed',
	list: listClaims,
	reads: 'whole',
	listInput: () => ({}),
	key: (item) => String(item.id),
	createdAt: (item) => millisOf(item.createdAt),
	fingerprint: (item) => String(item.carrierStatus),
	isClosed: (item) => item.decided === true,
	output: cubynClaim,
	sample: toClaim(claimResponse.parse(acceptedResponse)),
	files: claimFiles,
	covers: ['CU44'],
	primaryFields: ['id', 'carrierStatus'],
	filter: {
		field: 'carrierStatus',
		label: 'Statuses',
		help: 'Only these statuses; all of them where none is chosen.',
		options: claimStatuses,
	},
};

export const polls: readonly PollTrigger[] = [
	newParcel,
	parcelStatusChanged,
	stockChanged,
	inboundStatusChanged,
	claimStatusChanged,
];
