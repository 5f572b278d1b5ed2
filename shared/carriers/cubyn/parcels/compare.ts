import type { Comparison } from '../../../declare/booking';
import type { Item } from '../../../declare/facts';
import { isJsonObject } from '../../../declare/json';
import { countryCode } from '../../../delivery/country';
import type { Address } from './address';
import { parcelAnswer } from '../wire';

const plain = (...texts: readonly unknown[]) =>
	texts
		.filter((text) => typeof text === 'string')
		.join(' ')
		.replace(/[\s,]+/g, ' ')
		.trim()
		.toLowerCase();

/** In any order, for a long street is wrapped, and a house number may be brought to the front. */
const wordsOf = (...texts: readonly unknown[]) => plain(...texts).split(' ').sort().join(' ');

interface Asked {
	address: Address;
	items?: readonly { reference?: string; count: number }[];
}

const goods = (lines: readonly { reference?: unknown; count?: unknown }[]) =>
	lines
		.map(({ reference, count }) => `${String(count ?? 1)} × ${String(reference)}`)
		.sort()
		.join(', ');

function compareGoods({ items = [] }: Asked, found: Item): Comparison[] {
	const parsed = parcelAnswer.safeParse(found.carrierData);
	const content = parsed.success ? parsed.data.ordered?.content : undefined;
	if (!content || !items.every(({ reference }) => reference !== undefined)) return [];
	return [{ label: 'Items', asked: goods(items), found: goods(content.map(({ reference, quantity }) => ({ reference, count: quantity }))) }];
}

/** Where to and what: what a shop would notice if an old parcel stood in for a new one. */
export function compareParcel(asked: Asked, found: Item): Comparison[] {
	const end = isJsonObject(found.dropoff) ? found.dropoff : {};
	const { address } = asked;
	return [
		{ label: 'Street', asked: wordsOf(address.line1, address.line2, address.additionalInformation), found: wordsOf(end.street, end.instructions) },
		{ label: 'Postal Code', asked: plain(address.zip), found: plain(end.postalCode) },
		{ label: 'City', asked: plain(address.city), found: plain(end.city) },
		{ label: 'Country', asked: countryCode(address.country) ?? '', found: String(end.country ?? '') },
		...compareGoods(asked, found),
	];
}
