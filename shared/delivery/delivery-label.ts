import { isJsonObject, type JsonObject } from '../json';

const objectOrEmpty = (value: unknown) => (isJsonObject(value) ? value : {});

/** A delivery as one line of a drop-down: time, recipient, order and status. A short list has less. */
export function deliveryLabel(item: JsonObject): string {
	const dropoff = objectOrEmpty(item.dropoff);
	const slot = [item.slotStart, dropoff.slotStart, objectOrEmpty(item.pickup).slotStart, item.createdAt].find(
		(each) => typeof each === 'string',
	);
	const at = typeof slot === 'string' ? slot.slice(0, 16).replace('T', ' ') : '';
	return [at, dropoff.name, item.reference, item.carrierStatus]
		.filter((part) => typeof part === 'string' && part !== '')
		.join(', ');
}
