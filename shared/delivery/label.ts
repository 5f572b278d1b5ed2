import { isJsonObject } from '../declare/json';
import type { Item } from '../declare/facts';

const inner = (value: unknown) => (isJsonObject(value) ? value : {});

/** A delivery as one line of a drop-down, in the words by which a person knows it: when, for whom, which order, how far it is. A short list knows less. */
export function deliveryLabel(item: Item): string {
	const dropoff = inner(item.dropoff);
	const slot = [item.slotStart, dropoff.slotStart, inner(item.pickup).slotStart, item.createdAt].find((each) => typeof each === 'string');
	const at = typeof slot === 'string' ? slot.slice(0, 16).replace('T', ' ') : '';
	return [at, dropoff.name, item.reference, item.carrierStatus].filter((part) => typeof part === 'string' && part !== '').join(', ');
}
