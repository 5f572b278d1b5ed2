import type { Comparison } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { asJsonObject, isJsonObject, type Json } from '../../../json';
import { countryCode } from '../../../delivery/country';
import { parcelResponse } from '../wire';
import type { Address } from './address';
import type { Items } from './items';
import { layOutRecipient, type Recipient } from './recipient';

interface ParcelRequest extends Recipient {
	address: Address;
	items?: Items;
	deliveryMode: string;
	relayPickupRef?: string;
	phone?: string;
	email?: string;
}

const joinText = (...texts: readonly unknown[]) =>
	texts.filter((text) => typeof text === 'string' && text.trim() !== '').join(' ');

/** Spaces, commas and hyphens move when long text is wrapped. */
const compact = (text: string) =>
	text
		.normalize('NFC')
		.replace(/[\s,;-]+/g, '')
		.toLowerCase();

/** Nothing to compare where the parcel found does not show the field. */
function compareText(label: string, requested: string, found: Json | undefined, normalize = compact): Comparison[] {
	if (typeof found !== 'string' || found === '') return [];
	return [{ label, requested, found, isSame: normalize(requested) === normalize(found) }];
}

const digitsOf = (text: string) => text.replace(/\D/g, '').slice(-9);

const describeGoods = (lines: readonly { reference?: unknown; count?: unknown }[]) =>
	lines
		.map(({ reference, count }) => `${String(count ?? 1)} × ${String(reference)}`)
		.sort()
		.join(', ');

function compareGoods({ items = [] }: ParcelRequest, found: Item): Comparison[] {
	const parsed = parcelResponse.safeParse(found.carrierData);
	const content = parsed.success ? parsed.data.ordered?.content : undefined;
	if (!content || !items.every(({ reference }) => reference !== undefined)) return [];
	return [
		{
			label: 'Items',
			requested: describeGoods(items),
			found: describeGoods(content.map(({ reference, quantity }) => ({ reference, count: quantity }))),
		},
	];
}

/**
 * Recipient, address, method and content: the differences a shop would notice if an old parcel were taken for a new
 * one.
 */
export function compareParcel(requested: ParcelRequest, found: Item): Comparison[] {
	const dropoff = isJsonObject(found.dropoff) ? found.dropoff : {};
	const { address } = requested;
	const layout = layOutRecipient(requested, address);
	const { firstName, lastName, organizationName } = layout?.recipient ?? requested;
	const street = layout?.street ?? address;
	return [
		...compareText('Name', joinText(firstName, lastName), dropoff.name),
		...compareText('Organization', organizationName ?? '', dropoff.company),
		...compareText(
			'Street',
			joinText(street.line1, street.line2, street.additionalInformation),
			joinText(dropoff.street, dropoff.instructions),
		),
		...compareText('Postal Code', address.zip, dropoff.postalCode),
		...compareText('City', address.city, dropoff.city),
		...compareText('Country', countryCode(address.country) ?? address.country, dropoff.country),
		...(requested.phone === undefined ? [] : compareText('Phone', requested.phone, dropoff.phone, digitsOf)),
		...(requested.email === undefined ? [] : compareText('Email', requested.email, dropoff.email)),
		...compareText('Delivery Mode', requested.deliveryMode, found.deliveryMode, (mode) => mode),
		...compareText('Relay Point', requested.relayPickupRef ?? '', relayPointOf(found)),
		...compareGoods(requested, found),
	];
}

/** A parcel to a door shows no relay point, or in one sample a point that it does not go to. */
const relayPointOf = (found: Item): Json | undefined =>
	found.deliveryMode === 'relay' ? asJsonObject(found).relayPoint : undefined;
