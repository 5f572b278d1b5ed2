import { pass } from '../../../shared/events/gate';
import { lookInto } from '../../../shared/events/inbox';
import { parsedBody } from '../../../shared/events/secret';
import { subscribe } from '../../../shared/events/subscribe';
import { success } from '../../../shared/declare/failure';
import type { WebhookTrigger } from '../../../shared/declare/trigger';
import { perform } from '../../../shared/run/perform';
import { eventAnswer } from '../../../shared/carriers/hubrise/event';
import { happening } from '../../../shared/carriers/hubrise/happening';
import { access, carrier, hook } from './words';

/** The parts of the events' road that a story may do without. */
export interface Road {
	look: typeof lookInto;
	subscribe: typeof subscribe;
	read: WebhookTrigger['read'];
	pass: typeof pass;
}

export const sound: Road = { look: lookInto, subscribe, read: hook().read, pass };

/** Acknowledges what it has just read, before anybody has it. */
const hasty: Road['look'] = async (work, state, deadline, ports) => {
	const seen = await lookInto(work, state, deadline, ports);
	if (!seen.ok || !state) return seen;
	const { action, input } = work.trigger.inbox.acknowledge;
	const fresh = Object.keys(seen.value.state.shelf.handed).filter((id) => state.shelf.handed[id] === undefined);
	for (const id of fresh) await perform({ carrier, action, access, values: input({ id }) }, ports);
	return seen;
};

/** Acknowledges with the next look, whoever else has to look yet. */
const selfish: Road['look'] = async (work, state, deadline, ports) =>
	await lookInto(work, state && { ...state, shelf: { ...state.shelf, awake: state.shelf.awake + 10 * 3_600_000 } }, deadline, ports);

/** Believes whatever is said. */
const trusting: Road['read'] = (call) => success(happening(eventAnswer.parse(parsedBody(call.body))));

export const broken: Readonly<Record<string, { story: 'called' | 'looking'; road: Road }>> = {
	'acknowledges before handing over': { story: 'looking', road: { ...sound, look: hasty } },
	'acknowledges before the other trigger has looked': { story: 'looking', road: { ...sound, look: selfish } },
	'writes over an address that is not its own': { story: 'called', road: { ...sound, subscribe: async (work, wish, ports) => await subscribe(work, { ...wish, takeOver: true }, ports) } },
	'takes over from somebody else while looking': { story: 'looking', road: { ...sound, look: async (work, ...rest) => await lookInto({ ...work, takeOver: true }, ...rest) } },
	'has no gate': { story: 'called', road: { ...sound, pass: (_event, before) => before } },
	'checks no signature': { story: 'called', road: { ...sound, read: trusting } },
};
