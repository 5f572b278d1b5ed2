import type { ParcelRule } from './parcels';
import type { SlotSettings } from './slots/settings';

/** The user's choices for a shop. Null means the usual value for that shop. */
export interface ShopSettings {
	/** Milliseconds since 1970. */
	now: number;
	/** IANA name of the time zone that the shop's slots are written in. */
	zone: string;
	/** Title of the carrier that books; null where nobody does. */
	carrier: string | null;
	/** Prefix of the order number in the reference. Two shops on one carrier account need different ones. */
	prefix: string | null;
	/** For orders that name no country. */
	country: string | null;
	/** For orders that name no currency. */
	currency: string | null;
	/** The shop's statuses in which an order is to be delivered. */
	statuses: readonly string[] | null;
	/** How to treat an unpaid order that its status alone would allow. */
	unpaid: 'leave_out' | 'deliver';
	/** How to treat an order that the customer pays at the door. */
	payOnDelivery: 'leave_out' | 'deliver';
	/** Ids or titles of the delivery methods that are ours. A person chose them, so they outrank a guess from names. */
	methods: readonly string[] | null;
	/** Further ids or titles by which customers collect. */
	pickupMethods: readonly string[];
	/** Ids or titles that another company's riders deliver. */
	ownRiderMethods: readonly string[];
	/** After a delivery that failed: what the shop did when that one left is no reason against another. */
	again: boolean;
	slot: SlotSettings;
	parcels: ParcelRule;
}

export const defaultSettings = (facts: { now: number; zone: string }): ShopSettings => ({
	...facts,
	carrier: null,
	prefix: null,
	country: null,
	currency: null,
	statuses: null,
	unpaid: 'leave_out',
	payOnDelivery: 'leave_out',
	methods: null,
	pickupMethods: [],
	ownRiderMethods: [],
	again: false,
	slot: {
		fields: null,
		dateFormat: null,
		whenNone: { rule: 'none' },
		asapMinutes: null,
		lengthMinutes: null,
		opening: null,
	},
	parcels: { rule: 'one', type: null, weightGrams: null, volumeLitres: null },
});
