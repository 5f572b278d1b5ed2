import type { ReadyWorkflow, Step } from '../canvas';
import { carrierTriggers, isOver, usual } from '../carrier-steps';
import { hubRiseLinks } from './hubrise-links';
import { couriers, notes, sample } from './hubrise-texts';
import { hubRiseStep, orderTrigger } from './hubrise-steps';
import { branchStep, filterStep, onlyStep, switchStep } from '../conditions';
import {
	daysAgo,
	everyQuarterHour,
	fieldsStep,
	firstStep,
	mailStep,
	neededMailStep,
	setting,
	settingsStep,
	waitStep,
} from '../pieces';
import { titleAmong } from '../offers';
import { waybillStep } from '../shop-steps';

const PREFIX = 'HR';
const LOOKS = 7;

const ORDER = "$('Offer first').item.json";
const NEWS = "$('News').item.json";
const UPDATE = "$('Delivery, status or note').item.json";
const SETTINGS = "$('Settings').first().json.settings";

const retrying = { retryOnFail: true } as const;

/** HubRise's orders are carried by the others. */
const hubRiseCarrierTriggers = (at: Step['at']) =>
	carrierTriggers(at).filter(({ type }) => !type.endsWith('.hubRiseTrigger'));

const ofHubRise = { shop: 'hubrise', additionalFields: { reference_prefix: PREFIX } };

/** What Book and Check read of an order. */
const reading = {
	order: `={{ ${ORDER} }}`,
	shop: 'hubrise',
	reference_prefix: PREFIX,
	slotFields: { ready_minutes: setting('readyMinutes'), length_minutes: setting('deliverWithinMinutes') },
	parcelsFields: { weight_kg: setting('packageWeight'), volume_dm3: setting('packageVolume') },
};

const startSteps: readonly Step[] = [
	orderTrigger(
		'Order changed',
		[0, 0],
		['accepted', 'in_preparation', 'awaiting_shipment', 'awaiting_collection', 'rejected', 'cancelled'],
	),
	everyQuarterHour('Every quarter of an hour', [0, 2]),
	...hubRiseCarrierTriggers([0, 3]),
	settingsStep([1, 1], {
		carrier: usual,
		location: '',
		offerFirst: 'no',
		offerFee: '6.50',
		readyMinutes: 30,
		deliverWithinMinutes: 90,
		packageWeight: 5,
		packageVolume: 20,
		mailFrom: 'shop@example.com',
		mailTo: 'shop@example.com',
	}),
	branchStep(
		'What came',
		[2, 1],
		[
			{ output: 'Sample order', when: '$json.orderStatus !== undefined && $json.eventId === undefined' },
			{
				output: 'Order',
				when: `$json.orderStatus !== undefined && (${SETTINGS}.location || $json.locationId) === $json.locationId`,
			},
			{ output: 'Order of another location', when: '$json.orderStatus !== undefined' },
			{ output: 'Delivery', when: '$json.carrier !== undefined' },
		],
		'Time to look',
	),
];

/** What the clock looks at: orders without a courier, couriers without an order, and news that never came. */
const lookSteps: readonly Step[] = [
	hubRiseStep('Orders of the last day', [3, 4], ['order', 'getAll'], {
		returnAll: true,
		filters: { after: daysAgo(1) },
	}),
	onlyStep(
		'Still to deliver',
		[4, 4],
		"$json.serviceType === 'delivery' && !['completed', 'delivery_failed'].includes($json.orderStatus)",
	),
	waybillStep('Compare with bookings', [5, 4], 'reconcile', {
		order: '={{ $json }}',
		shop: 'hubrise',
		reference_prefix: PREFIX,
	}),
	onlyStep('Down', [7, 3.3], "$json.details?.code !== 'not_found'"),
	// A carrier that is down fails for every order: one mail says so.
	firstStep('One mail is enough', [8, 3.3]),
	branchStep(
		'What is missing',
		[6, 4.5],
		[
			{ output: 'To book or to cancel', when: "['missing', 'to_cancel'].includes($json.finding)" },
			{ output: 'Booked', when: "$json.bookings !== ''" },
		],
		'Nothing',
	),
	hubRiseStep('Read the order', [7, 4], ['order', 'get'], { order: '$json.orderKey ?? $json.id' }),
	waybillStep('Look at the booking', [7, 5], 'get', { reference: '={{ $json.id }}' }),
];

const offerSteps: readonly Step[] = [
	branchStep(
		'Offer first',
		[3, 0],
		[
			{
				output: 'Yes',
				when: `${SETTINGS}.offerFirst === 'yes' && ['accepted', 'in_preparation', 'awaiting_shipment', 'awaiting_collection'].includes($json.orderStatus) && ($json.delivery?.carrierStatus ?? 'cancelled') === 'cancelled'`,
			},
		],
		'No',
	),
	waybillStep('Check the order', [4, -1], 'check', reading),
	switchStep('Ready to offer', [5, -1], [{ output: 'Ready', field: 'outcome', is: 'ready' }], 'Left out or wrong'),
	hubRiseStep(
		'Offer a price',
		[6, -2],
		['quote', 'create'],
		{
			order: `${ORDER}.id`,
			carrier: titleAmong(couriers),
			fee_amount: `={{ $json.price?.amount ?? ${SETTINGS}.offerFee }}`,
			fee_currency: "={{ $json.price?.currency ?? '' }}",
			ref: '={{ $json.id }}',
		},
		retrying,
	),
	hubRiseStep('Look at the offers', [7, -2], ['quote', 'getAll'], { order: `${ORDER}.id`, returnAll: true }),
	branchStep(
		'Is one accepted',
		[8, -2],
		[
			{ output: 'Accepted', when: `$json.accepted === true && $json.quoteNumber === '${PREFIX}-' + ${ORDER}.id` },
			{
				output: 'Not yet',
				when: `$json.accepted !== true && $json.id === $('Offer a price').item.json.id && $runIndex < ${LOOKS}`,
			},
		],
		'Not now',
	),
	{ ...waitStep('Wait for a yes', [9, 0.5]), parameters: { resume: 'timeInterval', amount: 2, unit: 'minutes' } },
];

const bookSteps: readonly Step[] = [
	waybillStep('Book courier', [6, 0], 'book', reading, retrying),
	switchStep('Left out or booked', [7, 0], [{ output: 'Left out', field: 'outcome', is: 'left_out' }], 'Booked'),
	isOver('Is the order over', [8, -1]),
	waybillStep('Cancel courier', [9, -1], 'cancel', { reference: '={{ $json.shopOrder.reference }}' }, retrying),
	branchStep(
		'Why not cancelled',
		[10, -1.5],
		[
			{ output: 'None was booked', when: "$json.details?.code === 'not_found'" },
			{ output: 'Refused', when: "['too_late', 'refused', 'invalid_input'].includes($json.details?.code)" },
		],
		'Trouble',
	),
	onlyStep('Not noted yet', [11, -2], `!(${ORDER}.sellerNotes ?? '').includes('The courier still comes')`),
	hubRiseStep('Note that he still comes', [12, -2], ['order', 'update'], {
		order: `${ORDER}.id`,
		updateFields: {
			seller_notes: `={{ [${ORDER}.sellerNotes, 'The courier still comes: ' + $json.error].filter((each) => each).join('\\n') }}`,
		},
	}),
	mailStep(
		'The courier still comes',
		[13, -2],
		`=HubRise: the courier of order {{ ${ORDER}.id }} could not be cancelled`,
		`={{ $('Not noted yet').item.json.error }}\n\nThe order is called off. Call the carrier; the delivery is booked under ${PREFIX}-{{ ${ORDER}.id }}.`,
	),
];

/** Updates HubRise after a delivery changed, from what the order is now. */
const updateSteps: readonly Step[] = [
	waybillStep('Whose order', [8, 2], 'prepareUpdate', { order: '', delivery: '={{ $json }}', ...ofHubRise }),
	filterStep('Of this HubRise', [9, 2], 'outcome', 'ask'),
	fieldsStep(
		'News',
		[10, 1],
		[
			['orderId', 'string', `={{ $json.path ? $json.path.split('/').at(-1) : ${ORDER}.id }}`],
			['delivery', 'object', '={{ $json.path ? $json.delivery : $json }}'],
		],
		false,
	),
	hubRiseStep('The order now', [11, 1], ['order', 'get'], { order: `${NEWS}.orderId` }),
	waybillStep('Prepare update', [12, 1], 'prepareUpdate', {
		order: '={{ $json }}',
		delivery: `={{ ${NEWS}.delivery }}`,
		...ofHubRise,
	}),
	switchStep(
		'Delivery, status or note',
		[13, 1],
		[
			{ output: 'Delivery', field: 'purpose', is: 'tracking' },
			{ output: 'Status', field: 'purpose', is: 'status' },
			{ output: 'Note', field: 'purpose', is: 'note' },
		],
		'Nothing',
	),
	hubRiseStep('Move the delivery', [14, 0], ['delivery', 'createOrUpdate'], {
		order: `${NEWS}.orderId`,
		carrier: "={{ JSON.parse($json.body).carrier ?? $('The order now').item.json.delivery.carrierName }}",
		status: "={{ JSON.parse($json.body).status ?? '' }}",
		ref: "={{ JSON.parse($json.body).ref ?? '' }}",
		tracking_url: "={{ JSON.parse($json.body).tracking_url ?? '' }}",
		estimated_dropoff_at: `={{ ${NEWS}.delivery.dropoff?.slotEnd ?? '' }}`,
		additionalFields: { carrier_ref: "={{ JSON.parse($json.body).carrier_ref ?? '' }}" },
	}),
	hubRiseStep('Set the order status', [14, 1], ['order', 'update'], {
		order: `${NEWS}.orderId`,
		status: '={{ JSON.parse($json.body).status }}',
	}),
	hubRiseStep('Write a note', [14, 2], ['order', 'update'], {
		order: `${NEWS}.orderId`,
		updateFields: { seller_notes: '={{ JSON.parse($json.body).seller_notes }}' },
	}),
	mailStep(
		'Mail the restaurant',
		[15, 2],
		`=HubRise: order {{ ${NEWS}.orderId }} needs you`,
		`={{ JSON.parse(${UPDATE}.body).seller_notes.split('\\n').at(-1) }}\n\nThis stands in the seller notes of the order as well. Correct the order or call the customer. A courier who was booked is found again, and no second one is sent.`,
	),
	branchStep(
		'Does it pass',
		[15, 3],
		[{ output: 'No', when: "['not_found', 'refused', 'invalid_input'].includes($json.details?.code)" }],
		'Yes',
	),
	waitStep('Update again later', [16, 3]),
	mailStep(
		'Report by mail',
		[15, 0.5],
		'HubRise: a step waits for another try',
		'={{ $json.error }}\n\nNothing has to be done now: the step is tried again in a quarter of an hour. If this mail comes again and again, open the execution in n8n.',
	),
	neededMailStep(
		'HubRise not updated',
		[16, 2],
		`=HubRise: order {{ ${NEWS}.orderId }} could not be brought up to date`,
		`={{ $('Does it pass').item.json.error }}\n\nThe delivery {{ ${NEWS}.delivery.id ?? '' }} is {{ ${NEWS}.delivery.status ?? 'not booked' }}. Write it on the order yourself: HubRise does not take it.`,
	),
	waitStep('Mail again later', [17, 2]),
];

/** Orders that a restaurant accepted to the carrier that Settings names, and what becomes of them back to HubRise. */
export const hubRiseOrders: ReadyWorkflow = {
	file: 'hubrise-orders-to-a-courier',
	name: 'HubRise orders to a courier, status back to HubRise',
	steps: [...startSteps, ...lookSteps, ...offerSteps, ...bookSteps, ...updateSteps],
	links: hubRiseLinks(hubRiseCarrierTriggers([0, 3]).map(({ name }) => name)),
	notes,
	pinned: { 'Order changed': [sample] },
};
