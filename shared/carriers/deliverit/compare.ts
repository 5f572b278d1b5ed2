import type { Comparison } from '../../declare/booking';
import type { Item } from '../../declare/facts';
import { isJsonObject, type Json } from '../../declare/json';
import { millis, wallTime } from '../../delivery/time';
import { ZONE } from './connection';
import type { Asked } from './trip';

const plain = (value: Json | undefined) => (typeof value === 'string' ? value.trim().toLowerCase() : '');
const shown = (moment: Json | undefined) => (typeof moment === 'string' ? wallTime(millis(moment), ZONE, 'yyyy-MM-dd HH:mm') : '');

/** Where, whom and when: what a shop would notice if an old booking stood in for a new one. */
export function compareTrip(asked: Asked, found: Item): Comparison[] {
	const pickup = isJsonObject(found.pickup) ? found.pickup : {};
	const dropoff = isJsonObject(found.dropoff) ? found.dropoff : {};
	return [
		{ label: 'Street', asked: plain(asked.street), found: plain(dropoff.street) },
		{ label: 'Postal Code', asked: plain(asked.zip), found: plain(dropoff.postalCode) },
		{ label: 'Phone', asked: plain(asked.telephone), found: plain(dropoff.phone) },
		{ label: 'Time at the Shop', asked: shown(asked.time), found: shown(pickup.slotStart) },
	];
}
