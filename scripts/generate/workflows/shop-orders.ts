import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Link, Note, ReadyWorkflow, Step } from './canvas';
import { carrierTriggers, isOver, usual } from './carrier-steps';
import { everyQuarterHour, filterStep, mailStep, setting, settingsStep, switchStep, waitStep } from './pieces';
import { onError, requestStep, waybillStep } from './shop-steps';

/** What differs from shop to shop. */
export interface ShopParts {
	file: string;
	title: string;
	/** As the steps name it. */
	shop: string;
	prefix: string;
	trigger: { type: string; parameters: IDataObject; settings: Step['settings'] };
	/** All orders that may have to be delivered, an item each. */
	list: Pick<Step, 'type' | 'version' | 'parameters' | 'settings'>;
	/** All orders of the last days, in any status. */
	all: Pick<Step, 'type' | 'version' | 'parameters' | 'settings'>;
	/** One order, by `$json.orderKey`. */
	read: Pick<Step, 'type' | 'version' | 'parameters' | 'settings'>;
	/** A field that every order of the shop has. */
	orderField: string;
	/** n8n's credential that the HTTP Request steps use. */
	credential: { type: string; name: string };
	setUp: string;
	sample: IDataObject;
}

const retrying = { retryOnFail: true } as const;

function stepsOf(parts: ShopParts): Step[] {
	const prepare = (name: string, at: Step['at'], fields: INodeParameters, more: INodeParameters = {}) =>
		waybillStep(name, at, 'prepareUpdate', {
			shop: parts.shop,
			...fields,
			additionalFields: { reference_prefix: parts.prefix, shop_address: setting('shopAddress'), ...more },
		});
	return [
		{ name: 'Order changed', at: [0, 0], isWebhook: true, ...parts.trigger },
		everyQuarterHour('Every quarter of an hour', [0, 2]),
		...carrierTriggers([0, 3]),
		settingsStep([1, 1], {
			carrier: usual,
			shopAddress: 'https://shop.example.com',
			packageWeight: 5,
			packageVolume: 20,
			mailFrom: 'shop@example.com',
			mailTo: 'shop@example.com',
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
				parcelsFields: { weight_kg: setting('packageWeight'), volume_dm3: setting('packageVolume') },
			},
			retrying,
		),
		switchStep('Left out or booked', [5, 0], [{ output: 'Left out', field: 'outcome', is: 'left_out' }], 'Booked'),
		isOver('Is the order over', [6, -1]),
		waybillStep('Cancel courier', [7, -1], 'cancel', { reference: '={{ $json.shopOrder.reference }}' }, retrying),
		switchStep('Was none booked', [8, -2], [{ output: 'None', field: 'details.code', is: 'not_found' }], 'Trouble'),
		prepare('Prepare cancelled', [8, -1], {
			order: "={{ $('Is the order over').item.json.order }}",
			delivery: '={{ $json }}',
		}),
		prepare('Prepare booked', [6, 0], { order: '={{ $json.order }}', delivery: '={{ $json }}' }),
		prepare('Prepare trouble', [6, 1], { order: '={{ $json }}', delivery: '={{ $json }}' }),
		prepare('Prepare news', [6, 2], { order: '', delivery: '={{ $json }}' }),
		{ name: 'Orders to deliver', at: [3, 3], ...parts.list, settings: { ...parts.list.settings, ...onError } },
		waybillStep('Compare with bookings', [4, 3], 'reconcile', {
			order: '={{ $json }}',
			shop: parts.shop,
			reference_prefix: parts.prefix,
		}),
		filterStep('Not booked yet', [5, 3], 'finding', 'missing'),
		{ name: 'Read the order', at: [6, 3], ...parts.read, settings: { ...parts.read.settings, ...onError } },
		switchStep(
			'To send or to ask',
			[9, 0],
			[
				{ output: 'Send', field: 'outcome', is: 'send' },
				{ output: 'Ask', field: 'outcome', is: 'ask' },
			],
			'Nothing',
		),
		requestStep(parts, 'Tell the shop', [10, 0]),
		waitStep('Tell again later', [11, 0]),
		requestStep(parts, 'Ask the shop', [10, 1]),
		waitStep('Ask again later', [11, 1]),
		prepare(
			'Prepare answer',
			[11, 2],
			{
				order: "={{ $('To send or to ask').item.json.order }}",
				delivery: "={{ $('To send or to ask').item.json.delivery }}",
			},
			{ answer: '={{ $json }}' },
		),
		mailStep(
			'Tell the owner',
			[12, 0],
			`${parts.title}: a step waits for another try`,
			'={{ $json.error }}\n\nNothing has to be done now: the step is tried again in a quarter of an hour. If this mail comes again and again, open the execution in n8n.',
		),
	];
}

function linksOf(): Link[] {
	const triggers = ['Order changed', 'Every quarter of an hour', ...carrierTriggers([0, 3]).map(({ name }) => name)];
	const prepares = ['Prepare cancelled', 'Prepare booked', 'Prepare trouble', 'Prepare news', 'Prepare answer'];
	return [
		...triggers.map((name): Link => [name, 'Settings']),
		['Settings', 'What came'],
		['What came', 'Book courier', 0],
		['What came', 'Prepare news', 1],
		['What came', 'Orders to deliver', 2],
		['Orders to deliver', 'Compare with bookings'],
		['Orders to deliver', 'Tell the owner', 1],
		['Compare with bookings', 'Not booked yet'],
		['Compare with bookings', 'Tell the owner', 1],
		['Not booked yet', 'Read the order'],
		['Read the order', 'Book courier'],
		['Read the order', 'Tell the owner', 1],
		['Book courier', 'Left out or booked'],
		['Book courier', 'Prepare trouble', 1],
		['Left out or booked', 'Is the order over', 0],
		['Left out or booked', 'Prepare booked', 1],
		['Is the order over', 'Cancel courier', 0],
		['Cancel courier', 'Prepare cancelled'],
		['Cancel courier', 'Was none booked', 1],
		['Was none booked', 'Tell the owner', 1],
		...prepares.flatMap((name): Link[] => [
			[name, 'To send or to ask'],
			[name, 'Tell the owner', 1],
		]),
		['To send or to ask', 'Tell the shop', 0],
		['To send or to ask', 'Ask the shop', 1],
		['Tell the shop', 'Tell again later', 1],
		['Tell the shop', 'Tell the owner', 1],
		['Tell again later', 'Tell the shop'],
		['Ask the shop', 'Prepare answer'],
		['Ask the shop', 'Ask again later', 1],
		['Ask the shop', 'Tell the owner', 1],
		['Ask again later', 'Ask the shop'],
	];
}

const notesOf = ({ title, setUp }: ShopParts): Note[] => [
	{
		text: `## ${title} orders go out by courier\n**To set up**\n${setUp}\n\nPress Execute on *Order changed* to see it work with the sample order that is pinned there. Publish the workflow when it does what you want.`,
		at: [0, -3],
		size: [700, 420],
		color: 4,
	},
	{
		text: '## Booked once\n*Book courier* takes the whole order. It leaves out orders that are not paid, collected by the customer, or not ready. The order number is the reference: an order that comes again finds its booking, and no second courier is sent.\n\nAn order that is cancelled or refunded in the shop is cancelled at the carrier by *Cancel courier*.',
		at: [3, -3],
		size: [520, 300],
	},
	{
		text: '## Nothing gets lost\n*Every quarter of an hour* compares the open orders of the shop with the bookings, and books what is missing: after a failure of n8n, of the shop or of the carrier, or a webhook that never came.\n\nWhat the shop could not be told waits in *Tell again later*, also over a restart of n8n.',
		at: [3, 4],
		size: [520, 260],
	},
	{
		text: '## The shop is told once\n*To send or to ask* has the requests that write a note, the tracking link and the status. A status is never written over a cancelled or refunded order, and never backwards.',
		at: [9, -2.5],
		size: [480, 220],
	},
];

/** Orders of one shop to the carrier that Settings names, and what becomes of them back to the shop. */
export const shopOrders = (parts: ShopParts): ReadyWorkflow => ({
	file: parts.file,
	name: `${parts.title} orders to a courier, status back to the shop`,
	steps: stepsOf(parts),
	links: linksOf(),
	notes: notesOf(parts),
	pinned: { 'Order changed': [parts.sample] },
});
