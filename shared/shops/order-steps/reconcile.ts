import type { FlowAction, Steps } from '../../declare/action';
import type { ConnectionFacts, Item } from '../../declare/facts';
import { success, type Result } from '../../declare/failure';
import { flow } from '../../declare/flow';
import type { JsonObject } from '../../json';
import { outputField, outputItem } from '../../delivery/delivery';
import type { DeliveryRequest, OrderReading } from '../../delivery/request';
import type { BookingState } from '../../declare/shop-order';
import { MOST_ATTEMPTS, nextReference } from './attempts';
import { findingOf, isStopped, stateOfItem, strayFinding, type Finding, type KnownOrders } from './findings';
import { liveBookings, ofOrder, straysAmong } from './live-bookings';
import {
	checkReconcile,
	isListed,
	limitsOf,
	ordersOf,
	placedDay,
	placeOf,
	reconcileForm,
	type ReconcileInput,
} from './reconcile-input';
import type { OrderStepsOf } from './steps-of';
import { looseValues, readFor, type OrderInput } from './understand';

/** Orders that one run looks up. A host with less time looks up fewer, and the others are reported. */
const MOST = 1_000;
/** On a host without a time limit of its own: a list may be read only a few times a minute. */
const PATIENCE_MS = 600_000;
/** A look-up that begins with less time left would be cut off. */
const SPARE_MS = 4_000;
/** Orders that are looked up at once. */
const AT_ONCE = 5;
/** For fewer orders, looking up each costs less than a list. */
const FEW = 3;

interface Run {
	declaration: OrderStepsOf;
	input: ReconcileInput;
	facts: ConnectionFacts;
	steps: Steps;
	/** The shop's live bookings, where its orders are known to be whole. */
	live: readonly BookingState[] | undefined;
}

interface Order {
	json: JsonObject;
	reading: OrderReading;
	day: number | undefined;
	/** Of the list that holds its booking. */
	since: string | undefined;
}

interface Reconciled {
	item: Item;
	/** The look-up at the carrier; none for an order that needs none. */
	read?: Result<unknown>;
}

const QUIET: readonly Finding['finding'][] = ['booked', 'left_out'];

function itemOf({ finding, message }: Finding, request: DeliveryRequest | null, bookings: readonly BookingState[]) {
	const number = request?.reference.number ?? null;
	return {
		id: request?.reference.text ?? '',
		finding,
		needsAction: !QUIET.includes(finding),
		message: number === null ? message : `Order ${number}: ${message}`,
		orderNumber: number,
		orderKey: request?.reference.orderId ?? null,
		orderStatus: request?.shopStatus ?? null,
		bookings: bookings.map(({ id }) => id).join(', '),
	};
}

/** The bookings of an order: of its reference, and of each attempt after a failure. */
async function bookingsOf(
	{ declaration, input, facts, steps }: Run,
	request: DeliveryRequest,
	{ json, since }: Order,
): Promise<Result<BookingState[]>> {
	const { booking, stateOf = stateOfItem } = declaration;
	const values = looseValues(declaration, request, { ...input, order: json } as OrderInput & JsonObject, facts);
	const field = booking.booking.foundBy === 'identity' ? undefined : booking.booking.reference;
	const found: BookingState[] = [];
	let reference = request.reference.text;
	for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
		const read = await steps.find(booking, field === undefined ? values : { ...values, [field]: reference }, since);
		if (!read.ok) return read;
		const latest = read.value.map((each) => stateOf(each));
		found.push(...latest);
		if (latest.length === 0 || latest.some(({ stage }) => stage !== 'over')) break;
		reference = nextReference(reference);
	}
	return success(found);
}

const notReached = 'The time of this run was over before this order. Run the step again with the orders that are left.';

const unreadable = (reading: OrderReading): string =>
	reading.outcome === 'left_out'
		? reading.reasons[0].message
		: reading.outcome === 'problems'
			? reading.problems[0].message
			: '';

/** Enough for an order that is not to be delivered, unless it was called off and may be older than the list. */
function isInList({ live, input: { orders_since: since } }: Run, { reading, day }: Order): boolean {
	if (!live || since === undefined || reading.outcome !== 'left_out') return false;
	return !isStopped(reading) || (day !== undefined && day >= Date.parse(since));
}

async function reconciled(run: Run, order: Order): Promise<Reconciled> {
	const { declaration, input, facts } = run;
	const { reading } = order;
	const { request } = reading;
	if (request === null) return { item: itemOf({ finding: 'not_checked', message: unreadable(reading) }, null, []) };
	const live = ofOrder(run.live ?? [], request.reference.text);
	const found = isInList(run, order) ? undefined : await bookingsOf(run, request, order);
	if (found && !found.ok)
		return { item: itemOf({ finding: 'not_checked', message: found.failure.message }, request, []), read: found };
	const first = found?.value ?? [];
	// Another attempt may be live beside the one that was found.
	const bookings = [...first, ...live.filter(({ id }) => !first.some((each) => each.id === id))];
	const finding = findingOf({
		reading,
		bookings,
		title: declaration.title,
		now: facts.now,
		limits: limitsOf(input),
	});
	return { item: itemOf(finding, request, bookings), ...(found ? { read: found } : {}) };
}

/** Each order compared, as many as the time allows. */
async function compareAll(run: Run, orders: readonly Order[]): Promise<Reconciled[]> {
	const compared: Reconciled[] = [];
	let lookedUp = 0;
	for (let at = 0; at < orders.length; at += AT_ONCE) {
		const some = orders.slice(at, at + AT_ONCE).map(async (order): Promise<Reconciled> => {
			if (lookedUp >= MOST || run.steps.timeLeft() < SPARE_MS)
				return { item: itemOf({ finding: 'not_checked', message: notReached }, order.reading.request, []) };
			if (!isInList(run, order)) lookedUp += 1;
			return await reconciled(run, order);
		});
		compared.push(...(await Promise.all(some)));
	}
	return compared;
}

function readOrders({ declaration, input, facts }: Omit<Run, 'live' | 'steps'>): Order[] {
	const orders = ordersOf(input, declaration.kinds);
	const days = orders.map((order) => placedDay(order, facts));
	const listed = days.map((day) => (day !== undefined && isListed(day, declaration, facts) ? day : undefined));
	const oldest = Math.min(...listed.filter((day) => day !== undefined));
	const isFew = orders.length < FEW;
	return orders.map((json, at) => ({
		json,
		// What an order step reads, of this one order.
		reading: readFor({ ...input, order: json } as OrderInput & JsonObject, facts, declaration),
		day: days[at],
		// Items of a batch share the list of a day; the orders of one item share the oldest one's.
		since: listed[at] === undefined ? undefined : new Date(isFew ? listed[at] : oldest).toISOString(),
	}));
}

function knownOrders(
	{ kinds }: OrderStepsOf,
	{ shop, reference_prefix: given }: ReconcileInput,
	orders: readonly Order[],
) {
	const references = orders.flatMap(({ reading }) => reading.request?.reference ?? []);
	const prefix = given ?? references[0]?.prefix ?? kinds.find(({ id }) => id === shop)?.prefix ?? '';
	return {
		prefix,
		references: new Set(references.map(({ text }) => text.toLowerCase())),
		numbers: references.map(({ number }) => number),
	} satisfies KnownOrders;
}

const strayItem = ({ declaration }: Run, booking: BookingState, known: KnownOrders): Item => ({
	...itemOf(strayFinding(booking, known, declaration.title), null, [booking]),
	id: booking.reference ?? '',
});

/** Orders in, findings out: missing, double, orphaned, stuck, or still live for an order that is over. */
export const reconcileShopOrders = (declaration: OrderStepsOf): FlowAction =>
	flow({
		resource: 'shopOrder',
		verb: 'reconcile',
		title: 'Reconcile Shop Orders',
		description: `Compares a shop's orders with the bookings at ${declaration.title}, and changes nothing.`,
		worksOut: { listedAs: 'findings' },
		covers: [],
		effect: 'read',
		patienceMs: PATIENCE_MS,
		input: reconcileForm(declaration),
		output: outputItem(() => ({
			id: outputField.id('Reference'),
			finding: outputField.text('Finding'),
			needsAction: outputField.toggle('Needs Action'),
			message: outputField.text('Message'),
			orderNumber: outputField.text('Order Number'),
			orderKey: outputField.text("Shop's Own Order ID"),
			orderStatus: outputField.text('Order Status'),
			bookings: outputField.text('Booking IDs'),
		})),
		// The form is one schema for all carriers.
		check: (draft) => checkReconcile(draft as Partial<ReconcileInput>),
		example: {
			id: 'WC-1042',
			finding: 'missing',
			needsAction: true,
			message: `Order 1042: ${declaration.title} holds no booking of this order. Book it.`,
		},
		run: async (raw, facts, steps) => {
			// The form is one schema for all carriers.
			const input = raw as ReconcileInput;
			const orders = readOrders({ declaration, input, facts });
			const known = knownOrders(declaration, input, orders);
			const { orders_since: since } = input;
			const where = { place: placeOf(declaration, input), prefix: known.prefix, facts };
			const listed = since === undefined ? undefined : await liveBookings(declaration, { ...where, since }, steps);
			// Without the list nobody can say what is orphaned.
			if (listed && !listed.ok) return listed;
			const { bookings: live, unread: oddRows = [] } = listed?.value ?? {};
			const run: Run = { declaration, input, facts, steps, live };
			const compared = await compareAll(run, orders);
			const reads = compared.flatMap(({ read }) => read ?? []);
			const unread = reads.find((read) => !read.ok);
			// A carrier that could not be read for any order is trouble, and no finding.
			if (unread && !unread.ok && reads.every(({ ok }) => !ok)) return unread;
			const strays = straysAmong(live ?? [], known, since);
			return success([
				...compared.map(({ item }) => item),
				...strays.map((each) => strayItem(run, each, known)),
				...oddRows.map((message) => itemOf({ finding: 'not_checked', message }, null, [])),
			]);
		},
		samples: [declaration.sample.reconcile],
		antiSamples: [{ reason: 'No order', input: {}, mentions: ['Order'] }],
	});
