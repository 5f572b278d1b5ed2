import type { INodeParameters } from 'n8n-workflow';

import { typeName } from '../../../nodes/adapter/names';
import { packOfAll } from '../package-names';
import type { Link, Note, ReadyWorkflow, Step } from './canvas';
import { credentialOf, type proposers } from './carrier-steps';
import { switchStep } from './conditions';
import { mailStep, settingsStep } from './pieces';
import { ACCEPT, answerLinks, hiddenInForm, proposalSettings, TURN_DOWN, type Proposal } from './proposals';
import { chain } from './shop-links';
import type { ShopParts } from './shop-parts';
import { onError, retries } from './shop-steps';
import { updateFields, updateLinks, updateSteps, type Prepare } from './shop-update';

const ANSWER = "$('Answer').item.json";
const proposal: Proposal = {
	orderKey: `${ANSWER}.orderKey`,
	reference: `${ANSWER}.reference`,
	id: `${ANSWER}.id`,
	time: `${ANSWER}.time`,
};

type Proposer = (typeof proposers)[number];

interface Operation {
	resource: string;
	verb: string;
}

const stepOf =
	({ carrier }: Proposer) =>
	(
		name: string,
		at: Step['at'],
		{ resource, verb }: Operation,
		parameters: INodeParameters,
		settings: Step['settings'] = {},
	): Step => ({
		name,
		type: `${packOfAll}.${typeName(carrier)}`,
		at,
		parameters: { resource, operation: verb, ...parameters },
		settings: { ...credentialOf(carrier), ...onError, ...settings },
	});

const compare: Operation = { resource: 'shopOrder', verb: 'reconcile' };
const prepareUpdate: Operation = { resource: 'shopOrder', verb: 'prepareUpdate' };

/** Only a signed-in person may answer. The links of the mail fill in what is hidden. */
const formStep = (at: Step['at']): Step => ({
	name: 'Answer',
	type: 'n8n-nodes-base.formTrigger',
	version: 2.2,
	at,
	isWebhook: true,
	settings: { credentials: { httpBasicAuth: { id: 'form-account', name: 'Form account' } } },
	parameters: {
		authentication: 'basicAuth',
		formTitle: 'Another time for the driver',
		formDescription: 'The mail about the proposed time leads here and chooses the answer.',
		formFields: {
			values: [
				{
					fieldLabel: 'choice',
					fieldType: 'radio',
					fieldOptions: { values: [{ option: ACCEPT }, { option: TURN_DOWN }] },
					requiredField: true,
				},
				{ fieldLabel: 'reference', requiredField: true },
				...hiddenInForm.map((fieldName) => ({ fieldType: 'hiddenField', fieldName })),
			],
		},
		options: { buttonLabel: 'Send this answer' },
	},
});

function stepsOf(parts: ShopParts, proposer: Proposer): Step[] {
	const { accept, deny } = proposer;
	const step = stepOf(proposer);
	const afterRead = 2 + parts.read.length;
	const trip = { booking: `={{ ${proposal.id} }}` };
	const prepare: Prepare = (name, at, ...fields) => step(name, at, prepareUpdate, updateFields(parts, ...fields));
	return [
		formStep([0, 0]),
		settingsStep([1, 0], {
			shopAddress: 'https://shop.example.com',
			...proposalSettings,
			mailFrom: 'shop@example.com',
			mailTo: 'shop@example.com',
			...parts.settings,
		}),
		...parts.read.map((step, index) => ({
			...step,
			at: [2 + index, 0] as const,
			settings: { ...step.settings, ...(step.settings?.onError === undefined ? {} : retries) },
		})),
		step(
			'Compare with bookings',
			[afterRead, 0],
			compare,
			{ order: '={{ $json }}', shop: parts.shop, reference_prefix: parts.prefix, ...parts.reading },
			retries,
		),
		switchStep(
			'Is it still wanted',
			[afterRead + 1, 0],
			[
				{ output: 'No driver yet', field: 'finding', is: 'missing' },
				// A trip that was accepted before, or that DeliverIt lists while it waits.
				{ output: 'This driver', field: 'bookings', is: `={{ ${proposal.id} }}` },
				{ output: 'Another driver', field: 'finding', is: 'booked' },
				{ output: 'Not to deliver', field: 'finding', is: 'left_out' },
				{ output: 'Called off', field: 'finding', is: 'to_cancel' },
			],
			'To look at',
		),
		switchStep(
			'What the person chose',
			[afterRead + 2, 0],
			[
				{ output: ACCEPT, field: 'choice', is: ACCEPT, from: ANSWER },
				{ output: TURN_DOWN, field: 'choice', is: TURN_DOWN, from: ANSWER },
			],
			'Neither',
		),
		step('Accept the time', [afterRead + 3, -1], accept, trip, retries),
		step('Turn the time down', [afterRead + 3, 0], deny, trip, retries),
		step('Free the driver', [afterRead + 3, 1], deny, trip, {
			...retries,
			// It lapses by itself.
			onError: 'continueRegularOutput',
		}),
		prepare(
			'Prepare accepted',
			[afterRead + 4, -1],
			'',
			`={{ { id: $json.id, reference: ${proposal.reference}, status: $json.status, reason: ${proposal.time} ? 'The driver is in the shop at ' + DateTime.fromISO(${proposal.time}, { setZone: true }).toFormat('HH:mm') : null } }}`,
		),
		prepare(
			'Prepare turned down',
			[afterRead + 4, 0],
			'',
			`={{ { id: $json.id, reference: ${proposal.reference}, status: 'cancelled', reason: 'No driver was free at the requested time, and the proposed time was turned down' } }}`,
		),
		...updateSteps(parts, prepare, [afterRead + 5, 0]),
		mailStep(
			'Not accepted',
			[afterRead + 4, 1],
			`=${parts.title}: the time for {{ ${proposal.reference} }} is not accepted`,
			`={{ $('Compare with bookings').item.json.message }}\n\nSo the proposed time of booking {{ ${proposal.id} }} is turned down, and no second driver comes.`,
		),
		mailStep(
			'Report by mail',
			[afterRead + 4, -1.9],
			`=${parts.title}: the answer for {{ ${proposal.reference} }} needs you`,
			`={{ $json.error ?? $json.message${parts.refusal === undefined ? '' : ` ?? ${parts.refusal}`} }}\n\nIf the time was not accepted yet, answer once more. A proposal that has lapsed cannot be accepted: the order gets a new one within a quarter of an hour.\n\n${answerLinks(proposal)}`,
		),
	];
}

const linksOf = (parts: ShopParts): Link[] => [
	['Answer', 'Settings'],
	['Settings', parts.read[0]?.name ?? 'Compare with bookings'],
	...chain(parts.read, 'Compare with bookings'),
	['Compare with bookings', 'Is it still wanted'],
	['Compare with bookings', 'Report by mail', 1],
	['Is it still wanted', 'What the person chose', 0],
	['Is it still wanted', 'What the person chose', 1],
	['Is it still wanted', 'Free the driver', 2],
	['Is it still wanted', 'Free the driver', 3],
	['Is it still wanted', 'Free the driver', 4],
	['Is it still wanted', 'Report by mail', 5],
	['What the person chose', 'Accept the time', 0],
	['What the person chose', 'Turn the time down', 1],
	['What the person chose', 'Report by mail', 2],
	['Accept the time', 'Prepare accepted'],
	['Accept the time', 'Report by mail', 1],
	['Turn the time down', 'Prepare turned down'],
	['Turn the time down', 'Report by mail', 1],
	['Free the driver', 'Not accepted'],
	...updateLinks(parts, ['Prepare accepted', 'Prepare turned down']),
];

const notesOf = ({ title, read }: ShopParts, carrier: string): Note[] => [
	{
		text: [
			`## ${carrier} proposes another time: a person decides`,
			'**To set up**',
			`1. Import "${title} orders to a courier" too: it books the orders, and sends the mail with the two links.`,
			'2. Open *Answer*, make its Basic Auth credential, and copy its Production URL into answerAddress of *Settings*, here and in the other workflow.',
			'3. Open *Settings*: the address of your shop, and who gets the mails.',
			`4. Choose your ${title} credential in *${read[0]?.name}*, *Update the shop* and *Ask the shop*${read.length > 2 ? ', and in each step that reads a part of the order' : ''}.`,
			`5. Choose your ${carrier} credential in each step of ${carrier}, and a mail credential in *Not accepted* and *Report by mail*.`,
			'',
			'Publish the workflow. To try it, open a link of the mail: the page shows the answer, and only its button sends it.',
		].join('\n'),
		at: [0, -3.2],
		size: [700, 440],
		color: 4,
	},
	{
		text: '## One driver, for an order that still wants one\n*Compare with bookings* looks before it accepts: an order that was cancelled, or that has a driver by now, gets none. *Free the driver* then turns the proposal down, and a mail says why. Pressing twice accepts once.',
		at: [4, -3.2],
		size: [520, 220],
	},
	{
		text: '## Turned down\nThe order is put aside with a note, so that it is not booked again at once. Agree on another time with the customer and change it in the order, or send it another way. When you put the order back, it is booked.',
		at: [7, -3.2],
		size: [520, 220],
	},
];

/** A time that the carrier proposes: accepted or turned down by a person, with a click on a link of the mail. */
export const proposedTimes = (parts: ShopParts, proposer: Proposer): ReadyWorkflow => ({
	file: `${parts.shop}-proposed-times`,
	name: `${parts.title}: a time that ${proposer.carrier.title} proposes, accepted or turned down`,
	steps: stepsOf(parts, proposer),
	links: linksOf(parts),
	notes: notesOf(parts, proposer.carrier.title),
	pinned: {
		Answer: [
			{
				choice: ACCEPT,
				reference: `${parts.prefix}-1042`,
				orderKey: '1042',
				id: 'F64u3fbxNdaoTyAcOisM',
				time: '2030-05-21T16:25:00+02:00',
			},
		],
	},
});
