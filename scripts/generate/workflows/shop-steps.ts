import type { INodeParameters } from 'n8n-workflow';

import type { ReadyWorkflow, Step } from './canvas';
import { usualCredential } from './carrier-steps';
import { credentialsOf, signIn, wholeAnswer } from './http';
import { refusalFilter, textSwitch } from './conditions';
import { setting, settingsStep } from './pieces';
import type { ShopParts, ShopStep } from './shop-parts';

const WAYBILL = 'n8n-nodes-waybill.waybill';

/** What fails goes to a step that reports it. */
export const onError = { onError: 'continueErrorOutput' } as const;

/** A fault that passes within seconds troubles nobody. */
export const retries = { retryOnFail: true, maxTries: 4, waitBetweenTries: 2_000 } as const;

/** A step of the node for every carrier, at the one that Settings names. */
export const waybillStep = (
	name: string,
	at: Step['at'],
	operation: string,
	parameters: INodeParameters,
	settings: Step['settings'] = {},
): Step => ({
	name,
	type: WAYBILL,
	at,
	parameters: { carrier: setting('carrier'), operation, ...parameters },
	settings: { ...usualCredential, ...onError, ...settings },
});

/** The same, tried again at once where it has a credential to call somebody with. */
export const retried = <T extends ShopStep>(step: T): T =>
	step.settings?.credentials ? { ...step, settings: { ...step.settings, ...retries } } : step;

const AGAIN = ' again';

/** The same steps once more in a workflow, each by a name of its own. */
export function again(steps: readonly ShopStep[]): ShopStep[] {
	const renamed = (text: string) =>
		steps.reduce((all, { name }) => all.replaceAll(`$('${name}')`, `$('${name}${AGAIN}')`), text);
	return steps.map((step) => ({
		...step,
		name: `${step.name}${AGAIN}`,
		parameters: JSON.parse(renamed(JSON.stringify(step.parameters))),
	}));
}

/** What went wrong, as an expression: an error, or what the shop refused in a success. */
export const errorOf = ({ refusal }: Pick<ShopParts, 'refusal'>): string =>
	`$json.error${refusal === undefined ? '' : ` ?? (${refusal})`}`;

/** Sends a request that Prepare Shop Update made: of the item, or of what it was in an earlier step. */
export const requestStep = (
	{ credential, wholeAnswers }: Pick<ShopParts, 'credential' | 'wholeAnswers'>,
	name: string,
	at: Step['at'],
	from?: string,
): Step => {
	const prepared = (field: string) => `={{ ${from === undefined ? '$json' : `$('${from}').item.json`}.${field} }}`;
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		version: 4.2,
		at,
		settings: { ...onError, ...credentialsOf(credential) },
		parameters: {
			method: prepared('method'),
			url: prepared('url'),
			...signIn(credential),
			sendBody: true,
			contentType: 'raw',
			rawContentType: prepared('contentType'),
			body: prepared('body'),
			options: wholeAnswers === true ? wholeAnswer : {},
		},
	};
};

/** What looks behind an answer of 200, of a shop that refuses with one. */
export const refusalSteps = ({ refusal }: ShopParts, updated: Step['at'], answered: Step['at']): Step[] =>
	refusal === undefined
		? []
		: [
				refusalFilter('Did the shop refuse it', updated, refusal),
				textSwitch('Did the shop answer', answered, refusal, ['Refused', 'Answered']),
			];

/** Settings with those values that a step reads. */
export const settingsOf = (
	at: Step['at'],
	values: Readonly<Record<string, string | number>>,
	steps: readonly Step[],
): Step => {
	const text = JSON.stringify(steps);
	const isRead = (name: string) => new RegExp(`settings\\.${name}\\b`).test(text);
	return settingsStep(at, Object.fromEntries(Object.entries(values).filter(([name]) => isRead(name))));
};

/** Steps one after the other, from a column on. */
export const inRow = (steps: readonly ShopStep[], [column, row]: Step['at']): Step[] =>
	steps.map((step, index) => ({ ...step, at: [column + index, row] as const }));

/** What the shop answers to those of its steps that a workflow has. */
export const pinnedAnswers = (steps: readonly ShopStep[], answers: ReadyWorkflow['pinned']): ReadyWorkflow['pinned'] =>
	Object.fromEntries(Object.entries(answers).filter(([name]) => steps.some((step) => step.name === name)));

/** Sentences, one after the other; a shop may lack some of them. */
export const said = (...sentences: readonly (string | undefined)[]): string =>
	sentences.filter((sentence) => sentence !== undefined).join(' ');

/** Names as a sentence lists them: *A*, *B* and *C*. */
export const named = (steps: readonly Pick<ShopStep, 'name'>[]): string =>
	steps
		.map(({ name }) => `*${name}*`)
		.join(', ')
		.replace(/, (?=[^,]*$)/, ' and ');

/** All items as a list in one item. */
export const listStep = (name: string, at: Step['at'], field: string): Step => ({
	name,
	type: 'n8n-nodes-base.aggregate',
	version: 1,
	at,
	parameters: { aggregate: 'aggregateAllItemData', destinationFieldName: field, options: {} },
});
