import { isTerminal, statuses } from '../../../shared/delivery/status';
import { setUpNote, type Link, type Note, type ReadyWorkflow, type Step } from './canvas';
import { carrierTriggers, usual } from './carrier-steps';
import { FAILED, orderLinks, orderSteps, WHOLE } from './failed-order';
import { branchStep, filterStep, onlyStep, switchStep } from './conditions';
import { fieldsStep, mailStep, neededMailStep, setting, waitStep } from './pieces';
import { proposalLinks, proposalNote, proposalSettings, proposalSteps } from './proposals';
import type { ShopParts } from './shop-parts';
import { errorOf, named, retried, said, settingsOf, waybillStep } from './shop-steps';
import { prepareFor, updateLinks, updateSteps, type Prepare } from './shop-update';

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
	neededMailStep(
		'Ask a person',
		[8, 2],
		`=${parts.title}: delivery of order ${parts.orderNumber} failed`,
		`={{ ${FAILED}.reference }} could not be delivered to ${parts.customer}. {{ ${FAILED}.reason ?? ${FAILED}.dropoff?.failureReason ?? '' }}\n\nAgree with the customer, then choose a new slot or the way back:\n{{ $('Settings').first().json.settings.formAddress }}?reference={{ encodeURIComponent(${FAILED}.reference) }}`,
	),
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
	...proposalSteps(parts, [9, -3], 'for a new one, answer the mail about the failed delivery once more'),
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
	...updateSteps(parts, prepare, [10, 0]),
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
	const prepare = prepareFor(parts);
	const shift = parts.read.length + 1;
	const steps = [
		branchStep(
			'What came',
			[2, 1],
			[
				// An order that stands for its delivery has a status of its own.
				{ output: 'Failed', when: "['failed', 'delivery_failed'].includes($json.status ?? $json.orderStatus)" },
				{ output: 'Answer', when: '$json.choice !== undefined' },
			],
			'Anything else',
		),
		prepare('Whose order', [3, 1], '', "={{ { id: $json.id ?? '-', reference: $json.reference, status: 'failed' } }}"),
		filterStep('Of this shop', [4, 1], 'outcome', 'ask'),
		...orderSteps(parts),
		...decisionSteps(parts, prepare).map((step) => ({ ...step, at: [step.at[0] + shift, step.at[1]] as const })),
		mailStep(
			'Report by mail',
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
		...proposalSettings,
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
	['Whose order', 'Report by mail', 1],
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
	...proposalLinks('Book again'),
	['Book again', 'Prepare booked'],
	['Book again', 'Not booked', 1],
	['No courier comes', 'Not booked'],
	...updateLinks(parts, ['Prepare booked', 'Prepare return']),
];

const notesOf = (parts: ShopParts): Note[] => [
	setUpNote([
		'## A delivery failed: a person decides',
		'**To set up**',
		'1. Open *Answer*, copy its Production URL into *Settings*, and make its Basic Auth credential: whoever has its name and password may book a courier.',
		said(
			'2. Open *Settings*: the carrier (cyke, cubyn, deliverit or hubrise), the address of your shop, a usual package, and who gets the mails.',
			parts.setUpSettings,
			parts.setUpUpdate,
		),
		said(
			`3. Choose your ${parts.title} credential in ${named([{ name: 'Find the order' }, ...parts.read.filter(({ settings }) => settings?.credentials), { name: 'Update the shop' }, { name: 'Ask the shop' }])}.`,
			parts.credentialHelp,
			parts.rights,
		),
		"4. Choose your carrier's credential in its trigger and in *Book again*. Switch that trigger on and the others off.",
		'5. Choose a mail credential in *Ask a person*, *Ask about the time*, *Arrange the return*, *Not booked* and *Report by mail*.',
		'',
		'Press Execute on the trigger of your carrier to get the mail for the failed delivery that is pinned there. Publish the workflow when it does what you want.',
	]),
	{
		text: `## A reference of its own\n*Book again* books ${parts.prefix}-1042 once more as ${parts.prefix}-1042-R2, in the slot that the person chose. Pressing twice books once. *Prepare booked* updates the order, and the other ready workflows know ${parts.prefix}-1042-R2 as an attempt of ${parts.prefix}-1042: they follow it, cancel it with the order, and compare it at night.`,
		at: [5, -3.6],
		size: [520, 240],
	},
	{
		text: '## Back to the shop\nNo carrier here takes a return of a failed delivery by its interface. *Prepare return* writes the decision on the order, and *Arrange the return* reminds you to ask the carrier.',
		at: [8, 3.2],
		size: [480, 180],
	},
	proposalNote([8, 4.6]),
];

/** A failed delivery: a person chooses a new slot or the way back, and the order is updated. */
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
