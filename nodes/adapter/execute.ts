import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { failed, success, type Failure, type FailureCode, type Result } from '../../shared/declare/failure';
import { accountKey } from '../../shared/run/account-key';
import { internalError } from '../../shared/run/internal-error';
import type { SharedLists } from '../../shared/run/ports';
import { createSharedLists } from '../../shared/run/shared-lists';
import { showHints } from './execution-hints';
import { limitOf } from '../../shared/run/send';
import { hostError } from './host-error';
import { AUTOMATIC } from './options';
import type { ConnectionContext } from './ports';
import { limiter } from './process-state';
import { parameterReader } from './read-parameters';
import { mapInOrder } from './map-in-order';
import { runItem, type RunOutput, type RunParts } from './run-item';
import { runKeys, type RunKeys } from './run-key';

type Outcome = Result<RunOutput> | undefined;

/** What one item is for. */
export interface Target {
	carrier: Carrier;
	action: Action;
}

function actionOf(host: IExecuteFunctions, carrier: Carrier): Result<Action> {
	const id = `${String(host.getNodeParameter('resource', 0))}.${String(host.getNodeParameter('operation', 0))}`;
	const action = carrier.actions.find((each) => each.id === id);
	return action ? { ok: true, value: action } : failed('invalid_input', `${carrier.title} has no operation "${id}"`);
}

/** How many items at once: as the user chose, or as the pace of the connection allows. */
function concurrencyOf(
	host: IExecuteFunctions,
	latest: { connection?: ConnectionContext },
	lists: SharedLists,
): () => number {
	const value = Number(host.getNodeParameter('options.itemsAtOnce', 0, AUTOMATIC));
	if (value !== AUTOMATIC && Number.isFinite(value)) {
		const chosen = Math.min(20, Math.max(1, Math.floor(value)));
		return () => chosen;
	}
	return () =>
		latest.connection
			? limiter.itemsAtOnce(accountKey(latest.connection), limitOf(latest.connection)) + lists.waiting
			: 1;
}

/**
 * The output with "Continue". `json` holds only `error` and `details`: n8n uses these keys to route an item to its
 * error branch, and unlike an error object they reach the next step whole.
 */
function failedItem({ message, code, advice, reference, status, problems }: Failure, item: number): INodeExecutionData {
	const fields = problems?.map(({ path, message: what }) => ({ field: path.map(String).join('.'), message: what }));
	const details: IDataObject = { code, advice };
	if (reference !== undefined) details.reference = reference;
	if (status !== undefined) details.status = status;
	if (fields !== undefined) details.fields = fields;
	return { json: { error: message, details }, pairedItem: { item } };
}

const failedWith =
	(code: FailureCode) =>
	(outcome: Outcome): boolean =>
		outcome?.ok === false && outcome.failure.code === code;
const referenceIn = (outcome: Outcome): string =>
	outcome?.ok === false && outcome.failure.reference !== undefined
		? `"${outcome.failure.reference}"`
		: 'one without a reference';

/** The outcome of the other items: a step that stops shows no other items, and one of them may be booked. */
function summariseOthers(others: readonly Outcome[]): string {
	const done = others.filter((outcome) => outcome?.ok).length;
	const notStarted = others.filter((outcome) => outcome === undefined).length;
	const unknownOutcomes = others.filter(failedWith('outcome_unknown')).map(referenceIn);
	const partlyDone = others.filter(failedWith('partly_done')).map(referenceIn);
	return [
		done === 0 ? '' : `${done} other ${done === 1 ? 'item was' : 'items were'} done before the step stopped.`,
		unknownOutcomes.length === 0
			? ''
			: `Of other items it is unknown whether they were booked: ${unknownOutcomes.join(', ')}. Search the carrier for them too.`,
		partlyDone.length === 0
			? ''
			: `Of other items only a part was done: ${partlyDone.join(', ')}. Run them again with the same reference.`,
		notStarted === 0 ? '' : `${notStarted} ${notStarted === 1 ? 'item was' : 'items were'} not begun.`,
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

/** The node of one carrier: every item is for the operation that its form shows. */
export async function execute(host: IExecuteFunctions, carrier: Carrier): Promise<INodeExecutionData[][]> {
	const action = actionOf(host, carrier);
	if (!action.ok) throw hostError(host.getNode(), action.failure);
	const target = success({ carrier, action: action.value });
	return await executeEach(host, () => target);
}

async function runTarget(
	host: IExecuteFunctions,
	target: Result<Target>,
	index: number,
	{ keyOf, ...parts }: Omit<RunParts, 'key'> & { keyOf: RunKeys },
): Promise<Result<RunOutput>> {
	if (!target.ok) return target;
	const { carrier, action } = target.value;
	return await runItem(host, carrier, action, index, { ...parts, key: keyOf(carrier, action, index) });
}

/** Every item on its own, in order, a few at a time. */
export async function executeEach(
	host: IExecuteFunctions,
	targetOf: (index: number) => Result<Target>,
): Promise<INodeExecutionData[][]> {
	const node = host.getNode();
	const continuesOnFail = host.continueOnFail();
	const readerOf = parameterReader(host);
	const keyOf = runKeys(host);
	const lists = createSharedLists(host.getInputData().length);
	const latest: { connection?: ConnectionContext } = {};
	let stopped = false;

	const outcomes = await mapInOrder(
		host.getInputData().length,
		concurrencyOf(host, latest, lists),
		async (index, { startMore }) => {
			// An exception here would hide the other items' bookings, so nothing is thrown past them.
			const parts = { keyOf, lists, latest, read: readerOf(index) };
			const outcome = await lists
				.track(async () => await runTarget(host, targetOf(index), index, parts), startMore)
				.catch((error: unknown) => ({
					ok: false as const,
					failure: internalError(error),
				}));
			stopped ||= !outcome.ok && !continuesOnFail;
			return outcome;
		},
		() => !stopped,
	);

	const first = outcomes.findIndex((outcome) => outcome?.ok === false);
	const failure = outcomes[first];
	if (failure && !failure.ok && !continuesOnFail) {
		throw hostError(node, failure.failure, first, summariseOthers(outcomes.filter((_, index) => index !== first)));
	}
	showHints(
		host,
		outcomes.flatMap((outcome, index) => (outcome?.ok ? outcome.value.items.map((item) => ({ item, index })) : [])),
	);
	return [
		outcomes.flatMap((outcome, index) =>
			outcome === undefined ? [] : outcome.ok ? outcome.value.data : [failedItem(outcome.failure, index)],
		),
	];
}
