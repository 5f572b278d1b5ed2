import type { Comparison } from '../../declare/action';
import type { Item } from '../../declare/facts';
import { isJsonObject, type Json } from '../../json';
import { millis, wallTime } from '../../delivery/time';
import { ZONE } from './connection';
import type { TripRequest } from './trip';

const words = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
const wallTimeOf = (moment: string) => wallTime(millis(moment), ZONE, 'yyyy-MM-dd HH:mm');

/** Quotes both as they were written, and compares them as they mean. */
function compared(label: string, requested: string, found: Json | undefined): Comparison {
	const actual = typeof found === 'string' ? found : '';
	return { label, requested, found: actual, isSame: words(requested) === words(actual) };
}

/** Recipient, address and time: the differences a shop would notice if an old booking were taken for a new one. */
export function compareTrip(requested: TripRequest, found: Item): Comparison[] {
	const pickup = isJsonObject(found.pickup) ? found.pickup : {};
	const dropoff = isJsonObject(found.dropoff) ? found.dropoff : {};
	const name = [requested.firstname, requested.lastname].filter((part) => part !== undefined).join(' ');
	return [
		compared('Name', name, dropoff.name),
		compared('Phone', requested.telephone, dropoff.phone),
		compared('Street', requested.street, dropoff.street),
		compared('Postal Code', requested.zip, dropoff.postalCode),
		{
			label: 'Time at the Shop',
			requested: wallTimeOf(requested.time),
			found: typeof pickup.slotStart === 'string' ? wallTimeOf(pickup.slotStart) : '',
		},
	];
}
