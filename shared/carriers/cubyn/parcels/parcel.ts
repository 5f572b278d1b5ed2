import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { countryCode } from '../../../delivery/country';
import { deliveryItem, deliveryOf, type Stop } from '../../../delivery/delivery';
import { rankOf, type Status } from '../../../delivery/status';
import { statusFrom } from './status';
import { toldOfParcel, type ParcelAnswer } from '../wire';

/** A parcel in the common language, and what only Cubyn tells of it. */
export const cubynParcel = deliveryItem(toldOfParcel.shape);

const words = (...parts: readonly (string | null | undefined)[]) => parts.filter((part) => part !== undefined && part !== null && part.trim() !== '').join(' ') || null;
const textOf = (value: string | number | null | undefined) => (value === undefined || value === null || value === '' ? null : String(value));
const numberOf = (value: string | number | null | undefined) => (textOf(value) === null || Number.isNaN(Number(value)) ? null : Number(value));

/** CU55: there is nothing to see before the parcel is picked. */
export const trackingUrl = (id: string | number): string => `http://track.cubyn.com/CUB${id}`;
const isOnItsWay = (status: Status) => status !== 'cancelled' && rankOf(status) >= rankOf('picked_up');

function stopOf(answer: ParcelAnswer, tracking: string | null): Stop {
	const { address } = answer;
	return {
		name: words(answer.firstName, answer.lastName),
		company: textOf(answer.organizationName),
		phone: textOf(answer.phone),
		email: textOf(answer.email),
		street: words(address?.line1, address?.line2),
		postalCode: textOf(address?.zip),
		city: textOf(address?.city),
		country: address?.country ? (countryCode(address.country) ?? address.country) : null,
		instructions: textOf(address?.additionalInformation),
		trackingUrl: tracking,
	};
}

/** As far as the parcel tells when it got where it is. */
function occurredAt(answer: ParcelAnswer, status: Status): string | null {
	const word = answer.status?.toUpperCase();
	if (status === 'delivered') return textOf(answer.deliveredAt);
	if (word === 'SHIPPED') return textOf(answer.shippedAt);
	if (word === 'PICKED') return textOf(answer.pickedAt);
	return status === 'created' ? textOf(answer.createdAt) : null;
}

function reasonOf({ status, validationStatus, cancellationStatus }: ParcelAnswer): string | null {
	if (status === 'VALIDATION_FAILED' || (status === 'CREATED' && validationStatus === 'ERROR')) return 'The parcel did not pass the check of its address and stock';
	if (status === 'CUBYN_EXCEPTION') return 'Cubyn reports a problem with the parcel';
	return cancellationStatus === 'FAILED' ? 'The parcel could not be cancelled' : null;
}

function packagesOf({ items, ordered }: ParcelAnswer) {
	const listed = ordered?.content?.map(({ name, reference, quantity }) => ({ name, reference, count: quantity })) ?? items ?? [];
	return listed.map(({ name, reference, count }) => ({ name: textOf(name) ?? textOf(reference), amount: numberOf(count) ?? 1 }));
}

/** `told`: what is known of the parcel besides the answer, such as what was sent to make it. */
export function toItem(answer: ParcelAnswer, told: Partial<ParcelAnswer> = {}): Item {
	const whole: ParcelAnswer = { ...told, ...answer };
	const status = statusFrom(whole);
	const id = String(whole.id);
	const end = stopOf(whole, isOnItsWay(status) || whole.pickedAt ? trackingUrl(id) : null);
	const isReturn = whole.type === 'RECIPIENT_RETURN';
	return deliveryOf(
		'cubyn',
		{
			id,
			reference: textOf(whole.orderRef),
			status,
			carrierStatus: whole.status ?? null,
			occurredAt: occurredAt(whole, status),
			reason: reasonOf(whole),
			createdAt: textOf(whole.createdAt),
			// A return carries its sender's address: that is where it is picked up.
			...(isReturn ? { pickup: end } : { dropoff: end }),
			packages: packagesOf(whole),
		},
		toldOfParcel.of(whole),
		untouched(answer),
	);
}
