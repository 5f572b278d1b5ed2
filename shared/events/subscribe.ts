import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { failed, success, type Result } from '../declare/failure';
import type { Callback, Subscription } from '../declare/subscription';
import { isSafeScheme } from '../run/address';
import { digest } from '../run/digest';
import { perform } from '../run/perform';
import type { Ports } from '../run/ports';

export interface SubscriptionWork {
	carrier: Carrier;
	subscription: Subscription;
	access: Access;
}

/** What a trigger wants the carrier to do with the connection's events. */
export interface Wish {
	callback: Callback;
	/** Addresses that this same trigger had before: a record that leads there is ours. */
	formerly?: readonly string[];
	/** Its user has said that whoever holds the record may lose it. */
	takeOver?: boolean;
}

/** Others may write the record between our reading and our writing. */
const TRIES = 3;

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const within = (some: readonly string[], all: readonly string[]): boolean => some.every((each) => all.includes(each));

/** One name a token: the record belongs to the connection. */
export const connectionKey = ({ carrier, access }: Pick<SubscriptionWork, 'carrier' | 'access'>): string => digest([carrier.id, access.base, access.headers]);

async function heldNow({ carrier, subscription, access }: SubscriptionWork, ports: Ports, deadline?: number): Promise<Result<Callback>> {
	const read = await perform({ carrier, action: subscription.read, access, values: {}, deadline }, ports);
	if (!read.ok) return read.failure.code === 'not_found' ? success({ url: null, events: [] }) : read;
	return success(subscription.held(read.value[0] ?? {}));
}

/** Nobody's, the wished one, one of this trigger's own from before, or somebody else's. */
function holderOf(held: Callback, { callback, formerly = [] }: Wish): 'nobody' | 'ours' | 'other' {
	if (held.url === null && held.events.length === 0) return 'nobody';
	return held.url === callback.url || (held.url !== null && formerly.includes(held.url)) ? 'ours' : 'other';
}

/** The host alone: the rest of such an address is as good as a password. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an address that cannot be read');

function occupied({ carrier, subscription }: SubscriptionWork, held: Callback): Result<never> {
	const where = held.url === null ? 'are kept at the carrier for a trigger that looks for them' : `already go to ${hostOf(held.url)}`;
	return failed('refused', `The events of this ${carrier.title} connection ${where}, and a connection has one place for them`, { advice: subscription.instead });
}

/** Is the record as wished already? */
export async function isSubscribed(work: SubscriptionWork, { callback }: Wish, ports: Ports): Promise<Result<boolean>> {
	const held = await heldNow(work, ports);
	return held.ok ? success(held.value.url === callback.url && within(callback.events, held.value.events)) : held;
}

/** Why this trigger could not be called by the carrier, where that can be seen beforehand. */
function unreachable({ carrier, subscription, access }: SubscriptionWork, url: string | null): Result<never> | undefined {
	if (url === null) return undefined;
	if (access.webhookSecret === undefined) {
		return failed('wrong_connection', `The connection has no ${subscription.secret}, so no event could be trusted`, { advice: `Fill in the ${subscription.secret} of the connection.` });
	}
	const local = URL.canParse(access.base) && new URL(access.base).protocol === 'http:';
	const address = URL.canParse(url) ? new URL(url) : undefined;
	if (address && (address.protocol === 'https:' || (local && isSafeScheme(address)))) return undefined;
	return failed('invalid_input', `${carrier.title} calls addresses with https only, and this trigger has none`, {
		advice: 'Give this server an address with https that can be reached from the internet, or use the trigger that looks for events by itself.',
	});
}

/**
 * Sees to it that the record is as wished: merges with what is ours, heals an address of ours that has changed, and
 * leaves what is somebody else's alone unless its user has said otherwise.
 */
export async function subscribe(work: SubscriptionWork, wish: Wish, ports: Ports, deadline?: number): Promise<Result<Callback>> {
	const { carrier, subscription, access } = work;
	const hindrance = unreachable(work, wish.callback.url);
	if (hindrance) return hindrance;
	return await ports.locks.hold(`subscription:${connectionKey(work)}`, async () => {
		for (let tries = 0; tries <= TRIES; tries += 1) {
			const held = await heldNow(work, ports, deadline);
			if (!held.ok) return held;
			const holder = holderOf(held.value, wish);
			if (holder === 'other' && wish.takeOver !== true) return occupied(work, held.value);
			const { url, events } = wish.callback;
			if (holder === 'ours' && held.value.url === url && within(events, held.value.events)) return held;
			if (tries === TRIES) break;
			const wanted: Callback = { url, events: holder === 'ours' ? union(held.value.events, events) : [...new Set(events)] };
			const written = await perform({ carrier, action: subscription.write, access, values: subscription.input(wanted), deadline }, ports);
			if (!written.ok) return written;
			// Read again rather than believed: another of our triggers may have written in the same moment.
		}
		return failed('unavailable', `Something else keeps changing where ${carrier.title} sends the events of this connection`);
	});
}

/** Takes back what this trigger asked for, and nothing else: another address and events it did not ask for stay. */
export async function unsubscribe(work: SubscriptionWork, { callback, formerly }: Wish, ports: Ports, deadline?: number): Promise<Result<'removed' | 'left'>> {
	const { carrier, subscription, access } = work;
	return await ports.locks.hold(`subscription:${connectionKey(work)}`, async () => {
		const held = await heldNow(work, ports, deadline);
		if (!held.ok) return held;
		if (holderOf(held.value, { callback, formerly }) !== 'ours') return success('left');
		const stay = held.value.events.filter((event) => !callback.events.includes(event));
		const action = stay.length > 0 ? subscription.write : subscription.remove;
		const values = stay.length > 0 ? subscription.input({ url: held.value.url, events: stay }) : {};
		const done = await perform({ carrier, action, access, values, deadline }, ports);
		if (!done.ok && done.failure.code !== 'not_found') return done;
		return success(stay.length > 0 ? 'left' : 'removed');
	});
}
