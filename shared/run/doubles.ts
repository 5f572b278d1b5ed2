import type { Item } from '../declare/action';
import type { BookingSettings } from './booking-settings';
import { candidatesOf, lookUp, steady, type Booking } from './look-up';
import { withOutcome } from './outcome';

const born = (item: Item) => (typeof item.createdAt === 'string' ? Date.parse(item.createdAt) : NaN);
const number = (item: Item) => (typeof item.id === 'string' && /^\d+$/.test(item.id) ? Number(item.id) : NaN);

/** Was `a` booked before `b`? Undefined where times and numbers do not tell: numbers count up, other ids mean nothing. */
function isOlder(a: Item, b: Item): boolean | undefined {
	const by = [born, number].find((key) => !Number.isNaN(key(a)) && !Number.isNaN(key(b)) && key(a) !== key(b));
	return by && by(a) < by(b);
}

/** The one of which it is certain that it came before all others: every run that looks at the same doubles keeps the same one. */
const oldestOf = (items: readonly Item[]) => items.find((item) => items.every((other) => other === item || isOlder(item, other) === true));

/** Of several that may be one's own, the one that has to give way if others are older. */
export const youngestOf = (items: readonly Item[]) => items.find((item) => items.every((other) => other === item || isOlder(other, item) === true)) ?? items[0];

/** What the carrier holds besides the booking just made; a list may not show that one yet, but shows another's. */
async function othersOf(booking: Booking, created: Item): Promise<readonly Item[]> {
	const listed = await candidatesOf(booking);
	if (!listed.ok || listed.value.every(({ id }) => id === created.id)) return [];
	const whole = await lookUp(booking);
	return (whole.ok ? whole : listed).value.filter(({ id }) => id !== created.id);
}

/**
 * Look-up and booking are two requests, so another run may have booked in between. The list is read once more:
 * a double is said, or the later one is cancelled if the user chose so.
 */
export async function afterBooking(booking: Booking, created: Item, onDouble: BookingSettings['onDouble']): Promise<Item> {
	const { find } = booking.passage.action;
	if (!find) return created;
	const others = await othersOf(booking, created);
	if (others.length === 0) return created;
	const all = [created, ...others];
	const ids = all.map(({ id }) => String(id)).sort();
	const said = `Another run booked "${booking.reference}" in the same moment: the carrier holds ${ids.join(', ')}.`;
	if (onDouble !== 'undo') return withOutcome(created, 'created', [said]);
	if (!find.undo) return withOutcome(created, 'created', [`${said} This carrier's bookings cannot be undone here.`]);
	const oldest = oldestOf(all);
	if (!oldest) return withOutcome(created, 'created', [`${said} None was cancelled, because it cannot be told which came first.`]);
	if (oldest === created) return withOutcome(created, 'created', [`${said} This one is the oldest and stays.`]);
	const undone = await booking.look(find.undo.action, find.undo.input(created), steady(booking.ports));
	if (!undone.ok) return withOutcome(created, 'created', [`${said} It could not be undone: ${undone.failure.message}.`]);
	return withOutcome(oldest, 'found', [`${said} The later one, ${String(created.id)}, was cancelled.`]);
}
