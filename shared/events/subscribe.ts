import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { failed, success, type Result } from '../declare/failure';
import type { Callback, Subscription } from '../declare/subscription';
import { accountKey } from '../run/account-key';
import { isSafeScheme } from '../run/url-checks';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';

export interface SubscriptionContext {
	carrier: Carrier;
	subscription: Subscription;
	access: Access;
}

/** The subscription a trigger needs at the carrier. */
export interface SubscriptionRequest {
	callback: Callback;
	/** Earlier addresses of this trigger: a record with one of them is ours. */
	previousUrls?: readonly string[];
	/** The user allows taking the record over from its current holder. */
	replaceExisting?: boolean;
	/** Names the holder of an address that this host gave out, such as "Zap 4711". */
	describeHolder?(url: string): Promise<string | undefined>;
}

/** Others may write the record between our reading and our writing. */
const TRIES = 3;

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const isSubset = (some: readonly string[], all: readonly string[]): boolean => some.every((each) => all.includes(each));

async function readCallback(
	{ carrier, subscription, access }: SubscriptionContext,
	ports: Ports,
	deadline?: number,
): Promise<Result<Callback>> {
	const read = await perform(
		{ carrier, action: subscription.read, access, values: {}, deadline, decides: true },
		ports,
	);
	if (!read.ok) return read.failure.code === 'not_found' ? success({ url: null, events: [] }) : read;
	return success(subscription.toCallback(read.value[0] ?? {}));
}

/** The holder of the record. It is ours if it has the requested address or an earlier address of this trigger. */
function holderOf(
	current: Callback,
	{ callback, previousUrls = [] }: SubscriptionRequest,
): 'nobody' | 'ours' | 'other' {
	if (current.url === null && current.events.length === 0) return 'nobody';
	return current.url === callback.url || (current.url !== null && previousUrls.includes(current.url))
		? 'ours'
		: 'other';
}

/** Shows only the host, because the rest of such an address is as secret as a password. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an address that cannot be read');

function occupiedFailure(
	{ carrier, subscription }: SubscriptionContext,
	current: Callback,
	holder: string | undefined,
): Result<never> {
	const where =
		current.url === null
			? 'are stored at the carrier for a polling trigger'
			: `already go to ${holder ?? hostOf(current.url)}`;
	return failed(
		'refused',
		`The events of this ${carrier.title} connection ${where}, and a connection has one place for them`,
		{ advice: subscription.conflictAdvice },
	);
}

/** Does the record already have the requested state? */
export async function isSubscribed(
	context: SubscriptionContext,
	{ callback }: SubscriptionRequest,
	ports: Ports,
): Promise<Result<boolean>> {
	const current = await readCallback(context, ports);
	return current.ok
		? success(current.value.url === callback.url && isSubset(callback.events, current.value.events))
		: current;
}

/** Why the carrier could not call this trigger, where that is known in advance. */
function unreachableReason(
	{ carrier, subscription, access }: SubscriptionContext,
	url: string | null,
): Result<never> | undefined {
	if (url === null) return undefined;
	if (access.webhookSecret === undefined) {
		return failed(
			'wrong_connection',
			`The connection has no ${subscription.secretLabel}, so no event could be trusted`,
			{ advice: `Fill in the ${subscription.secretLabel} of the connection.` },
		);
	}
	const local = URL.canParse(access.base) && new URL(access.base).protocol === 'http:';
	const address = URL.canParse(url) ? new URL(url) : undefined;
	if (address && (address.protocol === 'https:' || (local && isSafeScheme(address)))) return undefined;
	return failed('invalid_input', `${carrier.title} calls addresses with https only, and this trigger has none`, {
		advice:
			'Give this server an address with https that can be reached from the internet, or use the trigger that looks for events by itself.',
	});
}

/**
 * Brings the record to the requested state. Merges with our own entries, fixes an address of ours that has changed, and
 * leaves another app's record alone unless the user allows taking it over.
 */
export async function subscribe(
	context: SubscriptionContext,
	request: SubscriptionRequest,
	ports: Ports,
	deadline?: number,
): Promise<Result<Callback>> {
	const { carrier, subscription, access } = context;
	const problem = unreachableReason(context, request.callback.url);
	if (problem) return problem;
	return await ports.locks.hold(`subscription:${accountKey(context)}`, async () => {
		for (let tries = 0; tries <= TRIES; tries += 1) {
			const current = await readCallback(context, ports, deadline);
			if (!current.ok) return current;
			const holder = holderOf(current.value, request);
			if (holder === 'other' && request.replaceExisting !== true) {
				const name = current.value.url === null ? undefined : await request.describeHolder?.(current.value.url);
				return occupiedFailure(context, current.value, name);
			}
			const { url, events } = request.callback;
			if (holder === 'ours' && current.value.url === url && isSubset(events, current.value.events)) return current;
			if (tries === TRIES) break;
			const desired: Callback = {
				url,
				events: holder === 'ours' ? union(current.value.events, events) : [...new Set(events)],
			};
			const written = await perform(
				{ carrier, action: subscription.write, access, values: subscription.input(desired), deadline },
				ports,
			);
			if (!written.ok) return written;
			// Read again rather than believed: another of our triggers may have written in the same moment.
		}
		return failed(
			'unavailable',
			`Something else keeps changing where ${carrier.title} sends the events of this connection`,
		);
	});
}

/** Removes only what this trigger subscribed to. Another address and other events stay. */
export async function unsubscribe(
	context: SubscriptionContext,
	{ callback, previousUrls }: SubscriptionRequest,
	ports: Ports,
	deadline?: number,
): Promise<Result<'removed' | 'left'>> {
	const { carrier, subscription, access } = context;
	return await ports.locks.hold(`subscription:${accountKey(context)}`, async () => {
		const current = await readCallback(context, ports, deadline);
		if (!current.ok) return current;
		if (holderOf(current.value, { callback, previousUrls }) !== 'ours') return success('left');
		const remaining = current.value.events.filter((event) => !callback.events.includes(event));
		const action = remaining.length > 0 ? subscription.write : subscription.remove;
		const values = remaining.length > 0 ? subscription.input({ url: current.value.url, events: remaining }) : {};
		const done = await perform({ carrier, action, access, values, deadline }, ports);
		if (!done.ok && done.failure.code !== 'not_found') return done;
		return success(remaining.length > 0 ? 'left' : 'removed');
	});
}
