import type { INodeParameters } from 'n8n-workflow';

import type { Link, Step } from './canvas';
import { switchStep } from './conditions';
import { setting, waitStep } from './pieces';
import type { ShopParts } from './shop-parts';
import { refusalSteps, requestStep, waybillStep } from './shop-steps';

/** Holds the request that goes to the shop. */
export const PREPARED = 'Send or ask';
const ANSWERED = 'Prepare answer';

/** A step that prepares the requests for the shop. `answer`: what it answered to a question of an earlier one. */
export type Prepare = (name: string, at: Step['at'], order: string, delivery: string, answer?: string) => Step;

/** The fields of such a step. */
export const updateFields = (parts: ShopParts, order: string, delivery: string, answer?: string): INodeParameters => ({
	order,
	delivery,
	shop: parts.shop,
	additionalFields: {
		reference_prefix: parts.prefix,
		shop_address: setting('shopAddress'),
		...parts.updateFields,
		...(answer === undefined ? {} : { answer }),
	},
});

export const prepareFor =
	(parts: ShopParts): Prepare =>
	(name, at, ...fields) =>
		waybillStep(name, at, 'prepareUpdate', updateFields(parts, ...fields));

/** Sends what a step has prepared. A question goes to the shop first, and its answer is prepared again. */
export const updateSteps = (parts: ShopParts, prepare: Prepare, [column, row]: Step['at']): Step[] => [
	switchStep(
		PREPARED,
		[column, row],
		[
			{ output: 'Send', field: 'outcome', is: 'send' },
			{ output: 'Ask', field: 'outcome', is: 'ask' },
		],
		'Nothing',
	),
	requestStep(parts, 'Update the shop', [column + 1, row], PREPARED),
	...refusalSteps(parts, [column + 2, row - 1], [column + 3, row + 1]),
	waitStep('Update again later', [column + 2, row]),
	requestStep(parts, 'Ask the shop', [column + 1, row + 1], PREPARED),
	waitStep('Ask again later', [column + 2, row + 2]),
	prepare(
		ANSWERED,
		[column + 2, row + 1],
		`={{ $('${PREPARED}').item.json.order }}`,
		`={{ $('${PREPARED}').item.json.delivery }}`,
		'={{ $json }}',
	),
];

/** A refused request goes the way of one that failed. */
const refusalLinks: readonly Link[] = [
	['Update the shop', 'Did the shop refuse it'],
	['Did the shop refuse it', 'Update again later'],
	['Did the shop refuse it', 'Report by mail'],
	['Ask the shop', 'Did the shop answer'],
	['Did the shop answer', 'Ask again later', 0],
	['Did the shop answer', 'Report by mail', 0],
	['Did the shop answer', 'Prepare answer', 1],
];

/** From the steps that prepare an update to the shop. What fails is tried again later. */
export const updateLinks = ({ refusal }: ShopParts, prepares: readonly string[]): Link[] => [
	...[...prepares, ANSWERED].flatMap((name): Link[] => [
		[name, PREPARED],
		[name, 'Report by mail', 1],
	]),
	[PREPARED, 'Update the shop', 0],
	[PREPARED, 'Ask the shop', 1],
	['Update the shop', 'Update again later', 1],
	['Update again later', 'Update the shop'],
	...(refusal === undefined ? [['Ask the shop', ANSWERED] as const] : refusalLinks),
	['Ask the shop', 'Ask again later', 1],
	['Ask again later', 'Ask the shop'],
];
