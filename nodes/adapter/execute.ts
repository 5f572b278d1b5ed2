import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { failed, type Failure, type FailureCode, type Result } from '../../shared/declare/failure';
import { ownFault } from '../../shared/run/own-fault';
import { hostError } from './host-error';
import { ITEMS_AT_ONCE } from './options';
import { inOrder } from './pool';
import { runItem } from './run-item';
import { runKeys } from './run-key';

type Outcome = Result<INodeExecutionData[]> | undefined;

function actionOf(host: IExecuteFunctions, carrier: Carrier): Result<Action> {
	const id = `${String(host.getNodeParameter('resource', 0))}.${String(host.getNodeParameter('operation', 0))}`;
	const action = carrier.actions.find((each) => each.id === id);
	return action ? { ok: true, value: action } : failed('invalid_input', `${carrier.title} has no operation "${id}"`);
}

function atOnce(host: IExecuteFunctions): number {
	const given = Number(host.getNodeParameter('options.itemsAtOnce', 0, ITEMS_AT_ONCE));
	return Number.isFinite(given) ? Math.min(20, Math.max(1, Math.floor(given))) : ITEMS_AT_ONCE;
}

/**
 * What goes on with "Continue". Only `error` and `details` stand in `json`: by these n8n knows an item for its error
 * branch, and unlike an error object they reach the next step whole.
 */
function failedItem({ message, code, advice, reference, status, problems }: Failure, item: number): INodeExecutionData {
	const fields = problems?.map(({ path, message: what }) => ({ field: path.map(String).join('.'), message: what }));
	const details: IDataObject = { code, advice };
	if (reference !== undefined) details.reference = reference;
	if (status !== undefined) details.status = status;
	if (fields !== undefined) details.fields = fields;
	return { json: { error: message, details }, pairedItem: { item } };
}

const endedAs = (code: FailureCode) => (outcome: Outcome): boolean => outcome?.ok === false && outcome.failure.code === code;
const referenceIn = (outcome: Outcome): string => (outcome?.ok === false && outcome.failure.reference !== undefined ? `"${outcome.failure.reference}"` : 'one without a reference');

/** What became of the other items: a step that stops shows no others, and one of them may be on its way. */
function account(others: readonly Outcome[]): string {
	const done = others.filter((outcome) => outcome?.ok).length;
	const left = others.filter((outcome) => outcome === undefined).length;
	const open = others.filter(endedAs('outcome_unknown')).map(referenceIn);
	const inPart = others.filter(endedAs('partly_done')).map(referenceIn);
	return [
		done === 0 ? '' : `${done} other ${done === 1 ? 'item was' : 'items were'} done before the step stopped.`,
		open.length === 0 ? '' : `Of other items it is unknown whether they were booked: ${open.join(', ')}. Search the carrier for them too.`,
		inPart.length === 0 ? '' : `Of other items only a part was done: ${inPart.join(', ')}. Run them again with the same reference.`,
		left === 0 ? '' : `${left} ${left === 1 ? 'item was' : 'items were'} not begun.`,
	].filter((sentence) => sentence !== '').join(' ');
}

/** Every item on its own, in order, a few at a time. */
export async function execute(host: IExecuteFunctions, carrier: Carrier): Promise<INodeExecutionData[][]> {
	const node = host.getNode();
	const action = actionOf(host, carrier);
	if (!action.ok) throw hostError(node, action.failure);
	const keyOf = runKeys(host, carrier, action.value);
	const goesOn = host.continueOnFail();
	let stopped = false;

	const outcomes = await inOrder(
		host.getInputData().length,
		atOnce(host),
		async (index) => {
			// Nothing may be thrown past the others: what has been booked for them would not be shown.
			const outcome = await runItem(host, carrier, action.value, index, keyOf(index)).catch((error: unknown) => ({ ok: false as const, failure: ownFault(error) }));
			stopped ||= !outcome.ok && !goesOn;
			return outcome;
		},
		() => !stopped,
	);

	const first = outcomes.findIndex((outcome) => outcome?.ok === false);
	const failure = outcomes[first];
	if (failure && !failure.ok && !goesOn) {
		throw hostError(node, failure.failure, first, account(outcomes.filter((_, index) => index !== first)));
	}
	return [outcomes.flatMap((outcome, index) => (outcome === undefined ? [] : outcome.ok ? outcome.value : [failedItem(outcome.failure, index)]))];
}
