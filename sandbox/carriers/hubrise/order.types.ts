import type { Moment } from '../frame/clock.types';
import type { ItemInput, LineInput, NewOrderInput } from './orderBody';

export type HubriseOrderStatus = NewOrderInput['status'];

/** What was taken away is still there, and says so. */
interface Kept {
	id: string;
	deleted?: true;
}

export type HubriseItem = ItemInput & Kept;
export type HubriseLine = LineInput & Kept;

type Listed = 'private_ref' | 'items' | 'discounts' | 'charges' | 'payments' | 'customer';

/** What the caller gave is kept in HubRise's own spelling, with times already in the zone of the location. */
export interface HubriseOrder extends Omit<NewOrderInput, Listed> {
	id: string;
	/** Place in the order of creation, over all accounts. */
	seq: number;
	location: string;
	createdAt: Moment;
	createdBy: string;
	/** By client id: a client sees its own reference alone. */
	privateRefs: Record<string, string>;
	items: HubriseItem[];
	discounts: HubriseLine[];
	charges: HubriseLine[];
	payments: HubriseLine[];
	customer: (NonNullable<NewOrderInput['customer']> & { id: string }) | null;
}
