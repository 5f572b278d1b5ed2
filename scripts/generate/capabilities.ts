import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { markedName } from '../../shared/declare/twin';
import { table } from './markdown';

const START = '<!-- capabilities: generated -->';
const END = '<!-- /capabilities -->';

export const booksSomething = (action: Action) => action.effect === 'booking';

/** A booking is marked: it is found again instead of being made twice. */
export function actionName(action: Action): string {
	const name = markedName(action, action.title);
	return booksSomething(action) ? `**${name}**` : name;
}

/** Each carrier's capabilities, one row per resource and one for its triggers. */
export function capabilities(carriers: readonly Carrier[]): string {
	const rows = carriers.flatMap((carrier) => [
		...Object.entries(carrier.resources).flatMap(([key, { title }]) => {
			const actions = carrier.actions.filter(({ resource }) => resource === key);
			return actions.length === 0 ? [] : [[carrier.title, title, actions.map(actionName).join(', ')]];
		}),
		[carrier.title, 'Polling triggers', carrier.pollingTriggers.map(({ title }) => title).join(', ')],
		...(carrier.webhookTriggers.length === 0
			? []
			: [[carrier.title, 'Webhook triggers', carrier.webhookTriggers.map(({ title }) => title).join(', ')]]),
	]);
	return table(['Carrier', 'Resource', 'Actions and triggers'], rows);
}

/** The README with its table of capabilities written anew. */
export function withCapabilities(readme: string, carriers: readonly Carrier[]): string {
	const [before, rest] = readme.split(START);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) throw new Error(`The README has lost the marks ${START} and ${END}`);
	return `${before}${START}\n\n${capabilities(carriers)}\n\n${END}${after}`;
}
