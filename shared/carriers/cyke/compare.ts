import type { Comparison } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { isJsonObject, type Json } from '../../json';
import { inZone, millis } from '../../delivery/time';
import { isTypeNumber, type PackageLine } from './packages';
import type { Task } from './task';

const PARIS = 'Europe/Paris';

type Normalize = (text: string) => string;

const words: Normalize = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
/** Cyke sends numbers back set out for reading: only the digits can be compared. */
const digits: Normalize = (text) => text.replace(/\D/g, '');

/** Quotes both as they were written, and compares them as they mean. */
function compared(label: string, requested: string | undefined, found: Json | undefined, as: Normalize): Comparison[] {
	const actual = typeof found === 'string' ? found : '';
	return requested === undefined ? [] : [{ label, requested, found: actual, isSame: as(requested) === as(actual) }];
}

function comparedMoment(label: string, requested: string | undefined, found: Json | undefined): Comparison[] {
	const inParis = (moment: string) => inZone(millis(moment), PARIS);
	return requested === undefined
		? []
		: [{ label, requested: inParis(requested), found: typeof found === 'string' ? inParis(found) : '' }];
}

function compareEnd(label: string, requested: Task | undefined, end: Json | undefined): Comparison[] {
	if (!requested || requested.saved_address !== undefined) return [];
	const found = isJsonObject(end) ? end : {};
	return [
		...compared(`${label} Contact Name`, requested.recipient_name, found.name, words),
		...compared(`${label} Phone`, requested.recipient_phone, found.phone, digits),
		...compared(`${label} Street`, requested.address, found.street, words),
		...compared(`${label} Postal Code`, requested.postal_code, found.postalCode, words),
		...compared(`${label} City`, requested.city, found.city, words),
		...comparedMoment(`${label} Slot Start`, requested.slot_starting_at, found.slotStart),
		...comparedMoment(`${label} Slot End`, requested.slot_ending_at, found.slotEnd),
	];
}

interface Pieces {
	name: string | undefined;
	amount: number;
}

const totalOf = (lines: readonly Pieces[]): string => String(lines.reduce((sum, { amount }) => sum + amount, 0));

/** "2 x Cake, 1 x Flowers", in an order of its own: two lines of one name are one. */
function describePieces(lines: readonly Pieces[]): string {
	const amounts = new Map<string, number>();
	for (const { name = '', amount } of lines) amounts.set(words(name), (amounts.get(words(name)) ?? 0) + amount);
	return [...amounts]
		.map(([name, amount]) => `${amount} x ${name}`)
		.sort()
		.join(', ');
}

/** A type that is sent by its number comes back by its name, so there only the number of pieces can be compared. */
function comparePackages(packages: readonly PackageLine[], packagesFound: Json | undefined): Comparison[] {
	const lines = Array.isArray(packagesFound) ? packagesFound.filter(isJsonObject) : [];
	if (lines.length === 0) return [];
	const requested = packages.map(({ package_type, name, amount }) => ({
		name: package_type === undefined ? name : isTypeNumber(package_type) ? undefined : package_type,
		amount,
	}));
	const found = lines.map(({ name, amount }) => ({
		name: typeof name === 'string' ? name : undefined,
		amount: typeof amount === 'number' ? amount : 0,
	}));
	const isNamed = [...requested, ...found].every(({ name }) => name !== undefined);
	const describe = isNamed ? describePieces : totalOf;
	return [{ label: 'Packages', requested: describe(requested), found: describe(found) }];
}

/**
 * Recipient, address, time and content: the differences a shop would notice if an old booking were taken for a new one.
 */
export const compareBooking = (
	requested: { dropoff?: Task; pickup?: Task; packages: readonly PackageLine[] },
	found: Item,
): Comparison[] => [
	...compareEnd('Drop-Off', requested.dropoff, found.dropoff),
	...compareEnd('Pick-Up', requested.pickup, found.pickup),
	...comparePackages(requested.packages, found.packages),
];
