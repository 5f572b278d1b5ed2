import type { Item } from '../declare/facts';
import { failed, success, type Result } from '../declare/failure';
import type { BookingSettings } from './booking-settings';
import { candidatesOf, liveOf, lookUp, steady, type Booking } from './look-up';
import { withOutcome } from './outcome';
import { SURE_MS } from './retry';

const bornAt = (item: Item) => (typeof item.createdAt === 'string' ? Date.parse(item.createdAt) : 0);

/** By moment, then by number as far as numbers count up, then by what stands there: whoever looks at the same doubles keeps the same one. */
export function byAge(items: readonly Item[]): Item[] {
	const age = (item: Item) => `${String(bornAt(item)).padStart(16, '0')} ${String(item.id).padStart(32, '0')}`;
	return [...items].sort((a, b) => (age(a) < age(b) ? -1 : 1));
}

/** What a carrier that decides later has left open. */
const warningsOf = (item: Item | undefined): string[] => (Array.isArray(item?.warnings) ? item.warnings.map(String) : []);

const undoOf = ({ passage }: Booking, onDouble: BookingSettings['onDouble']) => (onDouble === 'undo' ? passage.action.find?.undo : undefined);

/** A booking found a moment after it was made may be the one of two that is undone: looks again once that is settled. */
export async function whatStays(booking: Booking, found: readonly Item[], onDouble: BookingSettings['onDouble']): Promise<Result<Item[]>> {
	const wait = Math.min(SURE_MS, Math.max(...found.map(bornAt)) + SURE_MS - booking.ports.now());
	if (wait <= 0 || !undoOf(booking, onDouble)) return success(byAge(found));
	const { passage, ports } = booking;
	// Without the time to look again the look-up would fail, only later than the host waits.
	if (ports.now() + wait >= passage.deadline) return failed('unavailable', 'The time for this step ran out before it was sure which booking stays');
	await ports.sleep(wait);
	const again = await lookUp(booking);
	return again.ok ? success(byAge(again.value)) : again;
}

/** The carrier's live bookings under the reference; short ones where they cannot be read whole. */
async function allOf(booking: Booking, created: Item): Promise<Result<readonly Item[]>> {
	const listed = await candidatesOf(booking);
	if (!listed.ok || listed.value.every(({ id }) => id === created.id)) return listed;
	const whole = await liveOf(booking, listed.value);
	// In short they cannot be told from bookings of something else where only the whole tells.
	return whole.ok || booking.passage.action.find?.same ? whole : listed;
}

/**
 * Look-up and booking are two requests, so another run may have booked in between. The list is read once more:
 * a double is said, or the later one is cancelled if the user chose so. Whoever cancels waits until every run
 * sees the same. `own` is the booking just made, or after a lost answer all that it may be; `since` is when that was.
 */
export async function afterBooking(booking: Booking, own: readonly [Item, ...Item[]], since: number, onDouble: BookingSettings['onDouble']): Promise<Item> {
	const { ports, reference, look } = booking;
	const [created] = own;
	const undo = undoOf(booking, onDouble);
	const wait = undo ? since + SURE_MS - ports.now() : 0;
	if (wait > 0) await ports.sleep(wait);
	const all = await allOf(booking, created);
	if (!all.ok) return undo ? withOutcome(created, 'created', [`Whether another run booked "${reference}" in the same moment could not be seen: ${all.failure.message}.`]) : created;
	// Without the wait, a list may not show one's own yet but already another's.
	const missing = undo || all.value.some(({ id }) => id === created.id) ? [] : [created];
	const [oldest, ...later] = byAge([...all.value, ...missing]);
	if (!oldest || (later.length === 0 && oldest.id === created.id)) return created;
	const said = `Another run booked "${reference}" in the same moment: the carrier holds ${[oldest, ...later].map(({ id }) => String(id)).join(', ')}.`;
	if (!undo) return withOutcome(created, 'created', [said]);
	const warnings = [said];
	for (const item of later.filter(({ id }) => own.some((each) => each.id === id))) {
		const undone = await look(undo.action, undo.input(item), steady(ports));
		const open = undone.ok ? warningsOf(undone.value[0]) : [];
		if (undone.ok) warnings.push(`${String(item.id)} came later and ${open.length > 0 ? 'is to be' : 'was'} cancelled.`, ...open);
		else warnings.push(`${String(item.id)} came later, but could not be cancelled: ${undone.failure.message}.`);
	}
	const stays = own.find(({ id }) => id === oldest.id);
	return withOutcome(stays ?? oldest, stays ? 'created' : 'found', warnings);
}
