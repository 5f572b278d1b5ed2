import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { accessOf, filesOf, respondFromSample } from '../../test/core/samples';
import { SAMPLE_NOW, scriptedPorts } from '../../test/core/scripted-ports';
import { isSearchable } from '../../zapier/src/connectors';
import { searchTitle } from '../../zapier/src/app-context';
import { table } from './markdown';

/** Requests of the documented sample of an action, when nothing goes wrong. */
async function requestsOf(carrier: Carrier, action: Action): Promise<number> {
	const sample = action.samples.find(({ connection }) => connection === undefined) ?? action.samples[0];
	if (!sample) throw new Error(`${carrier.id} ${action.id} has no sample`);
	const ports = scriptedPorts(respondFromSample(sample), SAMPLE_NOW, filesOf(sample.files));
	const result = await perform(
		{ carrier, action, access: accessOf(carrier, sample.connection), values: sample.input },
		ports,
	);
	if (!result.ok) throw new Error(`${carrier.id} ${action.id}: ${result.failure.message}`);
	return ports.sent.length;
}

/** The steps of a carrier by the number of their requests. */
async function rowsOf(carrier: Carrier): Promise<string[][]> {
	const byCount = new Map<number, string[]>();
	for (const action of carrier.actions) {
		const count = await requestsOf(carrier, action);
		const label = action.effect === 'read' && isSearchable(action) ? searchTitle(action) : action.title;
		byCount.set(count, [...(byCount.get(count) ?? []), label]);
	}
	return [...byCount]
		.sort(([one], [other]) => one - other)
		.map(([count, labels]) => [carrier.title, String(count), labels.join(', ')]);
}

const START = '<!-- calls: generated -->';
const END = '<!-- /calls -->';

export const handover = 'docs/zapier-handover.md';

/** The page with the table of requests for each step. */
export async function withCalls(page: string): Promise<string> {
	const rows = (await Promise.all(carriers.map(rowsOf))).flat();
	const [before, after] = [page.split(START)[0], page.split(END)[1]];
	if (before === undefined || after === undefined) throw new Error(`The page has no ${START} … ${END}`);
	return `${before}${START}\n\n${table(['Carrier', 'Requests', 'Steps'], rows)}\n\n${END}${after}`;
}
