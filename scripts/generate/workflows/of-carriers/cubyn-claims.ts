import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { branchStep, onlyStep } from '../branch';
import type { Link, Note, ReadyWorkflow, Step } from '../canvas';
import { everyDayAt, firstStep, mailStep, setting, settingsStep, waitStep } from '../pieces';
import { onError, retries } from '../shop-steps';

const SETTINGS = "$('Settings').first().json.settings";
const PARCEL = "$('Lost, late or neither').item.json";
const WHICH = `parcel CUB{{ ${PARCEL}.id }} of order {{ ${PARCEL}.reference }}`;

const account = { credentials: { cubynApi: { id: 'cubyn-account', name: 'Cubyn account' } } };
const mailAccount = { credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } } };

const cubynStep = (
	name: string,
	at: Step['at'],
	[resource, operation]: readonly [string, string],
	parameters: INodeParameters,
	settings: Step['settings'],
): Step => ({
	name,
	type: 'n8n-nodes-waybill.cubyn',
	at,
	settings: { ...account, ...onError, ...settings },
	parameters: { resource, operation, ...parameters },
});

const claim = (type: string, resolution: string): INodeParameters => ({
	type,
	entityType: 'PARCEL',
	entityId: `={{ ${PARCEL}.id }}`,
	resolutionTypeSelected: setting(resolution),
	source: 'SHIPPER',
});

/** Days between two moments, which are expressions. */
const days = (from: string, to: string) => `DateTime.fromISO(${to}).diff(DateTime.fromISO(${from}), 'days').days`;

const sent = '($json.shippedAt ?? $json.createdAt)';
const sinceSent = days(sent, '$now.toISO()');
const onTheWay = days(sent, '$json.deliveredAt');
const sinceDelivered = days('$json.deliveredAt', '$now.toISO()');
const isShipment = "!['RECIPIENT_RETURN', 'CUBYN_RETURN'].includes($json.type)";
/** A parcel has one claim: an earlier one, also by hand and of another kind, is there for good. */
const claimsOf = "$('Claims so far').all().filter(({ json }) => json.entityId === String($json.id))";
const isClaimed = `${claimsOf}.length > 0`;
const isClaimedAsLost = `${claimsOf}.some(({ json }) => json.type?.includes('NEVER_RECEIVED'))`;
const isMissing =
	"(['failed', 'attempt_failed', 'out_for_delivery'].includes($json.status) || ($json.status === 'in_transit' && $json.shippedAt !== null))";

const steps: readonly Step[] = [
	{
		name: 'Parcel moved',
		type: 'n8n-nodes-waybill.cubynTrigger',
		at: [0, 0],
		settings: account,
		parameters: {
			pollTimes: { item: [{ mode: 'everyX', value: 1, unit: 'hours' }] },
			event: 'parcelStatusChanged',
			only: ['delivered', 'failed'],
		},
	},
	everyDayAt('Every night', [0, 1], 5),
	settingsStep([1, 0.5], {
		lateDays: 5,
		lostDays: 14,
		claimDays: 14,
		lostResolution: 'RESHIP',
		lateResolution: 'REFUND',
		parcelsToLookAt: 2_000,
		invoiceAddress: 'https://shop.example.com/invoices/',
		mailFrom: 'shop@example.com',
		mailTo: 'shop@example.com',
	}),
	branchStep('What came', [2, 0.5], [{ output: 'Parcel', when: '$json.status !== undefined' }], 'Time to look'),
	firstStep('Once', [3, -0.6]),
	// n8n takes the upper branch first, so that the claims are read before the parcels are looked at.
	cubynStep('Claims so far', [4, -0.6], ['claim', 'getAll'], { returnAll: true }, retries),
	cubynStep(
		'Parcels of the last weeks',
		[3, 1],
		['parcel', 'getAll'],
		{ returnAll: false, limit: setting('parcelsToLookAt') },
		retries,
	),
	branchStep(
		'Lost, late or neither',
		[4, 0.5],
		[
			{ output: 'Claims are not known', when: "$('Claims so far').all(1).length > 0" },
			{
				output: 'Came after all',
				when: `$json.status === 'delivered' && $json.settings !== undefined && ${isClaimedAsLost}`,
			},
			{ output: 'Claimed', when: isClaimed },
			{
				output: 'Lost',
				when: `${isShipment} && ${isMissing} && ${sinceSent} > ${SETTINGS}.lostDays && ${sinceSent} < ${SETTINGS}.lostDays + ${SETTINGS}.claimDays`,
			},
			{
				output: 'Late',
				when: `${isShipment} && $json.status === 'delivered' && ${onTheWay} > ${SETTINGS}.lateDays && ${sinceDelivered} < ${SETTINGS}.claimDays`,
			},
		],
		'Neither',
	),
	{
		name: 'Fetch the invoice',
		type: 'n8n-nodes-base.httpRequest',
		version: 4.2,
		at: [5, 0],
		settings: onError,
		parameters: {
			url: `={{ ${SETTINGS}.invoiceAddress }}{{ encodeURIComponent(${PARCEL}.reference) }}.pdf`,
			options: { response: { response: { responseFormat: 'file' } } },
		},
	},
	cubynStep(
		'Claim a lost parcel',
		[6, 0],
		['claim', 'file'],
		{
			...claim('PARCEL_NEVER_RECEIVED_LOST_IN_TRANSIT', 'lostResolution'),
			attachments: { line: [{ type: 'COMMERCIAL_INVOICE', file: 'data' }] },
		},
		{ retryOnFail: true },
	),
	cubynStep('Claim a late delivery', [6, 1], ['claim', 'create'], claim('PARCEL_LATE_DELIVERY', 'lateResolution'), {
		retryOnFail: true,
	}),
	onlyStep('Newly claimed', [7, 0.5], "$json.outcome !== 'found'"),
	{
		...mailStep(
			'Mail about the claim',
			[8, 0.5],
			`=Claim for order {{ ${PARCEL}.reference }}`,
			`=Cubyn has the claim {{ $('Newly claimed').item.json.id }} for ${WHICH}: {{ $('Newly claimed').item.json.type }}. {{ ($('Newly claimed').item.json.warnings ?? []).join(' ') }}`,
		),
		settings: { ...mailAccount, ...onError },
	},
	waitStep('Mail again later', [9, 0.5]),
	mailStep(
		'Ask for the invoice',
		[6, -1],
		`=Invoice wanted: order {{ ${PARCEL}.reference }} never arrived`,
		`=The invoice for ${WHICH} could not be fetched: {{ $json.error }}. Without it Cubyn takes no claim. Every night tries again, until the claim is made or its time is over.`,
	),
	mailStep(
		'Not claimed',
		[7, 1.6],
		`=No claim for order {{ ${PARCEL}.reference }}`,
		`=There is no claim for ${WHICH}, or it is not known whether there is one: {{ $json.error }}\n\nEvery night tries again, until its time is over. A claim that was made after all is found, and no second one is made.`,
	),
	mailStep(
		'It came after all',
		[5, 2],
		`=Order {{ ${PARCEL}.reference }} came after all`,
		`=The ${WHICH} is delivered, and it was claimed as lost. Tell Cubyn that it is there. It is not claimed as late.`,
	),
	mailStep(
		'Report by mail',
		[4, 2],
		'Cubyn claims: parcels or claims could not be read',
		'={{ $json.error }}\n\nNothing has to be done now: the next night reads them again. If this mail comes again, open the execution in n8n.',
	),
];

const links: readonly Link[] = [
	['Parcel moved', 'Settings'],
	['Every night', 'Settings'],
	['Settings', 'What came'],
	['What came', 'Once', 0],
	['What came', 'Lost, late or neither', 0],
	['What came', 'Once', 1],
	['What came', 'Parcels of the last weeks', 1],
	['Once', 'Claims so far'],
	['Claims so far', 'Report by mail', 1],
	['Parcels of the last weeks', 'Lost, late or neither'],
	['Parcels of the last weeks', 'Report by mail', 1],
	['Lost, late or neither', 'It came after all', 1],
	['Lost, late or neither', 'Fetch the invoice', 3],
	['Lost, late or neither', 'Claim a late delivery', 4],
	['Fetch the invoice', 'Claim a lost parcel'],
	['Fetch the invoice', 'Ask for the invoice', 1],
	...['Claim a lost parcel', 'Claim a late delivery'].flatMap((name): Link[] => [
		[name, 'Newly claimed'],
		[name, 'Not claimed', 1],
	]),
	['Newly claimed', 'Mail about the claim'],
	['Mail about the claim', 'Mail again later', 1],
	['Mail again later', 'Mail about the claim'],
];

const notes: readonly Note[] = [
	{
		text: [
			'## Claim lost and late parcels at Cubyn',
			'**To set up**',
			'1. Open *Settings*: after how many days a delivery is late and a parcel lost by your contract, how long Cubyn takes claims, what you want (RESHIP or REFUND), where your shop keeps its invoices, and who gets mails. The reference of a parcel is your order number.',
			'2. Choose your Cubyn credential in *Parcel moved*, *Claims so far*, *Parcels of the last weeks*, *Claim a lost parcel* and *Claim a late delivery*.',
			"3. Choose your shop's credential in *Fetch the invoice*, if it needs one.",
			'4. Choose a mail credential in *Mail about the claim*, *Ask for the invoice*, *Not claimed*, *It came after all* and *Report by mail*.',
			'',
			'Press Execute on *Parcel moved* to see the late parcel that is pinned there go through. Publish the workflow when it does what you want.',
		].join('\n'),
		at: [0, -4],
		size: [700, 520],
		color: 4,
	},
	{
		text: '## One claim for one parcel\n*Lost, late or neither* leaves out each parcel about which *Claims so far* has a claim, also one that Cubyn rejected or that you made by hand: look why it was rejected, and claim again at Cubyn with better proof. If two runs meet, the second one finds the claim of the first.\n\nLost is what is not delivered after lostDays, late what was on its way for more than lateDays. Parcels that come back, and returns of customers, are not claimed here.',
		at: [4, -4],
		size: [520, 280],
	},
	{
		text: '## Nothing gets lost\n*Every night* reads the newest parcels again and claims what is missing: after a failure of n8n or Cubyn, for an invoice that was not there, and for a parcel that nobody hears of any more.\n\nA mail about a claim that could not be sent waits in *Mail again later*, also over a restart of n8n.',
		at: [0, 3],
		size: [620, 240],
	},
];

/** As the trigger emits it: eight days on its way. */
const sample: IDataObject = {
	id: '120165677',
	carrier: 'cubyn',
	reference: 'WC-1042',
	status: 'delivered',
	carrierStatus: 'DELIVERED',
	type: 'SHIPMENT',
	trackingNumber: 'CUB120165677',
	createdAt: '2030-05-12T08:00:00.000Z',
	shippedAt: '2030-05-13T16:00:00.000Z',
	deliveredAt: '2030-05-21T16:00:00.000Z',
};

/** Every parcel that never arrived or came too late, claimed once. */
export const cubynClaims: ReadyWorkflow = {
	file: 'missed-delivery-to-cubyn-claim',
	name: 'Lost and late parcels to claims at Cubyn',
	steps,
	links,
	notes,
	pinned: { 'Parcel moved': [sample] },
};
