import type { Step } from './canvas';
import { askStep, fieldsStep, filterStep, mailStep, setting, switchStep, waitStep } from './pieces';
import { proposalSteps } from './proposals';
import type { ShopParts } from './shop-parts';
import { listStep, refusalSteps, requestStep, retries, waybillStep } from './shop-steps';

const CHECKED = "$('Ready to book').item.json";

/** One line of the mail: order, result of the check, requested time, and the price where the carrier gives one. */
const LINE =
	"={{ [$json.shopOrder.number + ':', $json.summary, $json.slot?.text, $json.price?.amount, $json.price?.currency].filter((part) => part !== null && part !== undefined).join(' ') }}";

const parcels = { weight_kg: setting('packageWeight'), volume_dm3: setting('packageVolume') };

/** Of today, late, or without a time: an order for a later day waits for its own morning. */
const forToday = (at: Step['at']): Step => ({
	name: 'For today',
	type: 'n8n-nodes-base.filter',
	version: 2.3,
	at,
	parameters: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 },
			conditions: [
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
			],
			combinator: 'and',
		},
		looseTypeValidation: true,
		options: {},
	},
});

const bookingSteps = (parts: ShopParts, order: string): Step[] => [
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
	waybillStep(
		'Book couriers',
		[9, 0],
		'book',
		{
			order: '={{ $json.order }}',
			shop: parts.shop,
			reference_prefix: parts.prefix,
			...parts.reading,
			...parts.booking,
			parcelsFields: parcels,
		},
		// One bad order does not stop the others, and has its row in the sheet.
		{ onError: 'continueRegularOutput', retryOnFail: true },
	),
	...proposalSteps(parts, [10, 3], 'for a new one, open the workflow in n8n and press Execute'),
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
			['delivery', 'string', "={{ $json.outcome ? $json.id : '' }}"],
			['status', 'string', "={{ $json.status ?? '' }}"],
			['name', 'string', `={{ ${CHECKED}.contact.name }}`],
			['price', 'string', `={{ $json.price?.amount ?? ${CHECKED}.price?.amount ?? '' }}`],
			['note', 'string', "={{ $json.error ?? ($json.warnings ?? []).join(' ') }}"],
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

const tellingSteps = (parts: ShopParts): Step[] => [
	waybillStep('Prepare update', [10, 1], 'prepareUpdate', {
		order: `={{ ${CHECKED}.order }}`,
		delivery: '={{ $json }}',
		shop: parts.shop,
		additionalFields: { reference_prefix: parts.prefix, shop_address: setting('shopAddress'), ...parts.telling },
	}),
	switchStep(
		'To send or to ask',
		[11, 1],
		[
			{ output: 'Send', field: 'outcome', is: 'send' },
			{ output: 'Ask', field: 'outcome', is: 'ask' },
		],
		'Nothing',
	),
	requestStep(parts, 'Tell the shop', [12, 1], 'To send or to ask'),
	...refusalSteps(parts, [13, 0], [14, 1]),
	waitStep('Tell again later', [13, 1]),
	requestStep(parts, 'Ask the shop', [12, 2], 'To send or to ask'),
	waitStep('Ask again later', [13, 2]),
	waybillStep('Prepare answer', [14, 2], 'prepareUpdate', {
		order: "={{ $('To send or to ask').item.json.order }}",
		delivery: "={{ $('To send or to ask').item.json.delivery }}",
		shop: parts.shop,
		additionalFields: {
			reference_prefix: parts.prefix,
			shop_address: setting('shopAddress'),
			...parts.telling,
			answer: '={{ $json }}',
		},
	}),
];

/** From the check of each order to its booking and to the update of its shop. `order`: the whole order of the item. */
export const morningSteps = (parts: ShopParts, order: string, column: number): Step[] =>
	[...bookingSteps(parts, order), ...tellingSteps(parts)].map((step) => ({
		...step,
		at: [step.at[0] + column, step.at[1]] as const,
	}));
