import type { Carrier } from '../../shared/declare/carrier';
import { table } from './markdown';

const START = '<!-- capabilities: generated -->';
const END = '<!-- /capabilities -->';

/** What each carrier can do, one row an action or trigger. */
export function capabilities(carriers: readonly Carrier[]): string {
	const rows = carriers.flatMap((carrier) => [
		...carrier.actions.map((action) => [carrier.title, action.title, action.effect === 'booking' ? 'action, never books twice' : action.effect === 'read' ? 'action, read' : 'action']),
		...carrier.polls.map((trigger) => [carrier.title, trigger.title, 'trigger, polling']),
		...carrier.webhooks.map((trigger) => [carrier.title, trigger.title, 'trigger, webhook']),
	]);
	return table(['Carrier', 'What', 'Kind'], rows);
}

/** The README with its table of capabilities written anew. */
export function withCapabilities(readme: string, carriers: readonly Carrier[]): string {
	const [before, rest] = readme.split(START);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) throw new Error(`The README has lost the marks ${START} and ${END}`);
	return `${before}${START}\n\n${capabilities(carriers)}\n\n${END}${after}`;
}
