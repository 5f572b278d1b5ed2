import type { Link, Note, Step } from './canvas';
import { proposers } from './carrier-steps';
import { filterStep } from './conditions';
import { mailStep, setting } from './pieces';
import type { ShopParts } from './shop-parts';
import { retries } from './shop-steps';

export const ACCEPT = 'Accept';
export const TURN_DOWN = 'Turn down';

/** DI2: a requested time that is taken is answered with another one, which a person has to accept. */
export const proposalSettings = { answerAddress: 'https://n8n.example.com/form/another-time' };

const PROPOSED = 'Another time proposed';
const ASK = 'Ask about the time';
export const proposalLinks = (booking: string): Link[] => [
	[booking, PROPOSED],
	[PROPOSED, ASK],
];

/** The steps of a workflow for any carrier that only a carrier which proposes times needs. */
export const proposalNames = [PROPOSED, ASK] as const;

/** What the form knows of a proposal, as expressions. */
export interface Proposal {
	orderKey: string;
	reference: string;
	/** The booking's. */
	id: string;
	/** At the shop. */
	time: string;
}

/** The links of the mail fill them in. */
export const hiddenInForm = ['orderKey', 'id', 'time'] as const;

/** A link for each answer. It opens the form, so that a mail program that opens links decides nothing. */
export function answerLinks(proposal: Proposal): string {
	const query = Object.entries(proposal).map(([name, value]) => `${name}={{ encodeURIComponent(${value} ?? '') }}`);
	const linkOf = (choice: string) =>
		`${setting('answerAddress').slice(1)}?${query.join('&')}&choice=${encodeURIComponent(choice)}`;
	return [ACCEPT, TURN_DOWN].map((choice) => `${choice}: ${linkOf(choice)}`).join('\n');
}

const timeOf = (field: string) => `{{ DateTime.fromISO($json.${field}, { setZone: true }).toFormat('d LLLL HH:mm') }}`;

/** Of a booking that waits for an answer: the mail that asks for it. `lapsed`: how the order gets another proposal. */
export const proposalSteps = (
	{ title }: Pick<ShopParts, 'title'>,
	[column, row]: Step['at'],
	lapsed: string,
): Step[] => [
	filterStep(PROPOSED, [column, row], 'status', 'awaiting_acceptance'),
	withRetries(
		mailStep(
			ASK,
			[column + 1, row],
			`=${title}: another time for order {{ $json.shopOrder.number }}`,
			`=No driver is free at the time of order {{ $json.shopOrder.number }} for {{ $json.dropoff.name }}, {{ $json.dropoff.street }}.\n\nRequested: ${timeOf('requestedTime')}\nProposed: ${timeOf('proposedTime')}\n\nNobody drives before you accept. The proposal lapses after some minutes; ${lapsed}.\n\n${answerLinks({ orderKey: '$json.shopOrder.id', reference: '$json.reference', id: '$json.id', time: '$json.proposedTime' })}`,
		),
	),
];

/** A proposal whose mail is lost lapses, and the order gets a new one. */
const withRetries = (step: Step): Step => ({ ...step, settings: { ...step.settings, ...retries } });

const PROPOSAL_TITLE = '## When another time is proposed\n';
export const isProposalNote = (text: string) => text.startsWith(PROPOSAL_TITLE);

export const proposalNote = (at: Note['at']): Note => ({
	text: `${PROPOSAL_TITLE}${proposers.map(({ carrier }) => carrier.title).join(' and ')} may have no driver at the time of an order and propose another. *Ask about the time* sends a mail with two links. They lead to the form of the ready workflow "proposed times": import it too, and copy the address of its form into answerAddress of *Settings*. The other carriers propose no times.`,
	at,
	size: [480, 240],
});
