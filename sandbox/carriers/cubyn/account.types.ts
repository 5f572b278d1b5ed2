import type { Moment } from '../framework/clock.types';

export interface CubynApplication {
	id: number;
	name: string;
	key: string;
	createdAt: Moment;
	updatedAt: Moment;
}

/** A merchant: "shipper", "owner" and "user" are all this one. */
export interface CubynAccount {
	id: number;
	firstName: string;
	lastName: string;
	phone: string;
	email: string;
	password: string;
	address: { line1: string; zip: string; city: string; country: string };
	createdAt: Moment;
	updatedAt: Moment;
	/** The back office works for the first application. */
	applications: CubynApplication[];
}

export interface CubynSettings {
	/** How long after creation address and stock are checked. */
	validationMs: number;
	cancellationMs: number;
	/** How long a return label is in progress. */
	labelMs: number;
	/** How long a signed link works. */
	linkMs: number;
	/** How long a claim waits for its decision, and a refund for the bank. */
	claimMs: number;
	attachmentMaxBytes: number;
	fileMaxBytes: number;
	/** The table calls the reference unique, but no page documents that Cubyn enforces it. Default off. */
	uniqueOrderRef: boolean;
	/** The sample of v3 parcels still shows the words of v2. Default v3. */
	v3Statuses: 'v3' | 'v2';
	/** Samples use `quantity`, tables use `quantities`. */
	v3Quantity: 'quantity' | 'quantities';
	/** One sample answers with the state before the change. Default off. */
	staleLotStatus: boolean;
	/** Whether a claim without the attachments of its type is refused: the documentation's own sample lacks one. */
	claimAttachments: 'required' | 'optional';
	/** Every key is answered with the documented 401. */
	tokensExpired: boolean;
	/** Minutes between attempts of a webhook call. */
	retryMinutes: number[];
	/** Documented is a second attempt after HTTP 500 alone. */
	retryOn: '500' | 'any failure';
	webhookTimeoutMs: number;
}
