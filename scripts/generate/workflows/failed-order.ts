import type { Link, Step } from './canvas';
import { fieldsStep, mailStep, textSwitch, waitStep } from './pieces';
import { chain } from './shop-links';
import type { ShopParts, ShopStep } from './shop-parts';
import { inRow, requestStep, retried } from './shop-steps';

/** The step whose item is the whole order. */
export const WHOLE = 'With its answer';
/** The delivery, or the answer about it. */
export const FAILED = "$('What came').item.json";

/** Steps that read the order, where the answer is not the whole of it. */
export const shopReads = ({ foundKey, read }: ShopParts): readonly ShopStep[] =>
	foundKey === undefined ? [] : read.filter(({ settings }) => settings?.credentials);

/** From the delivery to its whole order in the shop. */
export function orderSteps(parts: ShopParts): Step[] {
	const { foundKey, refusal } = parts;
	const find = [
		requestStep(parts, 'Find the order', [5, 1], 'Of this shop'),
		...(refusal === undefined ? [] : [textSwitch('Did it answer', [5.5, 0], refusal, ['Refused', 'Answered'])]),
		waitStep('Read again later', [6, 2]),
	];
	if (foundKey === undefined) return find;
	return [
		...find,
		fieldsStep('Its number', [6, 0], [['orderKey', 'string', `={{ ${foundKey} }}`]], false),
		textSwitch('Is it in the shop', [6.5, 1], '$json.orderKey', ['Yes', 'No']),
		retried(
			mailStep(
				'No such order',
				[7, 3],
				`=${parts.title}: a failed delivery without an order`,
				`={{ ${FAILED}.reference }} could not be delivered, and the shop has no such order. Look for it there. Nothing was booked or written.`,
			),
		),
		...inRow(parts.read, [7, -1.2]),
	];
}

/** From the question for the order to its whole. What fails is asked again from there. */
export function orderLinks({ foundKey, refusal, read }: ShopParts): Link[] {
	const answered: Link[] =
		refusal === undefined
			? []
			: [
					['Find the order', 'Did it answer'],
					['Did it answer', 'Read again later', 0],
					['Did it answer', 'Tell the owner', 0],
				];
	const next: Link = refusal === undefined ? ['Find the order', WHOLE] : ['Did it answer', WHOLE, 1];
	const found: Link[] = [
		[next[0], 'Its number', next[2]],
		['Its number', 'Is it in the shop'],
		['Is it in the shop', read[0]?.name ?? WHOLE, 0],
		['Is it in the shop', 'No such order', 1],
		...chain(read, WHOLE),
		...read.flatMap(({ name, settings }): Link[] => (settings?.onError ? [[name, 'Read again later', 1]] : [])),
	];
	return [
		...answered,
		...(foundKey === undefined ? [next] : found),
		['Find the order', 'Read again later', 1],
		['Find the order', 'Tell the owner', 1],
		['Read again later', 'Find the order'],
	];
}
