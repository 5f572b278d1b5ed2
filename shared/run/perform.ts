import type { Action, FollowUp } from '../declare/action';
import type { Facts, Given, Item } from '../declare/facts';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import { failed, success, type Failure, type FailureCode, type Result } from '../declare/failure';
import type { JsonObject } from '../declare/json';
import { withAskedFor } from './asked-for';
import { book } from './book';
import { coerce } from './coerce';
import { referenceOf, type BookingSettings } from './booking-settings';
import { strays } from './encode';
import type { Passage } from './exchange';
import { gatherFiles, onceEach } from './files';
import { stepsOf } from './flow';
import { kept } from './keep';
import type { Look } from './look-up';
import { withOutcome } from './outcome';
import { allPages } from './pages';
import type { Ports } from './ports';
import { readInput, refuse } from './read-input';
import { CALL_BUDGET_MS } from './retry';
import { secretsIn, withoutProofs, withoutSecrets } from './secrets';

/** What a host asks for. */
export interface Order {
	carrier: Carrier;
	action: Action;
	access: Access;
	/** As the form gave it: strings for numbers, empty strings, whatever. */
	values: JsonObject;
	booking?: Partial<BookingSettings>;
	/** Milliseconds since 1970; the whole call ends by then. Without it each page of a list has a budget of its own. */
	deadline?: number;
	/** Of a list: no more items than this are asked for. */
	most?: number;
	/** Of a list in pages: asked after each page, with all items so far; true where the rest is of no use. */
	enough?(items: readonly Item[]): boolean;
}

async function gather(order: Order, input: unknown, deadline: number, ports: Ports): Promise<Result<Record<string, readonly Item[]>>> {
	const needed: Record<string, readonly Item[]> = {};
	for (const [name, need] of Object.entries(order.action.needs)) {
		const values = need.input(input, order.access);
		if (!values) continue;
		const { carrier, access } = order;
		const read = await kept(order, need.action, values, need.keepFor, ports, async () => await perform({ carrier, action: need.action, access, values, deadline }, ports));
		if (!read.ok) return read;
		needed[name] = read.value;
	}
	return success(needed);
}

async function follow(order: Order, first: Item, next: FollowUp, deadline: number, ports: Ports): Promise<Item> {
	const second = await perform({ ...order, action: next.action, values: next.input, deadline }, ports);
	const item = second.ok ? second.value[0] : undefined;
	if (item) return next.merge(first, item);
	const why = second.ok ? '' : ` ${second.failure.message}`;
	return { ...first, warnings: [...(Array.isArray(first.warnings) ? first.warnings : []), `${next.warning}${why}`] };
}

/** The input, read and checked, with the files it names: whatever is wrong with either is said at once. */
async function readOrder({ action, values }: Order, given: Given, ports: Ports): Promise<Result<{ input: unknown; files: Facts['files'] }>> {
	const read = readInput(action, values, given);
	const { files, problems } = await gatherFiles(action.form, coerce(action.form, values, given.access.zone, given.now, given.access.country), ports.files);
	if (problems.length === 0) return read.ok ? success({ input: read.value, files }) : read;
	return refuse(action.form, `"${action.title}" can be sent`, [...(read.ok ? [] : (read.failure.problems ?? [])), ...problems]);
}

/** The one road of every call: read the input, gather what it needs, send, understand, follow up. */
export async function perform(order: Order, given: Ports): Promise<Result<Item[]>> {
	const { action, values } = order;
	// A list that is cut short does not stand for the whole one.
	const keepFor = order.most === undefined && !order.enough ? action.keepFor : undefined;
	const went = await kept(order, action, values, keepFor, given, async () => await travel(order, given));
	return withoutProofs(withoutSecrets(went, secretsIn(action.form, values)), order.access);
}

async function travel(order: Order, given: Ports): Promise<Result<Item[]>> {
	const { carrier, action, access } = order;
	const ports = given.files ? { ...given, files: onceEach(given.files) } : given;
	if (ports.cancelled?.()) return failed('stopped', 'The run was cancelled before this step began');
	const deadline = order.deadline ?? ports.now() + CALL_BUDGET_MS;
	const named = { ...order, values: withReference(order) };
	const read = await readOrder(order, { now: ports.now(), access }, ports);
	if (!read.ok) return read;
	const again = named.values === order.values ? read : await readOrder(named, { now: ports.now(), access }, ports);
	if (!again.ok) return again;
	const { input, files } = again.value;

	const look: Look = async (action, values, steady) => await perform({ carrier, action, access, values, deadline }, steady);
	if (action.run) return await action.run(input, { now: ports.now(), access, needed: {}, files }, stepsOf({ ...order, deadline }, perform, ports));

	const needed = await gather(order, input, deadline, ports);
	if (!needed.ok) return needed;
	const facts: Facts = { now: ports.now(), access, needed: needed.value, files };
	const call = action.request(input, facts);
	if ('problems' in call) return refuse(action.form, `"${action.title}" can be sent`, call.problems, call.code);
	if ('standing' in call) return standing(order, call.standing);
	if (strays(call)) return failed('invalid_input', `"${action.title}" cannot be sent: what it is about is named by dots alone`);
	const passage: Passage = { carrier, action, input, facts, call, deadline };
	const result = action.effect === 'booking' ? await book(passage, order.booking ?? {}, look, ports) : await allPages(passage, order, ports);
	if (!result.ok) return (await doneBefore(passage, result.failure, order, look, ports)) ?? { ok: false, failure: withAskedFor(result.failure, action.form, input, call) };

	const only = result.value[0];
	const next = only && result.value.length === 1 ? action.followUp?.(only, input) : undefined;
	return only && next ? success([await follow(order, only, next, deadline, ports)]) : result;
}

function standing({ action, booking }: Order, items: readonly Item[]): Result<Item[]> {
	if (booking?.ifExists === 'fail') return failed('already_exists', `All that "${action.title}" asks for is there already`);
	return success(items.map((item) => withOutcome(item, 'found')));
}

/** What a carrier says to a change that was made before: no, too late, or, where the change renames a thing, not found. */
const REFUSED: ReadonlySet<FailureCode> = new Set(['refused', 'too_late', 'not_found']);

/** A refusal to cancel what is cancelled is no failure: the user has what was asked for. */
async function doneBefore({ action, input, facts }: Passage, failure: Failure, { booking }: Order, look: Look, ports: Ports): Promise<Result<Item[]> | undefined> {
	const { already } = action;
	if (!already || !REFUSED.has(failure.code)) return undefined;
	const read = await look(already.action, already.input(input, facts), ports);
	const item = read.ok ? read.value.find((each) => already.isDone(each, input)) : undefined;
	if (!item) return undefined;
	if (action.effect !== 'booking') return success([{ ...item, outcome: 'already' }]);
	// A booking that is there has been found, by whatever way, and its user may want that to be a mistake.
	return booking?.ifExists === 'fail' ? failed('already_exists', failure.message, { reference: failure.reference }) : success([withOutcome(item, 'found')]);
}

/** A booking that may do without a reference, and has none, gets the run's, so that the same run cannot book twice. */
function withReference({ action, values, booking }: Order): JsonObject {
	const field = referenceOf(action);
	if (!field || !booking?.runReference) return values;
	const given = values[field];
	// As it is read: spaces alone are nothing.
	const isMissing = given === undefined || given === null || (typeof given === 'string' && given.trim() === '');
	return isMissing ? { ...values, [field]: booking.runReference } : values;
}

