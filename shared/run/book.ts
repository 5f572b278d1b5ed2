import type { Action, Item } from '../declare/action';
import { failed, success, type Result } from '../declare/failure';
import { isJsonObject, type JsonObject } from '../declare/json';
import type { Attempt } from './attempt';
import { bookGuarded } from './book-guarded';
import { withOutcome, type BookingSettings } from './booking-settings';
import { digest } from './digest';
import { attempt, pauseBefore, type Passage } from './exchange';
import type { Ports } from './ports';
import { MAX_ATTEMPTS } from './retry';

/** Carriers' lists may lag behind their bookings; a look-up is trusted only this long after a request. */
export const SETTLE_MS = 3_500;
/** Kept free at the end of the budget, so that a doubtful request can still be looked up. */
const LOOKUP_RESERVE_MS = 6_000;
const LOOKUP_PAUSE_MS = 1_000;

/** Runs a read of the same carrier and connection. */
export type Look = (action: Action, values: JsonObject, ports: Ports) => Promise<Result<Item[]>>;

interface Booking {
	passage: Passage;
	reference: string;
	/** Keeps this reference apart from others, in locks and memory. */
	key: string;
	look: Look;
	ports: Ports;
}

async function lookUp({ passage, reference, look, ports }: Booking): Promise<Result<Item[]>> {
	const { find } = passage.action;
	if (!find) return success([]);
	// Never stopped half-way: a request that went out must be accounted for.
	const steady: Ports = { ...ports, cancelled: undefined };
	const listed = await look(find.action, find.input(reference, passage.input, passage.facts), steady);
	if (!listed.ok) return listed.failure.code === 'not_found' ? success([]) : listed;
	const candidates = listed.value.filter((candidate) => find.matches(candidate, reference));
	const { whole } = find;
	const live = find.live ?? (() => true);
	if (!whole) return success(candidates.filter(live));
	const items: Item[] = [];
	for (const candidate of candidates) {
		const read = await look(whole.action, whole.input(candidate), steady);
		if (!read.ok) return read;
		items.push(...read.value.filter(live));
	}
	return success(items);
}

function handOver(found: readonly Item[], booking: Booking): Result<Item[]> {
	const [first, ...others] = found;
	if (!first) return success([]);
	const { compare } = booking.passage.action.find ?? {};
	const differences = (compare?.(booking.passage.input, first) ?? [])
		.filter(({ asked, found: there }) => asked !== there)
		.map(({ label, asked, found: there }) => `${label} was asked as "${asked}" but the booking found has "${there}".`);
	return success([withOutcome(first, 'found', [...differences, ...doubles(others, booking.reference)])]);
}

function doubles(others: readonly Item[], reference: string): string[] {
	return others.length === 0 ? [] : [`The carrier holds ${others.length + 1} live bookings with the reference ${reference}.`];
}

/** After a request of which nobody knows whether it arrived: looks until the carrier tells, or the time is up. */
async function afterDoubt(booking: Booking, before: ReadonlySet<unknown>, doubtful: Attempt): Promise<Result<Item[]>> {
	const { passage, ports, reference } = booking;
	await ports.sleep(SETTLE_MS);
	for (;;) {
		const looked = await lookUp(booking);
		if (looked.ok) return success(looked.value.filter((item) => !before.has(item.id)));
		if (ports.now() + LOOKUP_PAUSE_MS >= passage.deadline) {
			const why = doubtful.result.ok ? '' : `${doubtful.result.failure.message}. `;
			return failed('outcome_unknown', `${why}Whether the booking "${reference}" exists could not be found out: ${looked.failure.message}`, { reference });
		}
		await ports.sleep(LOOKUP_PAUSE_MS);
	}
}

async function sendOnce(booking: Booking, before: ReadonlySet<unknown>): Promise<Result<Item[]>> {
	const { passage, ports, reference, key } = booking;
	const sending = { ...passage, deadline: passage.deadline - LOOKUP_RESERVE_MS };
	let outcome: Attempt;
	for (let tries = 1; ; tries += 1) {
		await ports.memory.set(key, ports.now(), SETTLE_MS * 2);
		outcome = await attempt(sending, ports);
		if (outcome.result.ok) return success(outcome.result.value.map((item) => withOutcome(item, 'created')));
		if (outcome.done === 'perhaps') {
			const looked = await afterDoubt(booking, before, outcome);
			if (!looked.ok) return looked;
			const [first] = looked.value;
			if (first) return success([withOutcome(first, 'created', ['The answer was lost on the way; the booking was found by its reference.'])]);
		} else if (!outcome.transient) {
			return { ok: false, failure: { ...outcome.result.failure, reference } };
		}
		if (tries >= MAX_ATTEMPTS || !(await pauseBefore(tries, outcome, sending.deadline, ports))) break;
	}
	return failed(outcome.result.failure.code === 'rate_limited' ? 'rate_limited' : 'unavailable', `${outcome.result.failure.message}. No booking with the reference "${reference}" was made`, { reference });
}

async function bookByReference(booking: Booking, settings: Partial<BookingSettings>): Promise<Result<Item[]>> {
	const { ports, key, reference } = booking;
	const sentAt = await ports.memory.get(key);
	const settled = typeof sentAt === 'number' ? sentAt + SETTLE_MS - ports.now() : 0;
	if (settled > 0) await ports.sleep(settled);
	const there = await lookUp(booking);
	if (!there.ok) return { ok: false, failure: { ...there.failure, reference, message: `${there.failure.message}. This step booked nothing, because it could not be seen whether "${reference}" exists already` } };
	const ifExists = settings.ifExists ?? 'return';
	if (there.value.length > 0 && ifExists === 'return') return handOver(there.value, booking);
	if (there.value.length > 0 && ifExists === 'fail') {
		return failed('already_exists', `A live booking with the reference "${reference}" exists already`, { reference });
	}
	return await sendOnce(booking, new Set(there.value.map((item) => item.id)));
}

/** Nothing to look it up by: it goes out again only when it is proven that nothing arrived. */
async function bookBlind(passage: Passage, ports: Ports): Promise<Result<Item[]>> {
	let outcome = await attempt(passage, ports);
	for (let tries = 1; tries < MAX_ATTEMPTS && outcome.transient && outcome.done === 'no'; tries += 1) {
		if (!(await pauseBefore(tries, outcome, passage.deadline, ports))) break;
		outcome = await attempt(passage, ports);
	}
	if (outcome.result.ok) return success(outcome.result.value.map((item) => withOutcome(item, 'created')));
	if (outcome.done !== 'perhaps') return outcome.result;
	return failed('outcome_unknown', `${outcome.result.failure.message}. The booking has no reference to look it up by`);
}

/** Books at most once, however often and however badly it is asked for. */
export async function book(passage: Passage, settings: Partial<BookingSettings>, look: Look, ports: Ports): Promise<Result<Item[]>> {
	const { find, repeated } = passage.action;
	const field = find?.reference ?? repeated?.reference;
	const reference = field !== undefined && isJsonObject(passage.input) ? passage.input[field] : undefined;
	if (typeof reference !== 'string') return await bookBlind(passage, ports);
	const { access } = passage.facts;
	const key = `sent:${digest([passage.carrier.id, access.base, access.identity, passage.action.id, reference])}`;
	return await ports.locks.hold(key, async () =>
		repeated ? await bookGuarded(passage, repeated, reference, settings, ports) : await bookByReference({ passage, reference, key, look, ports }, settings),
	);
}
