import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { table } from './markdown';

const START = '<!-- capabilities: generated -->';
const END = '<!-- /capabilities -->';

/** A booking is marked: it is found again instead of being made twice. */
const named = (action: Action) => (action.effect === 'booking' ? `**${action.title}**` : action.title);

/** What each carrier can do, one row a resource and one for its triggers. */
export function capabilities(carriers: readonly Carrier[]): string {
	const rows = carriers.flatMap((carrier) => [
		...Object.entries(carrier.resources).flatMap(([key, { title }]) => {
			const actions = carrier.actions.filter(({ resource }) => resource === key);
			return actions.length === 0 ? [] : [[carrier.title, title, actions.map(named).join(', ')]];
		}),
		[carrier.title, 'Triggers, looking', carrier.polls.map(({ title }) => title).join(', ')],
		...(carrier.webhooks.length === 0 ? [] : [[carrier.title, 'Triggers, called', carrier.webhooks.map(({ title }) => title).join(', ')]]),
	]);
	return table(['Carrier', 'About', 'What'], rows);
}

/** The README with its table of capabilities written anew. */
export function withCapabilities(readme: string, carriers: readonly Carrier[]): string {
	const [before, rest] = readme.split(START);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) throw new Error(`The README has lost the marks ${START} and ${END}`);
	return `${before}${START}\n\n${capabilities(carriers)}\n\n${END}${after}`;
}
