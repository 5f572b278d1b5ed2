import { isTerminal, statuses } from '../../../shared/delivery/status';
import { onlyStep } from './branch';
import { setUpNote, type Link, type Note, type ReadyWorkflow, type Step } from './canvas';
import { carrierTriggers, usual } from './carrier-steps';
import { FAILED, orderLinks, orderSteps, WHOLE } from './failed-order';
import { fieldsStep, filterStep, mailStep, setting, switchStep, waitStep } from './pieces';
import { refusalLinks } from './shop-links';
import type { ShopParts } from './shop-parts';
import { errorOf, named, refusalSteps, requestStep, retried, said, settingsOf, waybillStep } from './shop-steps';

const AGAIN = 'Deliver again';
const BACK = 'Back to the shop';
const triggersAt = [0, 0] as const;
const IS_OVER = "$json.outcome?.startsWith('found')";

/** Only a signed-in person may book a courier with the form. */
const formStep = (prefix: string, at: Step['at']): Step => ({
	name: 'Answer',
	type: 'n8n-nodes-base.formTrigger',
	version: 2.2,
	at,
	isWebhook: true,
	settings: { credentials: { httpBasicAuth: { id: 'form-account', name: 'Form account' } } },
	parameters: {
		authentication: 'basicAuth',
		formTitle: 'A delivery failed. What now?',
		formDescription: 'The mail about the failed delivery leads here and fills in its reference.',
		formFields: {
			values: [
				{ fieldLabel: 'reference', placeholder: `${prefix}-1042`, requiredField: true },
				{
					fieldLabel: 'choice',
					fieldType: 'dropdown',
					fieldOptions: { values: [{ option: AGAIN }, { option: BACK }] },
					requiredField: true,
				},
				{ fieldLabel: 'day', fieldType: 'date' },
				{ fieldLabel: 'from', placeholder: '16:00' },
				{ fieldLabel: 'to', placeholder: '18:00' },
			],
		},
		options: {},
	},
});

type Prepare = (name: string, at: Step['at'], order: string, delivery: string, answer?: string) => Step;

/** From the whole order to the choice of a person, and to the update of the shop. */
const decisionSteps = (parts: ShopParts, prepare: Prepare): Step[] => [
	fieldsStep(WHOLE, [6, 1], [['choice', 'string', `={{ ${FAILED}.choice ?? '' }}`]], true),
	switchStep(
		'What to do',
		[7, 1],
		[
			{ output: AGAIN, field: 'choice', is: AGAIN },
			{ output: BACK, field: 'choice', is: BACK },
		],
		'Ask',
	),
	{
		...mailStep(
			'Ask a person',
			[8, 2],
			`=${parts.title}: delivery of order ${parts.orderNumber} failed`,
			`={{ ${FAILED}.reference }} could not be delivered to ${parts.customer}. {{ ${FAILED}.reason ?? ${FAILED}.dropoff?.failureReason ?? '' }}\n\nAgree with the customer, then choose a new slot or the way back:\n{{ $('Settings').first().json.settings.formAddress }}?reference={{ encodeURIComponent(${FAILED}.reference) }}`,
		),
		settings: {
			onError: 'continueErrorOutput',
			credentials: { smtp: { id: 'smtp-account', name: 'SMTP account' } },
		},
	},
	waitStep('Mail again later', [9, 2]),
	waybillStep(
		'Book again',
		[8, 0],
		'book',
		{
			order: '={{ $json }}',
			shop: parts.shop,
			reference_prefix: parts.prefix,
			parcelsFields: { weight_kg: setting('packageWeight'), volume_dm3: setting('packageVolume') },
			...parts.booking,
			...parts.bookingAgain,
			overridesFields: {
				after_failed: `={{ ${FAILED}.reference }}`,
				slot_start: `={{ ${FAILED}.day }}T{{ ${FAILED}.from }}`,
				slot_end: `={{ ${FAILED}.day }}T{{ ${FAILED}.to }}`,
			},
		},
		{ retryOnFail: true },
	),
	// An answer to an old mail finds the attempt that was booked since, which may be over as well.
	onlyStep(
		'No courier comes',
		[9, -1],
		`$json.outcome === 'left_out' || ${JSON.stringify(statuses.filter(isTerminal))}.includes($json.status)`,
	),
	prepare('Prepare booked', [9, 0], '={{ $json.order }}', '={{ $json }}'),
	prepare(
		'Prepare return',
		[8, 1],
		'={{ $json }}',
		`={{ { id: ${FAILED}.reference, reference: ${FAILED}.reference, status: 'returning', reason: 'The shop chose to have it back' } }}`,
	),
	switchStep(
		'To send or to ask',
		[10, 0],
		[
			{ output: 'Send', field: 'outcome', is: 'send' },
			{ output: 'Ask', field: 'outcome', is: 'ask' },
		],
		'Nothing',
	),
	requestStep(parts, 'Tell the shop', [11, 0], 'To send or to ask'),
	waitStep('Tell again later', [12, 0]),
	requestStep(parts, 'Ask the shop', [11, 1], 'To send or to ask'),
	...refusalSteps(parts, [12, -1], [13, 1]),
	waitStep('Ask again later', [12, 1]),
	prepare(
		'Prepare answer',
		[12, 2],
		"={{ $('To send or to ask').item.json.order }}",
		"={{ $('To send or to ask').item.json.delivery }}",
		'={{ $json }}',
	),
	retried(
		mailStep(
			'Arrange the return',
			[9, -2],
			`=${parts.title}: {{ ${FAILED}.reference }} is to come back`,
			`=The order has its note. No carrier takes a return of a failed delivery by its interface: ask yours to bring {{ ${FAILED}.reference }} back. Refund or cancel the order in the shop when it is there.`,
		),
	),
	retried(
		mailStep(
			'Not booked',
			[10, -1],
			`=${parts.title}: {{ ${FAILED}.reference }} is not booked again`,
			`={{ $json.error ?? (${IS_OVER} ? $json.reference + ' was booked after it, and is ' + $json.status + ' by now.' : $json.reason) }}\n\nCorrect it and answer once more. If a courier was booked after all, he is found and no second one is sent:\n{{ $('Settings').first().json.settings.formAddress }}?reference={{ encodeURIComponent(${IS_OVER} ? $json.reference : ${FAILED}.reference) }}`,
		),
	),
];

function stepsOf(parts: ShopParts): Step[] {
	const prepare = (name: string, at: Step['at'], order: string, delivery: string, answer?: string) =>
		waybillStep(name, at, 'prepareUpdate', {
			order,
			delivery,
			shop: parts.shop,
			additionalFields: {
				reference_prefix: parts.prefix,
				shop_address: setting('shopAddress'),
				...parts.telling,
				...(answer === undefined ? {} : { answer }),
			},
		});
	const shift = parts.read.length + 1;
	const steps = [
		switchStep(
			'What came',
			[2, 1],
			[
				{ output: 'Failed', field: 'status', is: 'failed' },
				{ output: 'Answer', field: 'choice' },
			],
			'Anything else',
		),
		prepare('Whose order', [3, 1], '', "={{ { id: $json.id ?? '-', reference: $json.reference, status: 'failed' } }}"),
		filterStep('Of this shop', [4, 1], 'outcome', 'ask'),
		...orderSteps(parts),
		...decisionSteps(parts, prepare).map((step) => ({ ...step, at: [step.at[0] + shift, step.at[1]] as const })),
		mailStep(
			'Tell the owner',
			[6, -2.25],
			`${parts.title}: a step waits for another try`,
			`={{ ${errorOf(parts.finding)} }}\n\nNothing has to be done now: the step is tried again in a quarter of an hour. If this mail comes again and again, open the execution in n8n.`,
		),
	];
	const values = {
		carrier: usual,
		shopAddress: 'https://shop.example.com',
		formAddress: 'https://n8n.example.com/form/what-now',
		packageWeight: 5,
		packageVolume: 20,
		mailFrom: 'shop@example.com',
		mailTo: 'shop@example.com',
		...parts.settings,
	};
	return [
		...carrierTriggers(triggersAt).map((step) => ({ ...step, name: step.name.replace('moved', 'failed') })),
		formStep(parts.prefix, [0, 5]),
		settingsOf([1, 1], values, steps),
		...steps,
	];
}

const linksOf = (parts: ShopParts): Link[] => [
	...carrierTriggers(triggersAt).map(({ name }): Link => [name.replace('moved', 'failed'), 'Settings']),
	['Answer', 'Settings'],
	['Settings', 'What came'],
	['What came', 'Whose order', 0],
	['What came', 'Whose order', 1],
	['Whose order', 'Of this shop'],
	['Whose order', 'Tell the owner', 1],
	['Of this shop', 'Find the order'],
	...orderLinks(parts),
	[WHOLE, 'What to do'],
	['What to do', 'Book again', 0],
	['What to do', 'Prepare return', 1],
	['What to do', 'Arrange the return', 1],
	['What to do', 'Ask a person', 2],
	['Ask a person', 'Mail again later', 1],
	['Mail again later', 'Ask a person'],
	['Book again', 'No courier comes'],
	['Book again', 'Prepare booked'],
	['Book again', 'Not booked', 1],
	['No courier comes', 'Not booked'],
	...['Prepare booked', 'Prepare return', 'Prepare answer'].flatMap((name): Link[] => [
		[name, 'To send or to ask'],
		[name, 'Tell the owner', 1],
	]),
	['To send or to ask', 'Tell the shop', 0],
	['To send or to ask', 'Ask the shop', 1],
	['Tell the shop', 'Tell again later', 1],
	['Tell again later', 'Tell the shop'],
	...(parts.refusal === undefined ? [['Ask the shop', 'Prepare answer'] as const] : refusalLinks),
	['Ask the shop', 'Ask again later', 1],
	['Ask again later', 'Ask the shop'],
];

const notesOf = (parts: ShopParts): Note[] => [
	setUpNote([
		'## A delivery failed: a person decides',
		'**To set up**',
		'1. Open *Answer*, copy its Production URL into *Settings*, and make its Basic Auth credential: whoever has its name and password may book a courier.',
		said(
			'2. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address of your shop, a usual package, and who gets the mails.',
			parts.setUpSettings,
			parts.setUpTelling,
		),
		said(
			`3. Choose your ${parts.title} credential in ${named([{ name: 'Find the order' }, ...parts.read.filter(({ settings }) => settings?.credentials), { name: 'Tell the shop' }, { name: 'Ask the shop' }])}.`,
			parts.credentialHelp,
			parts.rights,
		),
		"4. Choose your carrier's credential in its trigger and in *Book again*. Switch that trigger on and the others off.",
		'5. Choose a mail credential in *Ask a person*, *Arrange the return*, *Not booked* and *Tell the owner*.',
		'',
		'Press Execute on the trigger of your carrier to get the mail for the failed delivery that is pinned there. Publish the workflow when it does what you want.',
	]),
	{
		text: `## A reference of its own\n*Book again* books ${parts.prefix}-1042 once more as ${parts.prefix}-1042-R2, in the slot that the person chose. Pressing twice books once. *Prepare booked* tells the order, and the other ready workflows know ${parts.prefix}-1042-R2 as an attempt of ${parts.prefix}-1042: they follow it, cancel it with the order, and compare it at night.`,
		at: [5, -3.6],
		size: [520, 240],
	},
	{
		text: '## Back to the shop\nNo carrier here takes a return of a failed delivery by its interface. *Prepare return* writes the decision on the order, and *Arrange the return* reminds you to ask the carrier.',
		at: [8, 3.2],
		size: [480, 180],
	},
];

/** A failed delivery: a person chooses a new slot or the way back, and the order is told. */
export const failedDelivery = (parts: ShopParts): ReadyWorkflow => ({
	file: `${parts.shop}-failed-delivery`,
	name: `${parts.title}: failed delivery, try again or return`,
	steps: stepsOf(parts),
	links: linksOf(parts),
	notes: notesOf(parts),
	pinned: {
		[carrierTriggers(triggersAt)[0]?.name.replace('moved', 'failed') ?? '']: [
			{
				id: '4711',
				carrier: usual,
				reference: `${parts.prefix}-1042`,
				status: 'failed',
				terminal: true,
				reason: 'Nobody was at home',
			},
		],
	},
});
