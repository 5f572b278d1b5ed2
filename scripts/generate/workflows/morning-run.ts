import type { IDataObject } from 'n8n-workflow';

import type { Link, Note, ReadyWorkflow, Step } from './canvas';
import { usual } from './carrier-steps';
import {
	askStep,
	everyDayAt,
	fieldsStep,
	filterStep,
	mailStep,
	setting,
	settingsStep,
	switchStep,
	waitStep,
} from './pieces';
import { refusalLinks } from './shop-links';
import type { ShopParts } from './shop-parts';
import { listStep, refusalSteps, requestStep, retries, waybillStep } from './shop-steps';

const ORDER = "={{ $('Orders to deliver').item.json }}";
const CHECKED = "$('Ready to book').item.json";

/** One line of the mail: order, what the check says, when it is wanted, and the price where one is told. */
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

const stepsOf = (parts: ShopParts): Step[] => [
	everyDayAt('Every morning', [0, 0], 7),
	settingsStep([1, 0], {
		carrier: usual,
		shopAddress: 'https://shop.example.com',
		packageWeight: 5,
		packageVolume: 20,
		mailFrom: 'shop@example.com',
		mailTo: 'shop@example.com',
	}),
	...parts.list.map((step) => ({ ...step, at: [2, 0] as const, settings: { ...step.settings, ...retries } })),
	waybillStep(
		'Compare with bookings',
		[3, 0],
		'reconcile',
		{ order: '={{ $json }}', shop: parts.shop, reference_prefix: parts.prefix },
		retries,
	),
	filterStep('Not booked yet', [4, 0], 'finding', 'missing'),
	waybillStep(
		'Check the order',
		[5, 0],
		'check',
		{ order: ORDER, shop: parts.shop, reference_prefix: parts.prefix, parcelsFields: parcels },
		retries,
	),
	forToday([6, 0]),
	fieldsStep(
		'With its order',
		[7, 0],
		[
			['order', 'object', ORDER],
			['line', 'string', LINE],
		],
		true,
	),
	listStep('One list', [8, 0], 'checks'),
	askStep('Ask for a yes', [9, 0], {
		subject: `=${parts.title}: {{ $json.checks.filter(({ outcome }) => outcome === 'ready').length }} orders to book this morning`,
		message: "={{ $json.checks.map(({ line }) => '• ' + line).join('<br>') }}",
		yes: 'Book them',
		no: 'Book nothing',
		hours: 6,
	}),
	filterStep('Said yes', [10, 0], 'data.approved', 'true'),
	fieldsStep('The list again', [11, 0], [['checks', 'array', "={{ $('One list').first().json.checks }}"]], false),
	{
		name: 'Each order',
		type: 'n8n-nodes-base.splitOut',
		at: [12, 0],
		parameters: { fieldToSplitOut: 'checks', options: {} },
	},
	filterStep('Ready to book', [13, 0], 'outcome', 'ready'),
	waybillStep(
		'Book couriers',
		[14, 0],
		'book',
		{
			order: '={{ $json.order }}',
			shop: parts.shop,
			reference_prefix: parts.prefix,
			parcelsFields: parcels,
		},
		// One bad order does not stop the others, and has its row in the sheet.
		{ onError: 'continueRegularOutput', retryOnFail: true },
	),
	fieldsStep(
		'Row of the sheet',
		[15, 0],
		[
			['order', 'string', `={{ ${CHECKED}.shopOrder.number }}`],
			['reference', 'string', `={{ ${CHECKED}.id }}`],
			['outcome', 'string', "={{ $json.outcome ?? 'not booked' }}"],
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
		at: [16, 0],
		parameters: { operation: 'csv', binaryPropertyName: 'data', options: { fileName: 'couriers.csv' } },
	},
	{
		...mailStep(
			'Send the sheet',
			[17, 0],
			`${parts.title}: the couriers of this morning`,
			'The sheet has a row for each order: what is booked, and why the others are not. An order that is not booked comes again tomorrow morning.',
			{ attachments: 'data' },
		),
		settings: { ...retries, credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } } },
	},
	waybillStep('Prepare update', [15, 1], 'prepareUpdate', {
		order: `={{ ${CHECKED}.order }}`,
		delivery: '={{ $json }}',
		shop: parts.shop,
		additionalFields: { reference_prefix: parts.prefix, shop_address: setting('shopAddress') },
	}),
	switchStep(
		'To send or to ask',
		[16, 1],
		[
			{ output: 'Send', field: 'outcome', is: 'send' },
			{ output: 'Ask', field: 'outcome', is: 'ask' },
		],
		'Nothing',
	),
	requestStep(parts, 'Tell the shop', [17, 1], 'To send or to ask'),
	...refusalSteps(parts, [18, 0], [19, 1]),
	waitStep('Tell again later', [18, 1]),
	requestStep(parts, 'Ask the shop', [17, 2], 'To send or to ask'),
	waitStep('Ask again later', [18, 2]),
	waybillStep('Prepare answer', [19, 2], 'prepareUpdate', {
		order: "={{ $('To send or to ask').item.json.order }}",
		delivery: "={{ $('To send or to ask').item.json.delivery }}",
		shop: parts.shop,
		additionalFields: {
			reference_prefix: parts.prefix,
			shop_address: setting('shopAddress'),
			answer: '={{ $json }}',
		},
	}),
	mailStep(
		'Tell the owner',
		[4, 2],
		`${parts.title}: a step of the morning run failed`,
		'={{ $json.error }}\n\nWhat is not booked comes again tomorrow morning. To book it today, open the workflow in n8n and press Execute: what is booked already is left out.',
	),
];

const linksOf = ({ refusal }: ShopParts): readonly Link[] => [
	['Every morning', 'Settings'],
	['Settings', 'Orders to deliver'],
	['Orders to deliver', 'Compare with bookings'],
	['Orders to deliver', 'Tell the owner', 1],
	['Compare with bookings', 'Not booked yet'],
	['Compare with bookings', 'Tell the owner', 1],
	['Not booked yet', 'Check the order'],
	['Check the order', 'For today'],
	['Check the order', 'Tell the owner', 1],
	['For today', 'With its order'],
	['With its order', 'One list'],
	['One list', 'Ask for a yes'],
	['Ask for a yes', 'Said yes'],
	['Said yes', 'The list again'],
	['The list again', 'Each order'],
	['Each order', 'Ready to book'],
	['Ready to book', 'Book couriers'],
	['Book couriers', 'Row of the sheet'],
	['Row of the sheet', 'One sheet'],
	['One sheet', 'Send the sheet'],
	['Book couriers', 'Prepare update'],
	['Prepare update', 'To send or to ask'],
	['Prepare update', 'Tell the owner', 1],
	['To send or to ask', 'Tell the shop', 0],
	['To send or to ask', 'Ask the shop', 1],
	['Tell the shop', 'Tell again later', 1],
	['Tell again later', 'Tell the shop'],
	...(refusal === undefined ? [['Ask the shop', 'Prepare answer'] as const] : refusalLinks),
	['Ask the shop', 'Ask again later', 1],
	['Ask again later', 'Ask the shop'],
	['Prepare answer', 'To send or to ask'],
	['Prepare answer', 'Tell the owner', 1],
];

const notesOf = ({ title, setUp }: ShopParts): Note[] => [
	{
		text: [
			`## The ${title} orders of today, with one click`,
			'**To set up**',
			'1. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address of your shop, a usual package, and who gets the mails.',
			`2. Choose your ${title} credential in *Orders to deliver*, *Tell the shop* and *Ask the shop*.${setUp.includes('rights') ? ' Its access token needs the rights to read and write orders and fulfilments.' : ''}`,
			"3. Choose your carrier's credential in *Compare with bookings*, *Check the order* and *Book couriers*.",
			'4. Choose a mail credential in *Ask for a yes*, *Send the sheet* and *Tell the owner*.',
			'',
			'Press Execute on *Every morning* to get the mail for the sample order that is pinned on *Orders to deliver*: it has no delivery time, so you see how a problem reads. Publish the workflow when it does what you want.',
		].join('\n'),
		at: [0, -3],
		size: [700, 460],
		color: 4,
	},
	{
		text: '## A person says yes\n*Ask for a yes* sends one mail with every order of today: what is ready, its price where the carrier tells one before booking, and what has to be corrected first. Nothing is booked without a click on "Book them". After six hours without an answer nothing is booked.',
		at: [8, -2],
		size: [520, 240],
	},
	{
		text: '## One batch, one sheet\n*Book couriers* books the list, each order once: an order that was booked in the meantime is found. *One sheet* has a row for every order, also for those that the carrier refused.',
		at: [13, -2],
		size: [520, 200],
	},
];

/** The sample without its slot: its day would be over, and a problem shows what the mail looks like. */
function undated({ sample }: ShopParts): IDataObject {
	const { meta_data: _meta, note_attributes: _notes, ...rest } = sample;
	return rest;
}

/** All orders of today, checked, agreed to by a person, and booked in one batch. */
export const morningRun = (parts: ShopParts): ReadyWorkflow => ({
	file: `${parts.shop}-morning-run`,
	name: `${parts.title}: the orders of today, booked after a yes`,
	steps: stepsOf(parts),
	links: linksOf(parts),
	notes: notesOf(parts),
	pinned: { 'Orders to deliver': [undated(parts)] },
});
