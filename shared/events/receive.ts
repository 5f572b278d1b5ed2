import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import type { Failure } from '../declare/failure';
import { ANY_TYPE, itemOf, type WebhookRequest, type WebhookEvent, type WebhookTrigger } from '../declare/trigger';
import type { Ports } from '../run/ports';
import { fill } from './fill';

/** Carriers give a webhook about 20 s, the hosts take some of it. */
const RESPOND_WITHIN_MS = 15_000;

export interface WebhookContext {
	carrier: Carrier;
	trigger: WebhookTrigger;
	access: Access;
	/** Types of event; an empty list means all of them. */
	eventTypes: readonly string[];
	/** The host's deduplicator: emits each event once and never moves a subject back to an earlier stage. */
	isFresh(event: WebhookEvent): boolean | Promise<boolean>;
}

/** The response to the carrier, and the item to emit. */
export interface WebhookResult {
	status: number;
	item?: Item;
	failure?: Failure;
	/** The failure is one of an event that can be trusted: no stranger can bring it about. */
	isTrusted?: true;
}

/** An event that this connection cannot verify may be genuine, so the carrier is made to send it again. */
function rejectionStatus(
	{ responses: { accepted, forged, unreadable, retryLater = accepted } }: WebhookTrigger,
	{ code }: Failure,
): number {
	if (code === 'wrong_connection') return retryLater;
	return code === 'not_authorised' ? forged : unreadable;
}

/** The event as one of the chosen types: the first one that has an item to emit. */
function wantedEvent(event: WebhookEvent, eventTypes: readonly string[]): WebhookEvent | undefined {
	const wanted = [event, ...(event.otherwise ?? [])].filter(
		({ type }) => eventTypes.length === 0 || type === ANY_TYPE || eventTypes.includes(type),
	);
	return wanted.find(({ content }) => content !== 'nothing') ?? wanted[0];
}

/** One call from a carrier: verified, completed if necessary, and emitted once. */
export async function receive(
	{ carrier, trigger, access, eventTypes, isFresh }: WebhookContext,
	request: WebhookRequest,
	ports: Ports,
): Promise<WebhookResult> {
	const { accepted, retryLater = accepted } = trigger.responses;
	const read = trigger.read(request, access);
	if (!read.ok) return { status: rejectionStatus(trigger, read.failure), failure: read.failure };
	const wanted = wantedEvent(read.value, eventTypes);
	if (!wanted) return { status: accepted };
	const filled = await fill({ carrier, access, deadline: ports.now() + RESPOND_WITHIN_MS }, wanted, ports);
	if (!filled.ok) return { status: retryLater, failure: filled.failure, isTrusted: true };
	const event = filled.value;
	const item = event && itemOf(event);
	if (!item || !(await isFresh(event))) return { status: accepted };
	return { status: accepted, item };
}
