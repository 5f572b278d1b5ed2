import type { Action, BookingCall, CallAction, PreparedCall } from '../declare/action';
import { connectionInfo } from '../declare/connection';
import type { Facts, Item } from '../declare/facts';
import type { Steps } from '../declare/flow';
import { failed, success, type Result } from '../declare/failure';
import type { JsonObject } from '../json';
import { accountKey } from './account-key';
import { coerce } from './coerce';
import { digest } from './digest';
import type { Job } from './job';
import { lookUp } from './look-up';
import type { LookupRequest } from './look-up-request';
import type { Ports, SharedLists } from './ports';
import { LOOKUP_PAUSE_MS } from './retry';
import { createSharedLists } from './shared-lists';

/** Between two readings of something that the carrier has yet to settle. */
const FIRST_PAUSE_MS = LOOKUP_PAUSE_MS;
const LAST_PAUSE_MS = 4_000;

interface Pipeline {
	perform(this: void, job: Job, ports: Ports): Promise<Result<Item[]>>;
	prepare(
		this: void,
		job: Omit<Job, 'action'> & { action: CallAction; deadline: number },
		ports: Ports,
	): Promise<Result<PreparedCall>>;
}

/** Reads of one run by their action and input: many references are found in one list. */
interface Known {
	reads: Map<string, Result<Item[]>>;
	lists: SharedLists;
}

type FindJob = Job & { deadline: number };

/** Lists that the items of a batch share serve the orders of one item as well. */
const listsOf = ({ lists }: Ports, known: Known): SharedLists =>
	lists !== undefined && lists.size > 1 ? lists : known.lists;

/** The bookings made since a moment, in one list that every reference of the run and of its batch shares. */
async function readSince(
	since: string,
	{ job, action, known, pipeline, ports }: FindContext,
	facts: Facts,
	input: unknown,
): Promise<Result<Item[]>> {
	const { booking } = action;
	if (booking.foundBy !== 'reference' || booking.listSince === undefined)
		return failed('invalid_input', `${job.carrier.title} has no list of its bookings`);
	const { carrier, access, deadline } = job;
	const values = booking.listSince.input(since, input, facts);
	const { reaches } = booking.listSince;
	const stopWhen = reaches && ((items: readonly Item[]) => reaches(items, since));
	const key = digest([accountKey(job), booking.action.id, values, since]);
	return await listsOf(ports, known).read(
		key,
		{ since: 0, from: 0 },
		ports,
		async (listPorts) =>
			await pipeline.perform({ carrier, access, action: booking.action, values, deadline, stopWhen }, listPorts),
	);
}

/** The same for one reference: it finds its booking in the list. */
async function listedSince(
	since: string,
	context: FindContext,
	facts: Facts,
	input: unknown,
): Promise<LookupRequest['listed']> {
	const { booking } = context.action;
	const listSince = booking.foundBy === 'reference' ? booking.listSince : undefined;
	if (listSince === undefined || listSince.lacksReferences) return undefined;
	const list = await readSince(since, context, facts, input);
	// Rows that could not be read are reported on an item. Then what the list lacks proves nothing.
	return list.ok
		? { items: list.value, isWhole: list.value.every(({ warnings }) => warnings === undefined) }
		: undefined;
}

interface FindContext {
	job: FindJob;
	action: BookingCall;
	known: Known;
	pipeline: Pipeline;
	ports: Ports;
}

const factsOf = ({ job, ports }: FindContext): Facts => ({
	now: ports.now(),
	access: connectionInfo(job.access),
	needed: {},
	files: {},
});

/** The live bookings of a reference, found as before a booking. The values may be incomplete. */
async function find(context: FindContext, values: JsonObject, since: string | undefined): Promise<Result<Item[]>> {
	const { job, action, known, pipeline, ports } = context;
	const { booking } = action;
	if (booking.foundBy !== 'reference')
		return failed('invalid_input', `${job.carrier.title} cannot be searched for a reference`);
	const { carrier, access, deadline } = job;
	const input = coerce(action.form, values, access.zone, ports.now(), access.country);
	const reference = input[booking.reference];
	if (typeof reference !== 'string') return success([]);
	const isWhole = action.input.safeParse(input).success;
	const facts = factsOf(context);
	const listed = since === undefined ? undefined : await listedSince(since, context, facts, input);
	return await lookUp({
		context: { carrier, access, input, facts, deadline },
		find: {
			...booking,
			// Other evidence than the reference is read from a whole input.
			isCandidate: (candidate, ...rest) =>
				(isWhole || candidate.reference === reference) && booking.isCandidate(candidate, ...rest),
		},
		reference,
		...(listed ? { listed } : {}),
		runAction: async (read, readValues, steady) => {
			const key = JSON.stringify([read.id, readValues]);
			const result =
				known.reads.get(key) ??
				(await pipeline.perform({ carrier, access, action: read, values: readValues, deadline }, steady));
			// An empty list may be a gateway's: the next step that needs it reads it anew.
			if (result.ok && result.value.length > 0) known.reads.set(key, result);
			return result;
		},
		ports,
	});
}

/** The operations open to a flow, on the connection and within the time of its step. */
export function stepsOf(job: Job & { deadline: number }, pipeline: Pipeline, ports: Ports): Steps {
	const call = async (action: Action, values: JsonObject) =>
		await pipeline.perform({ ...job, action, values, maxItems: undefined, stopWhen: undefined }, ports);
	const known: Known = { reads: new Map(), lists: createSharedLists(1) };
	return {
		call,
		prepare: async (action, values) => await pipeline.prepare({ ...job, action, values }, ports),
		find: async (action, values, since) => await find({ job, action, known, pipeline, ports }, values, since),
		listSince: async (action, values, since) => {
			const context: FindContext = { job, action, known, pipeline, ports };
			const input = coerce(action.form, values, job.access.zone, ports.now(), job.access.country);
			return await readSince(since, context, factsOf(context), input);
		},
		timeLeft: () => job.deadline - ports.now(),
		async until(action, values, done) {
			let pause = FIRST_PAUSE_MS;
			for (;;) {
				const read = await call(action, values);
				// An item that cannot be read yet may exist at the next read. The last read counts.
				const settled = read.ok ? done(read.value) : read.failure.code !== 'not_found';
				if (settled || ports.now() + pause + LAST_PAUSE_MS >= job.deadline) return read;
				await ports.sleep(pause);
				pause = Math.min(LAST_PAUSE_MS, pause * 1.5);
			}
		},
	};
}
