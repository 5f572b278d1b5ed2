import type { Action } from '../declare/action';
import type { Item } from '../declare/facts';
import { failed, success, type Failure, type Result } from '../declare/failure';
import { isJsonObject } from '../declare/json';
import type { Attempt } from './attempt';
import { bookGuarded } from './book-guarded';
import type { BookingSettings } from './booking-settings';
import { digest } from './digest';
import { afterBooking, whatStays } from './doubles';
import { attempt, pauseBefore, waitFor, type Passage } from './exchange';
import { lookUp, type Booking, type Look } from './look-up';
import { withOutcome } from './outcome';
import type { Ports } from './ports';
import { LOOKUP_PAUSE_MS, LOOKUP_RESERVE_MS, MAX_ATTEMPTS, SETTLE_MS } from './retry';

const isOver = ({ terminal }: Item) => terminal === true;

/** One that is still to be delivered stands for the reference rather than one that has been. */
function handOver(found: readonly Item[], booking: Booking): Result<Item[]> {
	const [first, ...others] = [...found.filter((item) => !isOver(item)), ...found.filter(isOver)];
	if (!first) return success([]);
	const { compare } = booking.passage.action.find ?? {};
	const differences = (compare?.(booking.passage.input, first) ?? [])
		.filter(({ asked, found: there }) => asked !== there)
		.map(({ label, asked, found: there }) => `${label} was asked as "${asked}" but the booking found has "${there}".`);
	return success([withOutcome(first, 'found', [...over(first, booking.passage), ...differences, ...doubles(others, booking.reference)])]);
}

/** A reference that is used again, months later perhaps, finds what was delivered then. Where the carrier keeps one at most, there is no other to ask for. */
const over = (found: Item, { action }: Passage): string[] =>
	isOver(found) && action.find?.only !== true ? [`The booking found is over (${String(found.status)}), and nothing was booked now: another one needs another reference, or the choice Book Another.`] : [];

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

/** Refused because it is there, though it was not when it was looked for: another run was faster, and what it made is what was asked for. */
async function refused(booking: Booking, failure: Failure, { ifExists = 'return' }: Partial<BookingSettings>): Promise<Result<Item[]>> {
	const there = failure.code === 'already_exists' && ifExists === 'return' ? await lookUp(booking) : success([]);
	return there.ok && there.value.length > 0 ? handOver(there.value, booking) : { ok: false, failure: { ...failure, reference: booking.reference } };
}

/** A booking in doubt must be looked up: where the carrier's limit leaves no room for that in this step, how long it does not. */
function lookUpWait({ passage, ports }: Booking): number | undefined {
	const { find } = passage.action;
	const wait = find ? waitFor(passage, find.action, ports) : 0;
	return wait > 0 && ports.now() + wait + SETTLE_MS >= passage.deadline ? wait : undefined;
}

async function sendOnce(booking: Booking, before: ReadonlySet<unknown>, settings: Partial<BookingSettings>): Promise<Result<Item[]>> {
	const { passage, ports, reference, key } = booking;
	const { onDouble = 'report' } = settings;
	const sending = { ...passage, deadline: passage.deadline - LOOKUP_RESERVE_MS };
	let outcome: Attempt;
	for (let tries = 1; ; tries += 1) {
		const wait = lookUpWait(booking);
		if (wait !== undefined) return failed('rate_limited', `${passage.carrier.title} takes only so many requests, and a look-up could not follow in time. No booking with the reference "${reference}" was made`, { reference, retryAfter: wait });
		await ports.memory.set(key, ports.now(), SETTLE_MS * 2);
		outcome = await attempt(sending, ports);
		const since = ports.now();
		// Whatever the carrier made of it, it may have made it only now.
		await ports.memory.set(key, since, SETTLE_MS * 2);
		const alone = before.size > 0 || passage.action.find?.only === true;
		const finish = async (own: readonly [Item, ...Item[]]) => success([alone ? own[0] : await afterBooking(booking, own, since, onDouble)]);
		if (outcome.result.ok) {
			const [created] = outcome.result.value;
			return created ? await finish([withOutcome(created, 'created')]) : outcome.result;
		}
		if (outcome.done === 'perhaps') {
			const looked = await afterDoubt(booking, before, outcome);
			if (!looked.ok) return looked;
			const [first, ...others] = looked.value.map((item) => withOutcome(item, 'created', ['The answer was lost on the way; the booking was found by its reference.']));
			if (first) return await finish([first, ...others]);
		} else if (!outcome.transient) {
			return await refused(booking, outcome.result.failure, settings);
		}
		if (tries >= MAX_ATTEMPTS || !(await pauseBefore(tries, outcome, sending, ports))) break;
	}
	const { code, message, retryAfter } = outcome.result.failure;
	return failed(code === 'rate_limited' ? 'rate_limited' : 'unavailable', `${message}. No booking with the reference "${reference}" was made`, { reference, retryAfter });
}

/** From when on a list shows whatever this process has sent under the reference. */
async function settledFrom({ ports, sent }: Booking): Promise<number> {
	const now = ports.now();
	const moments = await Promise.all(
		sent.map(async (key) => {
			const sentAt = await ports.memory.get(key);
			if (typeof sentAt !== 'number') return 0;
			// The clock was put back since: how long ago it was nobody knows, so it counts as sent just now.
			if (sentAt > now) await ports.memory.set(key, now, SETTLE_MS * 2);
			return Math.min(sentAt, now) + SETTLE_MS;
		}),
	);
	return Math.max(0, ...moments);
}

/** A list that says nothing is believed only if it was asked for after every request of this reference had time to show in it. */
async function settledLookUp(booking: Booking): Promise<Result<Item[]>> {
	const { ports } = booking;
	for (;;) {
		// Read before, because a slow look-up may outlast what is remembered, and after, because another step may have sent something meanwhile.
		const known = await settledFrom(booking);
		const asked = ports.now();
		const there = await lookUp(booking);
		const settled = Math.max(known, await settledFrom(booking));
		if (!there.ok || there.value.length > 0 || asked >= settled) return there;
		await ports.sleep(Math.max(0, settled - ports.now()));
	}
}

async function bookByReference(booking: Booking, settings: Partial<BookingSettings>): Promise<Result<Item[]>> {
	const { reference } = booking;
	const { ifExists = 'return', onDouble = 'report' } = settings;
	const looked = await settledLookUp(booking);
	const there = looked.ok && looked.value.length > 0 && ifExists === 'return' ? await whatStays(booking, looked.value, onDouble) : looked;
	if (!there.ok) return { ok: false, failure: { ...there.failure, reference, message: `${there.failure.message}. This step booked nothing, because it could not be seen whether "${reference}" exists already` } };
	if (there.value.length > 0 && ifExists === 'return') return handOver(there.value, booking);
	if (there.value.length > 0 && ifExists === 'fail') {
		return failed('already_exists', `A live booking with the reference "${reference}" exists already`, { reference });
	}
	return await sendOnce(booking, new Set(there.value.map((item) => item.id)), settings);
}

/** Nothing to look it up by: it goes out again only when it is proven that nothing arrived. */
async function bookBlind(passage: Passage, ports: Ports): Promise<Result<Item[]>> {
	let outcome = await attempt(passage, ports);
	for (let tries = 1; tries < MAX_ATTEMPTS && outcome.transient && outcome.done === 'no'; tries += 1) {
		if (!(await pauseBefore(tries, outcome, passage, ports))) break;
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
	const given = field !== undefined && isJsonObject(passage.input) ? passage.input[field] : undefined;
	const reference = given ?? find?.identity?.(passage.input);
	if (typeof reference !== 'string') return await bookBlind(passage, ports);
	const { access } = passage.facts;
	const keyOf = ({ id }: Pick<Action, 'id'>) => `sent:${digest([passage.carrier.id, access.base, access.identity, id, reference])}`;
	const key = keyOf(passage.action);
	const sent = [key, ...(find?.dependsOn ?? []).map(keyOf)];
	return await ports.locks.hold(key, async () =>
		repeated ? await bookGuarded(passage, repeated, reference, settings, ports) : await bookByReference({ passage, reference, key, sent, look, ports }, settings),
	);
}
