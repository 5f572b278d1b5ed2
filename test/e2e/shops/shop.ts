import type { WorkflowBody } from '../../../sandbox/hosts/n8n-server';

/** A window of a day, as a customer chooses it at the checkout. */
export interface Slot {
	/** `yyyy-MM-dd` */
	day: string;
	/** `HH:mm` */
	from: string;
	to: string;
}

/** What differs from a paid order of this moment for tomorrow afternoon. */
export interface OrderChanges {
	slot?: Slot | 'none';
	address?: { street: string; postcode: string; city: string };
	/** Called off by its customer, or put aside after a delivery that failed. */
	state?: 'cancelled' | 'failed';
}

/** A shop behind an address of its own, as the chapters about nights, mornings and failures use it. */
export interface OpenShop {
	url: string;
	/** Of n8n, for the shop's steps. */
	credential: { type: string; data: Readonly<Record<string, unknown>> };
	/** Gives the order as its API does. Given again, it is changed. */
	place(id: string, changes?: OrderChanges): object;
	/** As if the order was never there. */
	remove(id: string): void;
	notesOf(id: string): string[];
	/** While it is down, it answers 503. */
	setDown(isDown: boolean): void;
	close(): void;
	/** The workflow with requests to the stand-in where n8n's own steps call only the real shop. */
	atThisShop(body: WorkflowBody): WorkflowBody;
}

export interface ShopKind {
	/** Begins the names of its ready workflows. */
	id: string;
	title: string;
	prefix: string;
	open(): Promise<OpenShop>;
}
