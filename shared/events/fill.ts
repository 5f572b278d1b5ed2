import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type FailureCode, type Result } from '../declare/failure';
import type { Fill, WebhookEvent } from '../declare/trigger';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';

export interface FillContext {
	carrier: Carrier;
	access: Access;
	/** Milliseconds since 1970. */
	deadline: number;
}

type FillResult = { event: WebhookEvent } | { nothing: true };

/** These failures may pass in a moment, so the next fill is not tried instead. */
export const transientCodes: ReadonlySet<FailureCode> = new Set<FailureCode>([
	'unavailable',
	'rate_limited',
	'not_authorised',
	'stopped',
]);

async function readFirstFill(
	{ carrier, access, deadline }: FillContext,
	fills: readonly Fill[],
	ports: Ports,
): Promise<Result<FillResult>> {
	let lastFailure: Result<never> | undefined;
	for (const { action, input, toEvent } of fills) {
		const read = await perform({ carrier, action, access, values: input, deadline }, ports);
		if (read.ok && read.value[0]) return success({ event: toEvent(read.value[0]) });
		if (read.ok || read.failure.code === 'not_found') continue;
		if (transientCodes.has(read.failure.code)) return read;
		lastFailure = read;
	}
	return lastFailure ?? success({ nothing: true });
}

/**
 * An event with its missing data filled in, or unchanged if no more data exists. Undefined if its subject no longer
 * exists. A failure if that cannot be known now, so that the event is retried.
 */
export async function fill(
	context: FillContext,
	event: WebhookEvent,
	ports: Ports,
): Promise<Result<WebhookEvent | undefined>> {
	let known = event;
	while (known.content === 'partial' || known.content === 'unread') {
		const read = await readFirstFill(context, known.fills, ports);
		if (!read.ok) return read;
		if ('nothing' in read.value) return success(known.content === 'partial' ? known : undefined);
		known = read.value.event;
	}
	return success(known);
}
