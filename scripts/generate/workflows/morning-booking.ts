import type { Step } from './canvas';
import { filter, filterStep, meet } from './conditions';
import { askStep, fieldsStep, mailStep, setting } from './pieces';
import { proposalSteps } from './proposals';
import type { ShopParts } from './shop-parts';
import { again, inRow, listStep, retried, retries, waybillStep } from './shop-steps';
import { prepareFor, updateSteps } from './shop-update';

const CHECKED = "$('Ready to book').item.json";

/** Hours pass until a person says yes: an order may be cancelled or changed by then. */
export const readsAgain = ({ read }: Pick<ShopParts, 'read'>) => again(read).map(retried);

/** One line of the mail: order, result of the check, requested time, and the price where the carrier gives one. */
const LINE =
	"={{ [$json.shopOrder.number + ':', $json.summary, $json.slot?.text, $json.price?.amount, $json.price?.currency].filter((part) => part !== null && part !== undefined).join(' ') }}";

const parcels = { weight_kg: setting('packageWeight'), volume_dm3: setting('packageVolume') };

/** Of today, late, or without a time: an order for a later day waits for its own morning. */
const forToday = (at: Step['at']): Step =>
	filter(
		'For today',
		at,
		meet([
			{
				id: 'today',
				leftValue: '={{ $json.slot?.start ?? $now.toISO() }}',
				rightValue: '={{ $now.endOf("day").toISO() }}',
				operator: { type: 'dateTime', operation: 'beforeOrEquals' },
			},
			{
				id: 'wanted',
				leftValue: '={{ $json.outcome }}',
				rightValue: 'left_out',
				operator: { type: 'string', operation: 'notEquals' },
			},
		]),
	);

/** From the check to the orders that a person said yes to. */
const askingSteps = (parts: ShopParts, order: string): Step[] => [
	waybillStep(
		'Check the order',
		[0, 0],
		'check',
		{
			order,
			shop: parts.shop,
			reference_prefix: parts.prefix,
			...parts.reading,
			...parts.booking,
			parcelsFields: parcels,
		},
		retries,
	),
	forToday([1, 0]),
	fieldsStep(
		'With its order',
		[2, 0],
		[
			['order', 'object', order],
			['orderKey', 'string', '={{ $json.shopOrder?.id }}'],
			['line', 'string', LINE],
		],
		true,
	),
	listStep('One list', [3, 0], 'checks'),
	askStep('Ask for a yes', [4, 0], {
		subject: `=${parts.title}: {{ $json.checks.filter(({ outcome }) => outcome === 'ready').length }} orders to book this morning`,
		message: "={{ $json.checks.map(({ line }) => '• ' + line).join('<br>') }}",
		yes: 'Book them',
		no: 'Book nothing',
		hours: 6,
	}),
	filterStep('Said yes', [5, 0], 'data.approved', 'true'),
	fieldsStep('The list again', [6, 0], [['checks', 'array', "={{ $('One list').first().json.checks }}"]], false),
	{
		name: 'Each order again',
		type: 'n8n-nodes-base.splitOut',
		at: [7, 0],
		parameters: { fieldToSplitOut: 'checks', options: {} },
	},
	filterStep('Ready to book', [8, 0], 'outcome', 'ready'),
];

const bookingSteps = (parts: ShopParts): Step[] => [
	waybillStep(
		'Book couriers',
		[9, 0],
		'book',
		{
			// A shop that is down meanwhile does not undo the yes: the order goes out as it was agreed to.
			order: `={{ $json.error === undefined ? $json : ${CHECKED}.order }}`,
			shop: parts.shop,
			reference_prefix: parts.prefix,
			...parts.reading,
			...parts.booking,
			parcelsFields: parcels,
		},
		// One bad order does not stop the others, and has its row in the sheet.
		{ onError: 'continueRegularOutput', retryOnFail: true },
	),
	...proposalSteps(parts, [10, -1], 'for a new one, open the workflow in n8n and press Execute'),
	fieldsStep(
		'Row of the sheet',
		[10, 0],
		[
			['order', 'string', `={{ ${CHECKED}.shopOrder.number }}`],
			['reference', 'string', `={{ ${CHECKED}.id }}`],
			[
				'outcome',
				'string',
				"={{ $json.status === 'awaiting_acceptance' ? 'another time proposed' : ($json.outcome ?? 'not booked') }}",
			],
			['delivery', 'string', "={{ $json.outcome ? ($json.id ?? '') : '' }}"],
			['status', 'string', "={{ $json.status ?? '' }}"],
			['name', 'string', `={{ ${CHECKED}.contact.name }}`],
			['price', 'string', `={{ $json.price?.amount ?? ${CHECKED}.price?.amount ?? '' }}`],
			['note', 'string', "={{ $json.error ?? $json.reason ?? ($json.warnings ?? []).join(' ') }}"],
		],
		false,
	),
	{
		name: 'One sheet',
		type: 'n8n-nodes-base.convertToFile',
		version: 1.1,
		at: [11, 0],
		parameters: { operation: 'csv', binaryPropertyName: 'data', options: { fileName: 'couriers.csv' } },
	},
	{
		...mailStep(
			'Send the sheet',
			[12, 0],
			`${parts.title}: the couriers of this morning`,
			'The sheet has a row for each order: what is booked, and why the others are not. An order that is not booked comes again tomorrow morning.',
			{ attachments: 'data' },
		),
		settings: { ...retries, credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } } },
	},
];

const moved = (steps: readonly Step[], columns: number): Step[] =>
	steps.map((step) => ({ ...step, at: [step.at[0] + columns, step.at[1]] as const }));

/** From the check of each order to its booking and to the update of its shop. `order`: the whole order of the item. */
export function morningSteps(parts: ShopParts, order: string, column: number): Step[] {
	const reads = readsAgain(parts);
	return [
		...moved(askingSteps(parts, order), column),
		...inRow(reads, [column + 9, 0]),
		...moved(
			[
				...bookingSteps(parts),
				prepareFor(parts)('Prepare update', [10, 1], `={{ $json.order ?? ${CHECKED}.order }}`, '={{ $json }}'),
				...updateSteps(parts, prepareFor(parts), [11, 1]),
			],
			column + reads.length,
		),
	];
}
