import type { IDataObject } from 'n8n-workflow';

import type { Link, Note, ReadyWorkflow, Step } from './canvas';
import { usual } from './carrier-steps';
import { daysAgo, everyDayAt, filterStep, mailStep, settingsStep } from './pieces';
import type { ComparedShopParts } from './shop-parts';
import { listStep, retries, waybillStep } from './shop-steps';

/** An order is booked within this many days, so that the orders of twice as many hold that of every booking. */
const BOOKING_DAYS = 29;

const stepsOf = (parts: ComparedShopParts): Step[] => [
	everyDayAt('Every night', [0, 0], 4),
	settingsStep([1, 0], { carrier: usual, mailFrom: 'shop@example.com', mailTo: 'shop@example.com' }),
	{ ...parts.all, at: [2, 0], settings: { ...parts.all.settings, ...retries } },
	listStep('Put together', [3, 0], 'orders'),
	waybillStep(
		'Compare with bookings',
		[4, 0],
		'reconcile',
		{
			order: '={{ $json.orders }}',
			shop: parts.shop,
			orders_since: daysAgo(BOOKING_DAYS),
			reference_prefix: parts.prefix,
		},
		retries,
	),
	filterStep('Needs action', [5, 0], 'needsAction', 'true'),
	listStep('One report', [6, 0], 'findings'),
	{
		...mailStep(
			'Send the report',
			[7, 0],
			`=${parts.title}: {{ $json.findings.length }} orders need you`,
			"={{ $json.findings.map(({ message }) => `• ${message}`).join('\\n\\n') }}",
		),
		// A report that is not sent fails the run, where n8n shows it. The next night finds the same again.
		settings: { ...retries, credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } } },
	},
	mailStep(
		'Tell the owner',
		[4, 1],
		`${parts.title}: the orders could not be compared tonight`,
		'={{ $json.error }}\n\nNothing has to be done now: the next night compares all orders again. If this mail comes again, open the execution in n8n.',
	),
];

const links: readonly Link[] = [
	['Every night', 'Settings'],
	['Settings', 'All orders'],
	['All orders', 'Put together'],
	['All orders', 'Tell the owner', 1],
	['Put together', 'Compare with bookings'],
	['Compare with bookings', 'Needs action'],
	['Compare with bookings', 'Tell the owner', 1],
	['Needs action', 'One report'],
	['One report', 'Send the report'],
];

const notesOf = ({ title }: ComparedShopParts): Note[] => [
	{
		text: [
			`## Every ${title} order has one courier`,
			'**To set up**',
			'1. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), and who gets the report.',
			`2. Choose your ${title} credential in *All orders*, your carrier's in *Compare with bookings*, and a mail credential in *Send the report* and *Tell the owner*.`,
			'',
			'Press Execute on *Every night*: the sample order that is pinned on *All orders* has no booking, so the report names it. Publish the workflow when the report reads well.',
		].join('\n'),
		at: [0, -2.6],
		size: [660, 380],
		color: 4,
	},
	{
		text: [
			'## What the report names',
			'*Compare with bookings* changes nothing. It finds an order',
			'- that should go out and has **no booking**,',
			'- that is booked **twice**,',
			'- that is **cancelled** while its courier is not,',
			'- whose delivery is **stuck**: late, refused, failed, or delivered without the shop knowing,',
			'',
			'and a booking whose order is **gone**. Each line says what to do. A night on which all is well sends no mail.',
		].join('\n'),
		at: [3, -2.6],
		size: [560, 360],
	},
	{
		text: '## How far back\nOrders of 59 days and bookings of 29 days. A finding comes back each night until it is put right, so a lost mail loses nothing.',
		at: [5, 1.2],
		size: [440, 180],
	},
];

const pinnedOf = ({ sample }: ComparedShopParts): IDataObject[] => [sample];

/** Each night: every order to be delivered has one live booking, and every booking an order. */
export const reconcile = (parts: ComparedShopParts): ReadyWorkflow => ({
	file: `${parts.shop}-nightly-reconcile`,
	name: `${parts.title}: each night, orders compared with bookings`,
	steps: stepsOf(parts),
	links,
	notes: notesOf(parts),
	pinned: { 'All orders': pinnedOf(parts) },
});
