import type { Action, Booking as BookingStrategy } from '../declare/action';
import type { Item } from '../declare/facts';
import { failed, success, type Failure, type Result } from '../declare/failure';
import { isJsonObject } from '../json';
import type { Attempt } from './attempt';
import { bookRejectingDuplicates } from './book-rejecting-duplicates';
import type { BookingSettings } from './booking-settings';
import { accountKey } from './account-key';
import { digest } from './digest';
import { resolveDuplicates, settleDuplicates } from './duplicates';
import { isUnique, returnExisting } from './existing-booking';
import { attempt, pauseBefore, limiterWait, waitReason, type RequestContext } from './send';
import {
	lookUp,
	lookUpSpellings,
	rememberSpelling,
	spelledByCarrier,
	spellingNotice,
	type Booking,
	type Found,
} from './look-up';
import type { RunAction } from './look-up-request';
import { addWarnings, withOutcome } from './outcome';
import type { Ports } from './ports';
import { isTyped, leftInDoubt, resolveUnknownOutcome } from './resolve-doubt';
import { LOOKUP_RESERVE_MS, MAX_ATTEMPTS, MAX_DOUBTS, SETTLE_MS } from './retry';

/**
 * Refused as existing although the look-up found nothing: another run was faster, and its booking is the requested one.
 */
async function handleRefusal(
	booking: Booking,
	failure: Failure,
	{ ifExists = 'return' }: Partial<BookingSettings>,
): Promise<Result<Item[]>> {
	const existing = failure.code === 'already_exists' && ifExists === 'return' ? await lookUp(booking) : success([]);
	return existing.ok && existing.value.length > 0
		? returnExisting(existing.value, booking)
		: { ok: false, failure: { ...failure, reference: booking.reference } };
}

/**
 * A booking with an unknown outcome must be looked up. Returns how long the carrier's limit prevents that, if the step
 * has no time for it.
 */
function lookUpWait({ context, find, ports }: Booking): number | undefined {
	const wait = limiterWait(context, find.action, ports);
	return wait > 0 && ports.now() + wait + SETTLE_MS >= context.deadline ? wait : undefined;
}

/**
 * In a batch, the next items would meet the same wait and fail at once, all of them: this one waits as long as it can.
 * Returns what is left of the wait.
 */
async function keepPlace({ context, ports }: Booking, wait: number): Promise<number> {
	if ((ports.lists?.size ?? 1) < 2) return wait;
	const spent = Math.max(0, Math.min(wait, context.deadline - LOOKUP_RESERVE_MS - ports.now()));
	await ports.sleep(spent);
	return wait - spent;
}

async function sendBooking(
	booking: Booking,
	existingIds: ReadonlySet<unknown>,
	settings: Partial<BookingSettings>,
): Promise<Result<Item[]>> {
	const { context, ports, reference, key } = booking;
	const nothingMade = `No booking${isTyped(reference, settings) ? ` with the reference "${reference}"` : ''} was made`;
	const { onDuplicate = 'cancel_later' } = settings;
	const sending = { ...context, deadline: context.deadline - LOOKUP_RESERVE_MS };
	let outcome: Attempt;
	let doubts = 0;
	/** Of bookings that this step made and that did not stay. */
	const earlier: string[] = [];
	for (let tries = 1; ; tries += 1) {
		const wait = lookUpWait(booking);
		if (wait !== undefined) {
			const message = `A look-up could not follow in time${waitReason(context, ports)}`;
			const retryAfter = await keepPlace(booking, wait);
			return doubts > 0
				? leftInDoubt(booking, { message, retryAfter }, doubts, settings)
				: failed('rate_limited', `${message}. ${nothingMade}`, { reference, retryAfter });
		}
		await ports.store.set(key, ports.now(), SETTLE_MS * 2);
		outcome = await attempt(sending, ports);
		const since = ports.now();
		// The carrier may have made the booking only now.
		await ports.store.set(key, since, SETTLE_MS * 2);
		const skipDuplicateCheck = existingIds.size > 0 || isUnique(booking.find);
		const finish = async (own: readonly [Item, ...Item[]]) => {
			const shown = spelledByCarrier(booking, own[0]);
			if (shown !== undefined) await rememberSpelling(booking, shown);
			// From here on the carrier's list knows the booking in its own spelling.
			const spelled = shown === undefined ? booking : { ...booking, reference: shown };
			if (skipDuplicateCheck) return addWarnings(own[0], earlier);
			const resolved = await resolveDuplicates(spelled, own, since, onDuplicate);
			if ('item' in resolved) return addWarnings(resolved.item, earlier);
			earlier.push(...resolved.none);
			return undefined;
		};
		if (outcome.result.ok) {
			const [created] = outcome.result.value;
			if (!created) return outcome.result;
			const shown = spelledByCarrier(booking, created);
			const notices = shown === undefined ? [] : [spellingNotice(context.carrier.title, reference, shown)];
			const kept = await finish([withOutcome(created, 'created', notices)]);
			if (kept) return success([kept]);
		} else {
			const isUnsent = ['unavailable', 'stopped', 'foreign_address'].includes(outcome.result.failure.code);
			const isFinal = outcome.processed !== 'maybe' && !outcome.transient;
			const isDefinite = isFinal && !isUnsent;
			if (isFinal && doubts === 0) return await handleRefusal(booking, outcome.result.failure, settings);
			if (isFinal && isUnsent) break;
			if (outcome.processed === 'maybe') doubts += 1;
			// The refusal of a second request proves nothing about the first. Only the list does.
			if (outcome.processed === 'maybe' || isDefinite) {
				const lookup = await resolveUnknownOutcome(booking, existingIds, outcome);
				if (!lookup.ok) return lookup;
				const [first, ...others] = lookup.value.map((item) =>
					withOutcome(item, 'created', ['The answer was lost on the way; the booking was found by its reference.']),
				);
				if (first) {
					doubts = 0;
					const kept = await finish([first, ...others]);
					if (kept) return success([kept]);
				} else if (isDefinite && context.action.effect === 'booking' && context.action.alreadyDone) {
					// A read of its own shows whether the refusal means that it is there.
					return await handleRefusal(booking, outcome.result.failure, settings);
				} else if (isDefinite || doubts >= MAX_DOUBTS) break;
			}
		}
		if (tries >= MAX_ATTEMPTS || !(await pauseBefore(tries, outcome, sending, ports))) break;
	}
	if (outcome.result.ok)
		return failed('unavailable', `The booking "${reference}" was cancelled by another run in the same moment`, {
			reference,
		});
	if (doubts > 0) return leftInDoubt(booking, outcome.result.failure, doubts, settings);
	const { code, message, retryAfter } = outcome.result.failure;
	return failed(code === 'rate_limited' ? 'rate_limited' : 'unavailable', `${message}. ${nothingMade}`, {
		reference,
		retryAfter,
	});
}

/** When a list is sure to show every request this process has sent for the reference. */
async function settlesAt({ ports, sentKeys }: Booking): Promise<number> {
	const now = ports.now();
	const moments = await Promise.all(
		sentKeys.map(async (key) => {
			const sentAt = await ports.store.get(key);
			if (typeof sentAt !== 'number') return 0;
			// The clock was set back, so the true age is unknown. Count it as sent just now.
			if (sentAt > now) await ports.store.set(key, now, SETTLE_MS * 2);
			return Math.min(sentAt, now) + SETTLE_MS;
		}),
	);
	return Math.max(0, ...moments);
}

/** An empty list counts only if it was read after every request for this reference had time to appear in it. */
async function settledLookUp(booking: Booking): Promise<Result<Found>> {
	const { ports } = booking;
	for (;;) {
		// Read before, because a slow look-up may outlast the stored times. Read again after, because another step may
		// have sent a request meanwhile.
		const known = await settlesAt(booking);
		const requestedAt = ports.now();
		// Before the first request, a list that the batch shares may be a little older, but not older than a doubt.
		const existing = await lookUpSpellings(booking, { before: Math.min(known, requestedAt) });
		const settled = Math.max(known, await settlesAt(booking));
		if (!existing.ok || existing.value.items.length > 0 || requestedAt >= settled) return existing;
		await ports.sleep(Math.max(0, settled - ports.now()));
	}
}

async function bookByReference(booking: Booking, settings: Partial<BookingSettings>): Promise<Result<Item[]>> {
	const { reference } = booking;
	const { ifExists = 'return', onDuplicate = 'cancel_later' } = settings;
	const lookup = await settledLookUp(booking);
	const { items, others }: Found = lookup.ok ? lookup.value : { items: [], others: [] };
	const existing =
		items.length > 0 && ifExists === 'return'
			? await settleDuplicates(booking, items, onDuplicate)
			: lookup.ok
				? success(items)
				: lookup;
	if (!existing.ok)
		return {
			ok: false,
			failure: {
				...existing.failure,
				reference,
				message: `${existing.failure.message}. This step booked nothing, because it could not be seen whether ${isTyped(reference, settings) ? `"${reference}"` : 'it'} exists already`,
			},
		};
	if (existing.value.length > 0 && ifExists === 'return') return returnExisting(existing.value, booking);
	if (existing.value.length > 0 && ifExists === 'fail') {
		return failed('already_exists', `A live booking with the reference "${reference}" exists already`, { reference });
	}
	const otherIds = new Set(others.map(({ id }) => id));
	return await sendBooking({ ...booking, otherIds }, new Set(existing.value.map(({ id }) => id)), settings);
}

/** No look-up exists, so the request is repeated only when it is proven that nothing arrived. */
async function bookWithoutReference(context: RequestContext, ports: Ports): Promise<Result<Item[]>> {
	let outcome = await attempt(context, ports);
	for (let tries = 1; tries < MAX_ATTEMPTS && outcome.transient && outcome.processed === 'no'; tries += 1) {
		if (!(await pauseBefore(tries, outcome, context, ports))) break;
		outcome = await attempt(context, ports);
	}
	if (outcome.result.ok) return success(outcome.result.value.map((item) => withOutcome(item, 'created')));
	if (outcome.processed !== 'maybe') return outcome.result;
	return failed('outcome_unknown', `${outcome.result.failure.message}. The booking has no reference to look it up by`);
}

/** Identifies the booking: the user's reference, or a value that the action makes from the input. */
function referenceIn(input: unknown, booking: BookingStrategy<unknown>): unknown {
	if (booking.foundBy === 'identity') return booking.identity(input);
	const given = isJsonObject(input) ? input[booking.reference] : undefined;
	return given ?? (booking.foundBy === 'reference' ? booking.fallbackReference?.(input) : undefined);
}

/** Books at most once, even if the step is repeated or the network fails. */
export async function book(
	context: RequestContext,
	booking: BookingStrategy<unknown>,
	settings: Partial<BookingSettings>,
	runAction: RunAction,
	ports: Ports,
): Promise<Result<Item[]>> {
	const reference = referenceIn(context.input, booking);
	if (typeof reference !== 'string') return await bookWithoutReference(context, ports);
	const keyOf = ({ id }: Pick<Action, 'id'>) => `sent:${digest([accountKey(context), id, reference])}`;
	const key = keyOf(context.action);
	return await ports.locks.hold(key, async () => {
		if (booking.foundBy === 'refusal')
			return await bookRejectingDuplicates(context, booking, reference, settings, ports);
		const sentKeys = [key, ...(booking.dependsOn ?? []).map(keyOf)];
		return await bookByReference({ context, find: booking, reference, key, sentKeys, runAction, ports }, settings);
	});
}
