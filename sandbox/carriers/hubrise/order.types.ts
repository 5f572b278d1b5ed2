import type { Moment } from '../framework/clock.types';
import type { HubriseCustomerFields } from './customer.types';
import type { NewOrderInput } from './order-body';
import type { ChargeInput, DiscountInput, ItemInput, PaymentInput } from './order-elements';

export type HubriseOrderStatus = NewOrderInput['status'];

/** An element of a list. A deleted element stays in the list, marked as deleted. */
export type HubriseElement<T> = Omit<T, 'private_ref'> & {
	id: string;
	deleted: boolean;
	/** By client id. */
	privateRefs: Record<string, string>;
};

/** A customer as at the time of the order; a guest has no id. */
export interface HubriseOrderCustomer extends HubriseCustomerFields {
	id: string | null;
	customer_list_id: string | null;
	anonymised: boolean;
	/** Of a known customer, by client id. */
	privateRefs: Record<string, string>;
	custom_fields: Record<string, unknown>;
}

type RestructuredField =
	| 'private_ref'
	| 'items'
	| 'discounts'
	| 'charges'
	| 'payments'
	| 'customer'
	| 'customer_id'
	| 'customer_list_id'
	| 'customer_private_ref';

/** The caller's input is stored in HubRise's own spelling, with times already in the zone of the location. */
export interface HubriseOrder extends Omit<NewOrderInput, RestructuredField> {
	id: string;
	/** Place in the order of creation, over all accounts. */
	seq: number;
	location: string;
	createdAt: Moment;
	createdBy: string;
	/** By client id: a client sees its own reference alone. */
	privateRefs: Record<string, string>;
	items: HubriseElement<ItemInput>[];
	discounts: HubriseElement<DiscountInput>[];
	charges: HubriseElement<ChargeInput>[];
	payments: HubriseElement<PaymentInput>[];
	customer: HubriseOrderCustomer;
	/** Made without any word of who ordered. */
	isGuestUnknown: boolean;
}
