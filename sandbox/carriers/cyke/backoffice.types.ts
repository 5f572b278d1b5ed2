import type { Moment } from '../framework/clock.types';

/** v1 was shut down. Cyke uses v2. */
export type ApiVersion = 'v1' | 'v2';

export type CykeStatus = 'saved' | 'ready' | 'scheduled' | 'picked_up' | 'delivered' | 'failed' | 'cancelled';

export type CykeDirection = 'outbound' | 'inbound' | 'other';

export interface CykePlace {
	recipient_name: string;
	recipient_phone?: string;
	recipient_email?: string;
	company_name?: string;
	address: string;
	postal_code: string;
	city: string;
	address_instructions?: string;
}

export interface CykePackageType {
	id: number;
	type: string;
	volume: number;
	weight: number;
	fragility: string | null;
	temperature: string | null;
}

export interface CykePackage {
	type: string;
	amount: number;
}

export interface CykeTask {
	slotStart: Moment;
	slotEnd: Moment;
	/** Number of the saved address that the task uses. */
	savedAddress: number | null;
	/** Given by the caller, rather than filled in from the default place. */
	specified: boolean;
	place: CykePlace;
	completedAt: Moment | null;
	failureReason: string | null;
	completionText: string | null;
	signature: { token: string; acceptedBy: string } | null;
	pictures: string[];
}

export interface CykeDelivery {
	id: number;
	account: string;
	createdAt: Moment;
	status: CykeStatus;
	/** When a courier set off; from then on there is a tracking page. */
	startedAt: Moment | null;
	trackingToken: string;
	/** Set when the courier will not manage the delivery. */
	willFail: string | null;
	senderDisplayName?: string;
	comments: string | null;
	clientOrderReference: string | null;
	bringBackContainers: boolean;
	direction: CykeDirection;
	originalDeliveryId: number | null;
	redeliveryId: number | null;
	priceCents: number | null;
	dropoff: CykeTask;
	pickup: CykeTask;
	packages: CykePackage[];
}

export interface CykeAccount {
	email: string;
	token: string;
	company: string;
	defaultPlace: CykePlace;
	/** Saved addresses by their number. */
	savedAddresses: Map<number, CykePlace>;
	packageTypes: CykePackageType[];
	/** Customers with size categories send exactly one line with amount 1. */
	packages: 'objects' | 'sizes';
	bringBackContainers: boolean;
	priceCents: number | null;
	/** Some customers may leave the phone out, by agreement. */
	phoneRequired: boolean;
}

export interface CykeSettings {
	/** The dialect that was shut down; off, it answers 410. Default off. */
	v1: boolean;
	/** Paris wall time, `hh:mm`. */
	openingHours: { from: string; to: string };
	/** Beginnings of the postal codes served. */
	servedArea: string[];
	/** Whether a courier reports the pick-up of work with one end of its own, too: every delivery has two tasks. */
	reportsPickUp: boolean;
	/** How a task at a saved address comes back. This is undocumented. */
	savedAddressForm: 'object' | 'number';
	/** One client reads ids as numbers, one as text. */
	idForm: 'number' | 'text';
	/** Both forms are known from receivers: a plain URL, or an object with it. */
	pictureForm: 'url' | 'object';
	signatureForm: 'object' | 'url';
	/** Minutes between attempts of a webhook call. */
	retryMinutes: number[];
	webhookTimeoutMs: number;
	/** How long a receiver that fails is left alone; then its webhook is active again. */
	webhookPauseMinutes: number;
}

export interface CykeCompletion {
	failureReason?: string;
	/** The task that failed; the main one by default. */
	failedTask?: 'dropoff' | 'pickup';
	completionText?: string;
	acceptedBy?: string;
	pictures?: number;
}

export interface CykeWebhookEvent {
	event_id: string;
	event_type: string;
	payload: Record<string, unknown>;
}

export interface CykeAttempt {
	at: Moment;
	webhook: string;
	event: CykeWebhookEvent;
	/** Status answered, or why there was none. */
	outcome: number | 'timeout' | 'unreachable';
}

export interface CykeWebhook {
	readonly id: string;
	readonly account: string;
	readonly url: string;
	readonly secret: string;
	readonly status: 'Unverified' | 'Active' | 'Disabled';
	/** The "Test webhook" button. Resolves to whether the receiver answered 2xx. */
	test(): Promise<boolean>;
	disable(): void;
}

export interface CykeWebhooks {
	register(input: { url: string; secret: string; account?: string }): CykeWebhook;
	readonly registered: readonly CykeWebhook[];
	remove(webhook: CykeWebhook): void;
	/** Every event made, oldest first. */
	readonly events: readonly CykeWebhookEvent[];
	readonly attempts: readonly CykeAttempt[];
	/** Sends an event once more, under its own id. Default: the last one. */
	repeat(event?: CykeWebhookEvent): void;
	/** Holds events back until `release`. */
	hold(): void;
	release(order?: 'original' | 'reversed' | 'shuffled'): void;
}

export interface CykeBackoffice {
	readonly accounts: readonly CykeAccount[];
	readonly settings: CykeSettings;
	readonly deliveries: readonly CykeDelivery[];
	readonly webhooks: CykeWebhooks;
	find(id: number): CykeDelivery | undefined;
	/** A delivery made in Cyke's own screens: same rules and same body as a v2 create. */
	book(body: unknown, account?: string): CykeDelivery;
	/** Moves a delivery along; emits the event. Refuses a step that cannot be, unless forced. */
	setStatus(id: number, status: CykeStatus, completion?: CykeCompletion, options?: { force?: boolean }): CykeDelivery;
	/** The courier sets off: the tracking page appears. */
	start(id: number): CykeDelivery;
	/** The courier will fail this one. */
	willFail(id: number, reason: string): CykeDelivery;
	/** Dispatch plans a failed delivery again, under a new id. */
	redeliver(id: number, slot?: { start: Moment; end: Moment }): CykeDelivery;
	/** Moves one delivery on as its courier would. False when nothing is left to do. */
	step(id: number): boolean;
}
