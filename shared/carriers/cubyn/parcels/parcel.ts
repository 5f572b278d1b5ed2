import { asJsonObject } from '../../../json';
import { countryCode } from '../../../delivery/country';
import { deliveryItem, deliveryOf, type Stop } from '../../../delivery/delivery';
import { rankOf, type Status } from '../../../delivery/status';
import { failsCheck, statusFrom } from './status';
import { mirroredParcel, type ParcelResponse } from '../wire';

/** A parcel in the common format, plus the fields that only Cubyn has. */
export const cubynParcel = deliveryItem(() => mirroredParcel.outputShape);

const joinText = (...parts: readonly (string | null | undefined)[]) =>
	parts.filter((part) => part !== undefined && part !== null && part.trim() !== '').join(' ') || null;
const textOf = (value: string | number | null | undefined) =>
	value === undefined || value === null || value === '' ? null : String(value);
const numberOf = (value: string | number | null | undefined) =>
	textOf(value) === null || Number.isNaN(Number(value)) ? null : Number(value);

/** CU55: there is nothing to see before the parcel is picked. */
export const trackingUrl = (id: string | number): string => `http://track.cubyn.com/CUB${id}`;
const isOnItsWay = (status: Status) => status !== 'cancelled' && rankOf(status) >= rankOf('picked_up');

function stopOf(response: ParcelResponse, tracking: string | null): Stop {
	const { address } = response;
	return {
		name: joinText(response.firstName, response.lastName),
		company: textOf(response.organizationName),
		phone: textOf(response.phone),
		email: textOf(response.email),
		street: joinText(address?.line1, address?.line2),
		postalCode: textOf(address?.zip),
		city: textOf(address?.city),
		country: address?.country ? (countryCode(address.country) ?? address.country) : null,
		instructions: textOf(address?.additionalInformation),
		trackingUrl: tracking,
	};
}

/** When the parcel reached its status, if the parcel shows it. */
function occurredAt(response: ParcelResponse, status: Status): string | null {
	const carrierStatus = response.status?.toUpperCase();
	if (status === 'delivered') return textOf(response.deliveredAt);
	if (carrierStatus === 'SHIPPED') return textOf(response.shippedAt);
	if (carrierStatus === 'PICKED') return textOf(response.pickedAt);
	return status === 'created' ? textOf(response.createdAt) : null;
}

function reasonOf(response: ParcelResponse): string | null {
	const { status, validationStatus, cancellationStatus } = response;
	if (status === 'VALIDATION_FAILED') return "The parcel did not pass Cubyn's check of its address and stock";
	if (failsCheck(response))
		return `The parcel did not pass Cubyn's check of its address and stock: ${String(validationStatus)}`;
	if (status === 'CUBYN_EXCEPTION') return 'Cubyn reports a problem with the parcel';
	return cancellationStatus === 'FAILED' ? 'The parcel could not be cancelled' : null;
}

function packagesOf({ items, ordered }: ParcelResponse) {
	const listed =
		ordered?.content?.map(({ name, reference, quantity }) => ({ name, reference, count: quantity })) ?? items ?? [];
	return listed.map(({ name, reference, count }) => ({
		name: textOf(name) ?? textOf(reference),
		amount: numberOf(count) ?? 1,
	}));
}

/** `known`: values known besides the response, such as the request that created the parcel. */
export function toItem(response: ParcelResponse, known: Partial<ParcelResponse> = {}) {
	const full: ParcelResponse = { ...known, ...response };
	const status = statusFrom(full);
	const id = String(full.id);
	const stop = stopOf(full, isOnItsWay(status) || full.pickedAt ? trackingUrl(id) : null);
	const isReturn = full.type === 'RECIPIENT_RETURN';
	return deliveryOf(
		'cubyn',
		{
			id,
			reference: textOf(full.orderRef),
			status,
			carrierStatus: full.status ?? null,
			occurredAt: occurredAt(full, status),
			reason: reasonOf(full),
			createdAt: textOf(full.createdAt),
			// A return carries its sender's address: that is where it is picked up.
			...(isReturn ? { pickup: stop } : { dropoff: stop }),
			packages: packagesOf(full),
		},
		mirroredParcel.toFields(full),
		asJsonObject(response),
	);
}
