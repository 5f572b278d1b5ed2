import type { Action, CallAction, FollowUp, PreparedCall } from '../declare/action';
import type { Facts, ConnectionFacts, Item } from '../declare/facts';
import { connectionInfo } from '../declare/connection';
import { failed, success, type Result } from '../declare/failure';
import { isJsonObject } from '../json';
import { dataKey } from './account-key';
import { describeNotFound } from './describe-not-found';
import { book } from './book';
import { referenceOf } from './booking-settings';
import { hasPathTraversal } from './encode';
import { sendWithRetry, type RequestContext } from './send';
import { REPEAT, settleChange } from './settle-change';
import { collectFiles, readFilesOnce } from './files';
import { stepsOf } from './flow';
import type { Job } from './job';
import { cached } from './response-cache';
import type { RunAction } from './look-up-request';
import { addWarnings, withOutcome } from './outcome';
import { allPages } from './pages';
import type { Ports } from './ports';
import { readInput, rejectInput, type ReadValues } from './read-input';
import { CALL_BUDGET_MS } from './retry';
import { secretsIn, withoutCredentials, withoutSecrets } from './secrets';

async function readNeeds(
	needs: CallAction['needs'],
	job: Job,
	input: unknown,
	deadline: number,
	ports: Ports,
): Promise<Result<Record<string, readonly Item[]>>> {
	const needed: Record<string, readonly Item[]> = {};
	for (const [name, need] of Object.entries(needs)) {
		const values = need.input(input, connectionInfo(job.access));
		if (!values) continue;
		const { carrier, access } = job;
		const readNeed = async () =>
			await cached(
				job,
				need.action,
				values,
				need.cacheFor,
				ports,
				async () => await perform({ carrier, action: need.action, access, values, deadline, decides: true }, ports),
			);
		// The items of a batch begin together: one reads, and the others find the response in the cache.
		const read =
			need.cacheFor === undefined
				? await readNeed()
				: await ports.locks.hold(`need:${dataKey(job)} ${need.action.id}`, readNeed);
		if (!read.ok) return read;
		needed[name] = read.value;
	}
	return success(needed);
}

/** `void`: the second call's failure leaves nothing of the first. `unshown`: it does not show what the first one did. */
async function runFollowUp(
	job: Job,
	first: Item,
	next: FollowUp,
	deadline: number,
	ports: Ports,
): Promise<Item | 'void' | 'unshown'> {
	const second = await perform({ ...job, action: next.action, values: next.input, deadline }, ports);
	const item = second.ok ? second.value[0] : undefined;
	if (item) return next.isShown?.(item) === false ? 'unshown' : next.merge(first, item);
	if (!second.ok && next.isVoidedBy?.(second.failure)) return 'void';
	const isUnknown = !second.ok && second.failure.code === 'outcome_unknown';
	const reason = second.ok ? [] : [second.failure.message];
	const stands = isUnknown ? (next.unsettled?.(first) ?? first) : first;
	const warning = [...(isUnknown ? [] : [next.warning]), ...reason].join(' ');
	return { ...stands, warnings: addWarnings(first, [warning]).warnings };
}

/** Reads and checks the input and its files. Reports all problems of both at once. */
async function readJobInput(
	{ action, values }: Job,
	connectionFacts: ConnectionFacts,
	ports: Ports,
): Promise<Result<ReadValues & { files: Facts['files'] }>> {
	const { read, values: coerced } = readInput(action, values, connectionFacts);
	const { files, problems } = await collectFiles(action.form, coerced, ports.files);
	if (problems.length === 0) return read.ok ? success({ ...read.value, files }) : read;
	return rejectInput(action.form, `"${action.title}" can be sent`, [
		...(read.ok ? [] : (read.failure.problems ?? [])),
		...problems,
	]);
}

/** The pipeline of every call: read the input, gather facts, send, read the response, follow up. */
export async function perform(job: Job, hostPorts: Ports): Promise<Result<Item[]>> {
	const { action, values } = job;
	// A list that is cut short, or not read in full, must not be cached as the whole one.
	const cacheFor = job.maxItems === undefined && !job.stopWhen && !job.outline ? cacheTimeOf(action) : undefined;
	const result = await cached(job, action, values, cacheFor, hostPorts, async () => await execute(job, hostPorts));
	return withoutCredentials(withoutSecrets(result, secretsIn(action.form, values)), job.access);
}

const cacheTimeOf = (action: Action): number | undefined => (action.effect === 'read' ? action.cacheFor : undefined);

async function execute(job: Job, hostPorts: Ports): Promise<Result<Item[]>> {
	const info = connectionInfo(job.access);
	const ports = hostPorts.files ? { ...hostPorts, files: readFilesOnce(hostPorts.files) } : hostPorts;
	if (ports.cancelled?.()) return failed('stopped', 'The run was cancelled before this step began');
	const deadline = job.deadline ?? ports.now() + (job.budgetMs ?? CALL_BUDGET_MS);
	const connectionFacts = { now: ports.now(), access: info };
	const asGiven = await readJobInput(job, connectionFacts, ports);
	if (!asGiven.ok) return asGiven;
	const referencedJob = withReference(job, asGiven.value.input);
	const read = referencedJob === job ? asGiven : await readJobInput(referencedJob, connectionFacts, ports);
	if (!read.ok) return read;
	const result = await executeRead(referencedJob, deadline, read.value, ports);
	return withWarnings(result, read.value.warnings);
}

/** The user wrote a value in one way and the carrier gets it in another: the items say so. */
function withWarnings(result: Result<Item[]>, warnings: readonly string[]): Result<Item[]> {
	if (!result.ok || warnings.length === 0) return result;
	const [first, ...others] = result.value;
	return first ? success([addWarnings(first, warnings), ...others]) : result;
}

async function executeRead(
	job: Job,
	deadline: number,
	{ input, files }: ReadValues & { files: Facts['files'] },
	ports: Ports,
): Promise<Result<Item[]>> {
	const { carrier, action, access } = job;
	const info = connectionInfo(access);
	const runAction: RunAction = async (action, values, uncancellablePorts, stopWhen) =>
		await perform({ carrier, action, access, values, deadline, decides: true, stopWhen }, uncancellablePorts);
	if (action.kind === 'flow')
		return await action.run(
			input,
			{ now: ports.now(), access: info, needed: {}, files },
			stepsOf({ ...job, deadline }, { perform, prepare }, ports),
		);

	const needed = await readNeeds(action.needs, job, input, deadline, ports);
	if (!needed.ok) return needed;
	const facts: Facts = {
		now: ports.now(),
		access: info,
		needed: needed.value,
		files,
		decides: job.decides,
		outline: job.outline,
	};
	const call = action.request(input, facts);
	if ('problems' in call) return rejectInput(action.form, `"${action.title}" can be sent`, call.problems, call.code);
	if ('nothingToDo' in call) return nothingToDo(job, call.nothingToDo);
	if (hasPathTraversal(call))
		return failed('invalid_input', `"${action.title}" cannot be sent: what it is about is named by dots alone`);
	const context: RequestContext = { carrier, action, access, input, facts, call, deadline };
	return await sendAndFollowUp(job, context, runAction, ports);
}

/** The request of a call, after the reads that it needs. */
async function prepare(
	job: Omit<Job, 'action'> & { action: CallAction; deadline: number },
	ports: Ports,
): Promise<Result<PreparedCall>> {
	const { action, access, deadline } = job;
	const info = connectionInfo(access);
	const read = await readJobInput(job, { now: ports.now(), access: info }, ports);
	if (!read.ok) return read;
	const { input, files } = read.value;
	const needed = await readNeeds(action.needs, job, input, deadline, ports);
	if (!needed.ok) return needed;
	const call = action.request(input, { now: ports.now(), access: info, needed: needed.value, files });
	if ('problems' in call) return rejectInput(action.form, `"${action.title}" can be sent`, call.problems, call.code);
	if ('nothingToDo' in call) return failed('already_exists', `Nothing is left to do for "${action.title}"`);
	const { method, path, query, body } = call;
	return success({ method, path, ...(query ? { query } : {}), ...(body ? { body } : {}) });
}

/** With less time than this a booking that came to nothing is not made again within the step. */
const REBOOK_MS = 12_000;

async function sendAndFollowUp(
	job: Job,
	context: RequestContext,
	runAction: RunAction,
	ports: Ports,
): Promise<Result<Item[]>> {
	const { action, input, call, deadline } = context;
	const { result, inDoubt = false } =
		action.effect === 'booking'
			? { result: await book(context, action.booking, job.booking ?? {}, runAction, ports) }
			: action.effect === 'read' && action.pages
				? { result: await allPages(context, job, ports) }
				: await sendWithRetry(context, ports);
	if (!result.ok) {
		const settled = await settleChange(context, { failure: result.failure, inDoubt }, job.booking, runAction, ports);
		return settled.ok
			? settled
			: { ok: false, failure: describeNotFound(settled.failure, context.carrier, action.form, input, call) };
	}

	const single = result.value[0];
	const next = single && result.value.length === 1 ? action.followUp?.(single, input) : undefined;
	if (!single || !next) return result;
	const item = await runFollowUp(job, single, next, deadline, ports);
	if (typeof item === 'object') return success([item]);
	// No booking remains, or a change is not there, so it may be requested once more.
	if (context.voidIds === undefined && ports.now() + REBOOK_MS < deadline && ports.cancelled?.() !== true)
		return await sendAndFollowUp(job, { ...context, voidIds: new Set([single.id]) }, runAction, ports);
	if (item === 'unshown') return unshownChange(context);
	return failed('unavailable', next.voided ?? next.warning, {
		advice: 'Run the step again to ask for a new time.',
		...(typeof single.reference === 'string' ? { reference: single.reference } : {}),
	});
}

/** A gateway may have answered in the carrier's place. */
const unshownChange = ({ carrier: { title }, action }: RequestContext) =>
	failed(
		'outcome_unknown',
		`${title} answered nothing, and does not show the change. Whether "${action.title}" took effect could not be found out`,
		{ advice: REPEAT },
	);

function nothingToDo({ action, booking }: Job, items: readonly Item[]): Result<Item[]> {
	if (booking?.ifExists === 'fail') return failed('already_exists', `Nothing is left to do for "${action.title}"`);
	return success(items.map((item) => withOutcome(item, 'found')));
}

/**
 * A booking with an optional reference, and none given, gets the run's, so that the same run cannot book twice. `input`
 * is what was read: spaces alone count as empty, and "18:30" alone means another booking each day.
 */
function withReference(job: Job, input: unknown): Job {
	const { action, values, booking } = job;
	const field = referenceOf(action);
	if (!field || !booking || !isJsonObject(input) || input[field] !== undefined) return job;
	const runReference = booking.makeReference?.(input) ?? booking.runReference;
	return runReference === undefined
		? job
		: { ...job, values: { ...values, [field]: runReference }, booking: { ...booking, runReference } };
}
