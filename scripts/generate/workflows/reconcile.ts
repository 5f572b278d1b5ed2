import { setUpNote, type Link, type Note, type ReadyWorkflow, type Step } from './canvas';
import { usual } from './carrier-steps';
import { daysAgo, everyDayAt, filterStep, mailStep } from './pieces';
import type { ShopParts } from './shop-parts';
import { inRow, listStep, named, pinnedAnswers, retries, said, settingsOf, waybillStep } from './shop-steps';

/** An order is booked within this many days, so that the orders of twice as many hold that of every booking. */
const BOOKING_DAYS = 29;

function stepsOf(parts: ShopParts): Step[] {
	const column = 2 + parts.all.steps.length;
	const steps = [
		...inRow(parts.all.steps, [2, 0]),
		waybillStep(
			'Compare with bookings',
			[column, 0],
			'reconcile',
			{
				order: '={{ $json.orders }}',
				shop: parts.shop,
				orders_since: daysAgo(BOOKING_DAYS),
				reference_prefix: parts.prefix,
				...parts.reading,
			},
			retries,
		),
		filterStep('Needs action', [column + 1, 0], 'needsAction', 'true'),
		listStep('One report', [column + 2, 0], 'findings'),
		{
			...mailStep(
				'Send the report',
				[column + 3, 0],
				`=${parts.title}: {{ $json.findings.length }} orders need you`,
				"={{ $json.findings.map(({ message }) => `• ${message}`).join('\\n\\n') }}",
			),
			// A report that is not sent fails the run, where n8n shows it. The next night finds the same again.
			settings: { ...retries, credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } } },
		},
		mailStep(
			'Report by mail',
			[column, 1],
			`${parts.title}: the orders could not be compared tonight`,
			`={{ $json.error }}\n\nNothing has to be done now: the next night compares all orders again. If this mail comes again, open the execution in n8n.`,
		),
	];
	const values = {
		carrier: usual,
		shopAddress: 'https://shop.example.com',
		mailFrom: 'shop@example.com',
		mailTo: 'shop@example.com',
		...parts.settings,
	};
	return [everyDayAt('Every night', [0, 0], 4), settingsOf([1, 0], values, steps), ...steps];
}

const linksOf = ({ all }: ShopParts): readonly Link[] => [
	['Every night', 'Settings'],
	...all.steps.slice(0, 1).map(({ name }): Link => ['Settings', name]),
	...all.links,
	['Compare with bookings', 'Needs action'],
	['Compare with bookings', 'Report by mail', 1],
	['Needs action', 'One report'],
	['One report', 'Send the report'],
];

const notesOf = (parts: ShopParts): Note[] => [
	setUpNote([
		`## Every ${parts.title} order has one courier`,
		'**To set up**',
		said(
			`1. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), ${parts.wholeAnswers === true ? 'the address of your shop, ' : ''}and who gets the report.`,
			parts.setUpSettings,
		),
		said(
			`2. Choose your ${parts.title} credential in ${named(parts.all.steps.filter(({ settings }) => settings?.credentials))}, your carrier's in *Compare with bookings*, and a mail credential in *Send the report* and *Report by mail*.`,
			parts.credentialHelp,
		),
		'',
		'Press Execute on *Every night*: the sample order that is pinned on *All orders* has no booking, so the report names it. Publish the workflow when the report reads well.',
	]),
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
		at: [3 + parts.all.steps.length, 1.2],
		size: [440, 180],
	},
];

/** Each night: every order to be delivered has one live booking, and every booking an order. */
export const reconcile = (parts: ShopParts): ReadyWorkflow => ({
	file: `${parts.shop}-nightly-reconcile`,
	name: `${parts.title}: each night, orders compared with bookings`,
	steps: stepsOf(parts),
	links: linksOf(parts),
	notes: notesOf(parts),
	pinned: pinnedAnswers(parts.all.steps, parts.answers(parts.sample)),
});
