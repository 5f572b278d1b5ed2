import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { success, type FailureCode, type Result } from '../declare/failure';
import type { WebhookEvent } from '../declare/trigger';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';

export interface FillWork {
	carrier: Carrier;
	access: Access;
	/** Milliseconds since 1970. */
	deadline: number;
}

type Read = { told: WebhookEvent } | { nothing: true };

/** These may be otherwise in a moment, so what comes next in line is not asked instead. */
export const passing: ReadonlySet<FailureCode> = new Set<FailureCode>(['unavailable', 'rate_limited', 'not_authorised', 'stopped']);

async function first({ carrier, access, deadline }: FillWork, event: WebhookEvent, ports: Ports): Promise<Result<Read>> {
	let unread: Result<never> | undefined;
	for (const { action, input, told } of event.fills ?? []) {
		const read = await perform({ carrier, action, access, values: input, deadline }, ports);
		if (read.ok && read.value[0]) return success({ told: told(read.value[0]) });
		if (read.ok || read.failure.code === 'not_found') continue;
		if (passing.has(read.failure.code)) return read;
		unread = read;
	}
	return unread ?? success({ nothing: true });
}

/**
 * An event with all that it leaves out, or as it is where nothing more can be found. Undefined where nothing is left of
 * what it is about; a failure where that cannot be known now, so that it is asked for again.
 */
export async function fill(work: FillWork, event: WebhookEvent, ports: Ports): Promise<Result<WebhookEvent | undefined>> {
	let known = event;
	while (known.fills !== undefined) {
		const read = await first(work, known, ports);
		if (!read.ok) return read;
		if ('nothing' in read.value) return success(known.item ? known : undefined);
		known = read.value.told;
	}
	return success(known);
}
