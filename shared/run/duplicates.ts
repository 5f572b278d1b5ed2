import type { Item } from '../declare/facts';
import { success, type Failure, type Result } from '../declare/failure';
import type { BookingSettings } from './booking-settings';
import { cancelRival, readRival, type Rival } from './cancel-duplicate';
import { candidatesOf, lookUp, rememberSpelling, spelledByCarrier, spellingNotice, type Booking } from './look-up';
import { addWarnings, withOutcome } from './outcome';
import { DUPLICATE_SETTLE_MS, SETTLE_MS } from './retry';

type OnDuplicate = BookingSettings['onDuplicate'];

const createdAtMs = (item: Item) => (typeof item.createdAt === 'string' ? Date.parse(item.createdAt) : NaN);

/** Bookings of one reference that were made further apart than this are not of one moment. */
const SAME_MOMENT_MS = 120_000;

/** Rounds of reading and cancelling before the remaining bookings are reported. */
const MAX_ROUNDS = 3;

/**
 * The one order in which every run ranks the same bookings: the creation time that the carrier gives when a booking is
 * read by id, then the id. A carrier without such a read may give some rows no time, so only the id counts there.
 */
function inOrder(items: readonly Item[], { find }: Booking): Item[] {
	const time = (item: Item) => (find.readFull ? createdAtMs(item) || 0 : 0);
	const rank = (item: Item) => `${String(time(item)).padStart(16, '0')} ${String(item.id).padStart(40, '0')}`;
	return [...items].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

const idOf = ({ id }: Item) => String(id);
const listIds = (items: readonly Item[]) => items.map(idOf).join(', ');
const includes = (items: readonly Item[], item: Item) => items.some(({ id }) => id === item.id);

const cancels = ({ find }: Booking, onDuplicate: OnDuplicate) => onDuplicate !== 'report' && find.cancel !== undefined;

/** Sleeps unless the step would end meanwhile. */
async function sleepWithin({ context, ports }: Booking, ms: number): Promise<boolean> {
	if (ports.now() + ms >= context.deadline) return false;
	if (ms > 0) await ports.sleep(ms);
	return true;
}

/** Reads every booking by id; rows that cannot be read leave the question open. */
async function readRivals(booking: Booking, items: readonly Item[]): Promise<Result<Rival[]>> {
	const rivals: Rival[] = [];
	for (const item of items) {
		const rival = await readRival(booking, item);
		if (!rival.ok) return rival;
		rivals.push(rival.value);
	}
	return success(rivals);
}

/**
 * Another run's booking is cancelled only if it was made at the same moment as the first and matches this run's input
 * in every field. Where the carrier gives no times, a booking that appeared since this run's own look-up counts as made
 * at the same moment.
 */
function mayCancel(booking: Booking, first: Item, item: Item, own: readonly Item[]): boolean {
	if (includes(own, item)) return true;
	if (booking.find.cancel?.ownOnly) return false;
	const apart = Math.abs(createdAtMs(item) - createdAtMs(first));
	const isSameMoment = Number.isNaN(apart) ? own.length > 0 : apart <= SAME_MOMENT_MS;
	const differences = booking.find.compare?.(booking.context.input, item) ?? [];
	return isSameMoment && differences.every(({ requested, found, isSame }) => isSame ?? requested === found);
}

/** Cancels all but the first, and reports the result of each cancel. */
async function cancelOthers(
	booking: Booking,
	first: Item,
	others: readonly Item[],
	own: readonly Item[],
): Promise<string[]> {
	const warnings: string[] = [];
	for (const item of others) {
		if (!mayCancel(booking, first, item, own)) {
			warnings.push(`${idOf(item)} is live as well and was left alone: it is not of the same moment, or differs.`);
			continue;
		}
		const ended = await cancelRival(booking, item);
		if (!ended.isCancelled) {
			warnings.push(
				`${idOf(first)} and ${idOf(item)} are both live: ${idOf(item)} could not be cancelled (${ended.reason}).`,
			);
			continue;
		}
		const verb = ended.open.length > 0 ? 'is to be' : 'was';
		warnings.push(`${idOf(item)} ${verb} cancelled. Another run may have handed it on.`, ...ended.open);
	}
	return warnings;
}

/**
 * The outcome for a reference that several runs may have booked. Without `kept`, no booking remains, so it may be booked
 * again, or the carrier could not be read. `warnings` say what was cancelled in any case.
 */
type Resolution = { warnings: readonly string[] } & ({ kept: Item } | { without: 'booking' | 'answer' });

/** Ranks, cancels all but the first live one, and makes sure that the first still is. */
async function keepFirst(booking: Booking, found: readonly Item[], own: readonly Item[]): Promise<Resolution> {
	const warnings: string[] = [];
	let items = found;
	for (let round = 1; round <= MAX_ROUNDS; round += 1) {
		const rivals = await readRivals(booking, items);
		if (!rivals.ok) break;
		const alive = rivals.value.filter(({ isAlive }) => isAlive).map(({ item }) => item);
		const [first, ...others] = inOrder(alive, booking);
		if (first) {
			warnings.push(...(await cancelOthers(booking, first, others, own)));
			if (others.length === 0) return { kept: first, warnings };
			const again = await readRival(booking, first);
			if (!again.ok || again.value.isAlive) return { kept: first, warnings };
		}
		// Late cancels of other runs: what the list shows once it has settled counts.
		if (!(await sleepWithin(booking, SETTLE_MS))) break;
		const listed = await candidatesOf(booking);
		if (!listed.ok) break;
		if (listed.value.length === 0) return { without: 'booking', warnings };
		items = listed.value;
	}
	return { without: 'answer', warnings };
}

/** Several bookings that existed before this run sent anything: the first one stays. */
export async function settleDuplicates(
	booking: Booking,
	found: readonly Item[],
	onDuplicate: OnDuplicate,
): Promise<Result<Item[]>> {
	// None of them is this run's own.
	const open = found.filter(({ terminal }) => terminal !== true);
	const isSettled = open.length === 0 || (open.length === 1 && onDuplicate !== 'wait');
	if (!cancels(booking, onDuplicate) || booking.find.cancel?.ownOnly || isSettled)
		return success(inOrder(found, booking));
	let items: readonly Item[] = open;
	if (onDuplicate === 'wait') {
		// A booking found a moment after it was made may be the one of two that is about to be cancelled.
		const newest = Math.max(...found.map((item) => createdAtMs(item) || 0));
		const wait = Math.min(DUPLICATE_SETTLE_MS, newest + DUPLICATE_SETTLE_MS - booking.ports.now());
		if (wait > 0 && (await sleepWithin(booking, wait))) {
			const again = await lookUp(booking);
			if (!again.ok) return again;
			items = again.value;
		}
	}
	if (items.length < 2) return success([...items]);
	const resolution = await keepFirst(booking, items, []);
	if ('kept' in resolution) return success([withOutcome(resolution.kept, 'found', resolution.warnings)]);
	const [first, ...others] = resolution.without === 'booking' ? [] : inOrder(items, booking);
	return success(first ? [withOutcome(first, 'found', [...resolution.warnings, UNREAD]), ...others] : []);
}

const UNREAD = 'Which of them are left could not be read.';

const unseen = ({ reference }: Booking, { message }: Failure): string =>
	`Whether another run booked "${reference}" in the same moment could not be seen: ${message.replace(/\.$/, '')}.`;

/**
 * How the carrier spells the reference of a booking that its list does not show: a carrier whose answer to a booking
 * does not repeat the reference shows that only where the booking is read.
 */
async function ownSpelling(booking: Booking, created: Item): Promise<string | undefined> {
	const { find } = booking;
	if (find.foundBy !== 'reference' || find.showsReference !== 'whenRead' || !find.readFull) return undefined;
	const read = await readRival(booking, created);
	return read.ok ? spelledByCarrier(booking, read.value.item) : undefined;
}

/** `none`: no booking remains, and these warnings say why. */
export type Resolved = { item: Item } | { none: readonly string[] };

/**
 * Look-up and booking are two requests, so another run may have booked in between. The list is read once more. If it
 * shows others, the first in a fixed order stays and all others are cancelled, whichever run made them, so that one
 * booking always remains. `own` is the booking just made, or all candidates for it after a missing response; `since` is
 * when it was made. Without a booking that remains, only what was cancelled is reported.
 */
export async function resolveDuplicates(
	booking: Booking,
	own: readonly [Item, ...Item[]],
	since: number,
	onDuplicate: OnDuplicate,
): Promise<Resolved> {
	const { ports, reference } = booking;
	const [created] = own;
	const isCancelling = cancels(booking, onDuplicate);
	if (isCancelling && onDuplicate === 'wait') await sleepWithin(booking, since + DUPLICATE_SETTLE_MS - ports.now());
	let listed = await candidatesOf(booking, 'after');
	// The list does not show the own booking yet, so it may hide another's too.
	if (isCancelling && listed.ok && listed.value.length === 0 && (await sleepWithin(booking, SETTLE_MS)))
		listed = await candidatesOf(booking);
	if (!listed.ok) return { item: withOutcome(created, 'created', [unseen(booking, listed.failure)]) };
	const shown = includes(listed.value, created) ? undefined : await ownSpelling(booking, created);
	if (shown !== undefined) {
		await rememberSpelling(booking, shown);
		const notice = spellingNotice(booking.context.carrier.title, reference, shown);
		const spelled: typeof own = [addWarnings({ ...created, reference: shown }, [notice]), ...own.slice(1)];
		return await resolveDuplicates({ ...booking, reference: shown }, spelled, since, onDuplicate);
	}
	const rivals = [...listed.value, ...own.filter((item) => !includes(listed.ok ? listed.value : [], item))];
	if (rivals.length === 1) return { item: created };
	const notice = `Another run booked "${reference}" in the same moment: the carrier holds ${listIds(inOrder(rivals, booking))}.`;
	if (!isCancelling) return { item: withOutcome(created, 'created', await reportOf(booking, rivals, notice)) };
	const resolution = await keepFirst(booking, rivals, own);
	const { warnings } = resolution;
	if (!('kept' in resolution))
		return resolution.without === 'booking'
			? { none: [notice, ...warnings] }
			: { item: withOutcome(created, 'created', [notice, ...warnings, UNREAD]) };
	const { kept } = resolution;
	if (warnings.length === 0 && kept.id === created.id) return { item: created };
	const mine = own.find(({ id }) => id === kept.id);
	return { item: withOutcome(mine ?? kept, mine ? 'created' : 'found', [notice, ...warnings]) };
}

/** Short candidates may be other bookings, which only the full booking shows. */
async function reportOf(booking: Booking, rivals: readonly Item[], notice: string): Promise<string[]> {
	const { find, context, reference } = booking;
	if (!find.isSameBooking) return [notice];
	const read = await readRivals(booking, rivals);
	if (!read.ok) return [unseen(booking, read.failure)];
	const same = read.value.filter(({ item }) => find.isSameBooking?.(item, context.input, reference) ?? true);
	return same.length > 1 ? [notice] : [];
}
