import { setUpNote, type Note, type ReadyWorkflow, type Step } from './canvas';
import { carrierTriggers, isOver, usual } from './carrier-steps';
import { branchStep, filterStep, onlyStep, switchStep } from './conditions';
import { everyQuarterHour, firstStep, mailStep, setting, settingsStep, waitStep } from './pieces';
import { proposalNote, proposalSettings, proposalSteps } from './proposals';
import { linksOf, looksAtCalledOff } from './shop-links';
import type { ShopParts } from './shop-parts';
import { errorOf, inRow, waybillStep } from './shop-steps';
import { PREPARED, prepareFor, updateSteps, type Prepare } from './shop-update';

const retrying = { retryOnFail: true } as const;

const CALLED_OFF = "$('Is the order over').item.json";
const REFUSED = "['too_late', 'refused', 'invalid_input'].includes($json.details?.code)";
const STILL_COMES = 'The order is called off, and the courier still comes';

/** A refusal is said on the order and by mail. A carrier that is down gets the request again. */
const notCancelledSteps = (parts: ShopParts, prepare: Prepare): Step[] => [
	branchStep(
		'Why not cancelled',
		[8, -2],
		[
			// Shopify's order shows by its tag that it was said.
			{
				output: 'Nothing to say',
				when: `$json.details?.code === 'not_found' || (${REFUSED} && String(${CALLED_OFF}.order.tags).includes('courier differs'))`,
			},
			{ output: 'Refused', when: REFUSED },
		],
		'Trouble',
	),
	...(looksAtCalledOff(parts) ? [] : [waitStep('Cancel again later', [9, -1])]),
	prepare(
		'Prepare not cancelled',
		[9, -2],
		`={{ ${CALLED_OFF}.order }}`,
		`={{ { id: ${CALLED_OFF}.shopOrder.reference, outcome: 'found_different', warnings: ['${STILL_COMES}: ' + $json.error] } }}`,
	),
	// The note is written once, and so is the mail.
	onlyStep('Does he still come', [12, -1], `$('${PREPARED}').item.json.body?.includes('${STILL_COMES}') === true`),
	mailStep(
		'The courier still comes',
		[13, -1],
		`${parts.title}: a courier could not be cancelled`,
		`=Order {{ ${CALLED_OFF}.shopOrder.number }} is called off, and its courier could not be cancelled: {{ $('Why not cancelled').item.json.error }}\n\nCall the carrier. The delivery is booked under {{ ${CALLED_OFF}.shopOrder.reference }}.`,
	),
];

function stepsOf(parts: ShopParts): Step[] {
	const prepare = prepareFor(parts);
	const afterList = 3 + parts.list.length;
	return [
		{ ...parts.trigger, at: [0, 0] },
		everyQuarterHour('Every quarter of an hour', [0, 2]),
		...carrierTriggers([0, 3]),
		settingsStep([1, 1], {
			carrier: usual,
			shopAddress: 'https://shop.example.com',
			packageWeight: 5,
			packageVolume: 20,
			mailFrom: 'shop@example.com',
			mailTo: 'shop@example.com',
			...proposalSettings,
			...parts.settings,
		}),
		switchStep(
			'What came',
			[2, 1],
			[
				{ output: 'Order', field: parts.orderField },
				{ output: 'Delivery', field: 'carrier' },
			],
			'Time to look',
		),
		waybillStep(
			'Book courier',
			[4, 0],
			'book',
			{
				order: '={{ $json }}',
				shop: parts.shop,
				reference_prefix: parts.prefix,
				...parts.reading,
				...parts.booking,
				parcelsFields: { weight_kg: setting('packageWeight'), volume_dm3: setting('packageVolume') },
			},
			retrying,
		),
		switchStep('Left out or booked', [5, 0], [{ output: 'Left out', field: 'outcome', is: 'left_out' }], 'Booked'),
		isOver('Is the order over', [6, -1]),
		waybillStep(
			'Cancel courier',
			[7, -1],
			'cancel',
			{ reference: `={{ ${CALLED_OFF}.shopOrder.reference }}` },
			retrying,
		),
		...notCancelledSteps(parts, prepare),
		prepare('Prepare cancelled', [8, -1], `={{ ${CALLED_OFF}.order }}`, '={{ $json }}'),
		...proposalSteps(parts, [6, -3], 'the order then gets a new one within a quarter of an hour'),
		prepare('Prepare booked', [6, 0], '={{ $json.order }}', '={{ $json }}'),
		prepare('Prepare trouble', [6, 1], '={{ $json }}', '={{ $json }}'),
		prepare('Prepare news', [6, 2], '', '={{ $json }}'),
		...inRow(parts.changed ?? [], [3, 2]),
		...inRow(parts.list, [3, 3]),
		waybillStep('Compare with bookings', [afterList, 3], 'reconcile', {
			order: '={{ $json }}',
			shop: parts.shop,
			reference_prefix: parts.prefix,
			...parts.reading,
		}),
		// A carrier that is down fails for every order: one mail says so.
		firstStep('One mail is enough', [afterList + 0.5, 2.5]),
		filterStep('To book or to cancel', [afterList + 1, 3], 'finding', 'missing', 'to_cancel'),
		...inRow(parts.read, [afterList + 2, 3]),
		...updateSteps(parts, prepare, [9, 0]),
		mailStep(
			'Report by mail',
			[12, -2],
			`${parts.title}: a step waits for another try`,
			`={{ ${errorOf(parts)} }}\n\nNothing has to be done now: the step is tried again in a quarter of an hour. If this mail comes again and again, open the execution in n8n.`,
		),
	];
}

const notesOf = (parts: ShopParts): Note[] => [
	setUpNote([
		`## ${parts.title} orders go out by courier`,
		'**To set up**',
		parts.setUp,
		'',
		`Press Execute on *${parts.trigger.name}* to see it work with the sample order that is pinned there. Publish the workflow when it does what you want.`,
	]),
	{
		text: '## Booked once\n*Book courier* takes the whole order. It leaves out orders that are not paid, collected by the customer, or not ready. The order number is the reference: an order that comes again finds its booking, and no second courier is sent.\n\nAn order that is cancelled or refunded in the shop is cancelled at the carrier by *Cancel courier*. A courier who can no longer be cancelled is said on the order and by mail.',
		at: [3, -3],
		size: [520, 300],
	},
	{
		text: `## Nothing gets lost\n${parts.notice} and books what is missing: after a failure of n8n, of the shop or of the carrier${parts.trigger.isWebhook === true ? ', or a webhook that never came' : ''}.\n\nAn update that the shop could not take waits in *Update again later*, also over a restart of n8n.`,
		at: [3, 4],
		size: [520, 260],
	},
	{
		text: '## The shop is updated once\n*Send or ask* has the requests that write a note, the tracking link and the status. A status is never written over a cancelled or refunded order, and never backwards.',
		at: [12, -3.4],
		size: [480, 220],
	},
	proposalNote([9, -4]),
];

/** Orders of one shop to the carrier that Settings names, and what becomes of them back to the shop. */
export const shopOrders = (parts: ShopParts): ReadyWorkflow => ({
	file: parts.file,
	name: `${parts.title} orders to a courier, status back to the shop`,
	steps: stepsOf(parts),
	links: linksOf(parts),
	notes: notesOf(parts),
	pinned: { [parts.trigger.name]: [parts.sample] },
});
