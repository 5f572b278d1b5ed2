import type { Moment } from '../framework/clock.types';

/** What is known of a customer, whether a guest or of a list. */
export interface HubriseCustomerFields {
	email: string | null;
	first_name: string | null;
	last_name: string | null;
	gender: 'male' | 'female' | null;
	birth_date: string | null;
	company_name: string | null;
	phone: string | null;
	phone_access_code: string | null;
	address_1: string | null;
	address_2: string | null;
	postal_code: string | null;
	city: string | null;
	state: string | null;
	country: string | null;
	latitude: string | null;
	longitude: string | null;
	delivery_notes: string | null;
	sms_marketing: boolean;
	email_marketing: boolean;
}

export interface HubriseCustomerList {
	readonly id: string;
	readonly account: string;
	/** Null: it belongs to the account. */
	readonly location: string | null;
	readonly name: string;
	readonly createdAt: Moment;
}

export interface HubriseCustomer extends HubriseCustomerFields {
	id: string;
	seq: number;
	list: string;
	createdAt: Moment;
	anonymised: boolean;
	privateRefs: Record<string, string>;
	custom_fields: Record<string, unknown>;
}

export interface HubriseLoyaltyCard {
	id: string;
	seq: number;
	customer: string;
	ref: string | null;
	name: string | null;
	/** In tenths of a thousandth of a point, so that adding is exact. */
	balance: number;
}

export interface HubriseLoyaltyOperation {
	id: string;
	seq: number;
	card: string;
	customer: string;
	createdAt: Moment;
	order: { id: string; location: string } | null;
	delta: string;
	reason: string | null;
	newBalance: number;
}
