import type { Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import type { Failure } from '../declare/failure';
import type { WebhookCall, WebhookEvent, WebhookTrigger } from '../declare/trigger';
import type { Ports } from '../run/ports';
import { fill } from './fill';

/** Carriers give a webhook about 20 s, the hosts take some of it. */
const ANSWER_WITHIN_MS = 15_000;

export interface Receiving {
	carrier: Carrier;
	trigger: WebhookTrigger;
	access: Access;
	/** Types of event; all of them where empty. */
	wanted: readonly string[];
	/** The host's gate: lets each event through once and never lets a subject go back. */
	isFresh(event: WebhookEvent): boolean | Promise<boolean>;
}

/** What to answer the carrier, and what to hand on. */
export interface Reception {
	status: number;
	item?: Item;
	failure?: Failure;
	/** The failure is one of an event that can be trusted: no stranger can bring it about. */
	genuine?: true;
}

/** What cannot be checked with this connection may be genuine: like what cannot be filled in, it is asked for again. */
function refusal({ answers: { taken, forged, unreadable, later = taken } }: WebhookTrigger, { code }: Failure): number {
	if (code === 'wrong_connection') return later;
	return code === 'not_authorised' ? forged : unreadable;
}

/** One call of a carrier: checked, filled in where it is wanted, and let through once. */
export async function receive({ carrier, trigger, access, wanted, isFresh }: Receiving, call: WebhookCall, ports: Ports): Promise<Reception> {
	const { taken, later = taken } = trigger.answers;
	const read = trigger.read(call, access);
	if (!read.ok) return { status: refusal(trigger, read.failure), failure: read.failure };
	if (wanted.length > 0 && !wanted.includes(read.value.type)) return { status: taken };
	const filled = await fill({ carrier, access, deadline: ports.now() + ANSWER_WITHIN_MS }, read.value, ports);
	if (!filled.ok) return { status: later, failure: filled.failure, genuine: true };
	const event = filled.value;
	if (!event?.item || !(await isFresh(event))) return { status: taken };
	return { status: taken, item: event.item };
}
