import type { Item } from '../declare/facts';
import { success, type Result } from '../declare/failure';
import { exchange, type Passage } from './exchange';
import type { Order } from './perform';
import type { Ports } from './ports';
import { CALL_BUDGET_MS } from './retry';

/** What stays the same of an item from one answer to the next: signed links do not. */
const faceOf = (item: Item | undefined): string => JSON.stringify({ ...item, files: null, carrierData: null });

/** One call, and where its answer is one page of a list, the pages after it; one at a time, and none that nobody asked for. */
export async function allPages(passage: Passage, { deadline, most = Infinity, enough }: Pick<Order, 'deadline' | 'most' | 'enough'>, ports: Ports): Promise<Result<Item[]>> {
	const { pages } = passage.action;
	if (!pages) return (await exchange(passage, ports)).result;
	const items: Item[] = [];
	const asked = new Set<string>();
	let call = Number.isFinite(most) ? pages.atMost(passage.call, most) : passage.call;
	for (;;) {
		const { result, answer } = await exchange({ ...passage, call, deadline: deadline ?? ports.now() + CALL_BUDGET_MS }, ports);
		if (!result.ok) return result;
		const before = items.length;
		// A carrier that does not know pages gives its whole list each time.
		if (before > 0 && faceOf(result.value[0]) === faceOf(items[0])) return success(items);
		items.push(...result.value);
		const next = answer && items.length < most && !enough?.(items) ? pages.next(call, answer, result.value.length, before) : undefined;
		asked.add(JSON.stringify(call.query));
		// A cursor that leads back to where it came from would never end.
		if (!next || asked.has(JSON.stringify(next.query))) return success(Number.isFinite(most) ? items.slice(0, most) : items);
		call = next;
	}
}
