import type { Link, Step } from './canvas';
import { textSwitch } from './conditions';
import { fieldsStep, mailStep, waitStep } from './pieces';
import { chain } from './shop-links';
import type { ShopParts } from './shop-parts';
import { inRow, requestStep, retried } from './shop-steps';

/** The step whose item is the whole order. */
export const WHOLE = 'With its answer';
/** The delivery, or the answer about it. */
export const FAILED = "$('What came').item.json";

/** From the delivery to its whole order in the shop. */
export function orderSteps(parts: ShopParts): Step[] {
	const { finding, read } = parts;
	const question = requestStep(parts, 'Find the order', [5, 1], 'Of this shop');
	const parameters = { ...question.parameters, ...(finding.options ? { options: finding.options } : {}) };
	return [
		{ ...question, parameters },
		...(finding.refusal === undefined
			? []
			: [textSwitch('Did it answer', [5.5, 0], finding.refusal, ['Refused', 'Answered'])]),
		waitStep('Read again later', [6, 2]),
		fieldsStep('Its number', [6, 0], [['orderKey', 'string', `={{ ${finding.key} }}`]], false),
		textSwitch('Is it in the shop', [6.5, 1], '$json.orderKey', ['Yes', 'No']),
		retried(
			mailStep(
				'No such order',
				[7, -2.25],
				`=${parts.title}: a failed delivery without an order`,
				`={{ ${FAILED}.reference }} could not be delivered, and the shop has no such order. Look for it there. Nothing was booked or written.`,
			),
		),
		...inRow(read, [7, -1.2]),
	];
}

/** From the request for the order to the whole order. A request that fails is sent again from here. */
export const orderLinks = ({ finding: { refusal }, read }: ShopParts): Link[] => [
	...(refusal === undefined
		? [['Find the order', 'Its number'] as const]
		: ([
				['Find the order', 'Did it answer'],
				['Did it answer', 'Read again later', 0],
				['Did it answer', 'Report by mail', 0],
				['Did it answer', 'Its number', 1],
			] as const)),
	['Find the order', 'Read again later', 1],
	['Find the order', 'Report by mail', 1],
	['Read again later', 'Find the order'],
	['Its number', 'Is it in the shop'],
	['Is it in the shop', read[0]?.name ?? WHOLE, 0],
	['Is it in the shop', 'No such order', 1],
	...chain(read, WHOLE),
	...read.flatMap(({ name, settings }): Link[] => (settings?.onError ? [[name, 'Read again later', 1]] : [])),
];
