import type { Pages } from '../declare/pages';
import type { Item } from '../declare/facts';
import { failed, success, type Result } from '../declare/failure';
import type { CallRequest } from '../declare/wire';
import { sendWithRetry, type RequestContext } from './send';
import type { Job } from './job';
import type { Ports } from './ports';
import { CALL_BUDGET_MS } from './retry';

/** A page is recognised by its first items. A comparison of more items would miss it once one of them has changed. */
const COMPARED_ITEMS = 3;

/** Signed links differ between responses. */
const identityOf = (item: Item): unknown => item.id ?? { ...item, files: null, carrierData: null };

const fingerprintOf = (items: readonly Item[]): string =>
	JSON.stringify(items.slice(0, COMPARED_ITEMS).map(identityOf));

/** The items of a list so far. */
interface Progress {
	fingerprints: Set<string>;
	queries: Set<string>;
	startedAt: number;
}

const minutes = (ms: number) => `${Math.round(ms / 60_000)} minute${ms === 60_000 ? '' : 's'}`;

/** Why the list must not go on from here, in words that follow "cannot be read to its end: ". */
function endlessBecause(
	next: CallRequest,
	{ fingerprints, queries, startedAt }: Progress,
	{ bounds }: Pages,
	now: number,
): string | undefined {
	if (queries.has(JSON.stringify(next.query))) return 'it leads back to a page that was read before';
	if (fingerprints.size >= bounds.pages) return `it has more than ${bounds.pages} pages`;
	if (now - startedAt >= bounds.ms) return `reading it took longer than ${minutes(bounds.ms)}`;
	return undefined;
}

/**
 * One call. If its response is one page of a list, the pages after it are read one at a time. A list without an end is
 * a failure, because a part of it would pass for the whole.
 */
export async function allPages(
	context: RequestContext,
	{
		deadline,
		budgetMs = CALL_BUDGET_MS,
		maxItems = Infinity,
		stopWhen,
	}: Pick<Job, 'deadline' | 'budgetMs' | 'maxItems' | 'stopWhen'>,
	ports: Ports,
): Promise<Result<Item[]>> {
	const pages = context.action.effect === 'read' ? context.action.pages : undefined;
	if (!pages) return (await sendWithRetry(context, ports)).result;
	const endless = (because: string) =>
		failed('unreadable_answer', `The list of ${context.carrier.title} cannot be read to its end: ${because}`);
	const items: Item[] = [];
	const progress: Progress = { fingerprints: new Set(), queries: new Set(), startedAt: ports.now() };
	let call = Number.isFinite(maxItems) ? pages.withPageSize(context.call, maxItems) : context.call;
	for (;;) {
		const { result, response } = await sendWithRetry(
			{ ...context, call, deadline: deadline ?? ports.now() + budgetMs },
			ports,
		);
		if (!result.ok) return result;
		const page = result.value;
		const before = items.length;
		const fingerprint = fingerprintOf(page);
		if (page.length > 0 && progress.fingerprints.has(fingerprint)) {
			// A carrier that does not know pages gives its whole list each time: more than a page can hold.
			if (page.length === before && (pages.repeatEndsList === true || before > pages.size)) return success(items);
			return endless('a page repeats');
		}
		items.push(...page);
		progress.fingerprints.add(page.length > 0 ? fingerprint : `empty ${progress.queries.size}`);
		progress.queries.add(JSON.stringify(call.query));
		const next =
			response && items.length < maxItems && !stopWhen?.(items)
				? pages.next(call, response, page.length, before)
				: undefined;
		if (!next) return success(Number.isFinite(maxItems) ? items.slice(0, maxItems) : items);
		const because = endlessBecause(next, progress, pages, ports.now());
		if (because !== undefined) return endless(because);
		call = next;
	}
}
