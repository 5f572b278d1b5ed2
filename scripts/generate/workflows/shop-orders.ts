import { setUpNote, type Note, type ReadyWorkflow, type Step } from './canvas';
import { carrierTriggers, isOver, usual } from './carrier-steps';
import { filterStep, switchStep } from './conditions';
import { everyQuarterHour, firstStep, mailStep, setting, settingsStep } from './pieces';
import { proposalNote, proposalSettings, proposalSteps } from './proposals';
import { linksOf } from './shop-links';
import type { ShopParts } from './shop-parts';
import { errorOf, inRow, waybillStep } from './shop-steps';
import { prepareFor, updateSteps } from './shop-update';

const retrying = { retryOnFail: true } as const;

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
		waybillStep('Cancel courier', [7, -1], 'cancel', { reference: '={{ $json.shopOrder.reference }}' }, retrying),
		switchStep('Was none booked', [8, -2], [{ output: 'None', field: 'details.code', is: 'not_found' }], 'Trouble'),
		prepare('Prepare cancelled', [8, -1], "={{ $('Is the order over').item.json.order }}", '={{ $json }}'),
		...proposalSteps(parts, [6, -2]),
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
		text: '## Booked once\n*Book courier* takes the whole order. It leaves out orders that are not paid, collected by the customer, or not ready. The order number is the reference: an order that comes again finds its booking, and no second courier is sent.\n\nAn order that is cancelled or refunded in the shop is cancelled at the carrier by *Cancel courier*.',
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
		at: [9, -2.5],
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
