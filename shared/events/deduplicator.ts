import type { WebhookEvent } from '../declare/trigger';

/** The state of a webhook trigger: the events it has emitted, and the latest stage of each subject. */
export interface DeduplicatorState {
	/** Oldest first, bounded. */
	emittedIds: string[];
	/** Rank by subject, oldest first, bounded. */
	rankBySubject: [subject: string, rank: number][];
	/** The last event emitted for a state, and when in milliseconds since 1970. Oldest first, bounded. */
	lastByState: [state: string, id: string, at: number][];
}

const MAX_EMITTED = 500;
const MAX_SUBJECTS = 500;
const MAX_STATES = 500;

export const emptyDeduplicator = (): DeduplicatorState => ({ emittedIds: [], rankBySubject: [], lastByState: [] });

/** Identifies an event when the carrier delivers it again. Undefined where only the state it reports identifies it. */
export function dedupeKey(event: WebhookEvent): string | undefined {
	if (event.knownBy === 'state') return undefined;
	return event.knownBy === 'change' ? event.change : event.id;
}

/** The state that an event reports, if its id is made from the content. */
export const stateOf = (event: WebhookEvent): string | undefined => (event.knownBy === 'id' ? undefined : event.state);

function isRepeat(event: WebhookEvent, { emittedIds, lastByState }: DeduplicatorState): boolean {
	const dedupeId = dedupeKey(event);
	return dedupeId === undefined
		? lastByState.some(([each, lastId]) => each === stateOf(event) && lastId === event.id)
		: emittedIds.includes(dedupeId);
}

/** Emits each event once and never moves a subject back to an earlier stage. Returns undefined for an event to drop. */
export function deduplicate(
	event: WebhookEvent,
	previous: DeduplicatorState,
	now: number,
): DeduplicatorState | undefined {
	if (isRepeat(event, previous)) return undefined;
	const { id } = event;
	const { subject, rank } = event.order ?? {};
	const state = stateOf(event);
	const dedupeId = dedupeKey(event);
	const previousRank = previous.rankBySubject.find(([each]) => each === subject)?.[1];
	if (rank !== undefined && previousRank !== undefined && rank < previousRank) return undefined;
	const isRanked = subject !== undefined && rank !== undefined;
	return {
		emittedIds: dedupeId === undefined ? previous.emittedIds : [...previous.emittedIds, dedupeId].slice(-MAX_EMITTED),
		rankBySubject: isRanked
			? [
					...previous.rankBySubject.filter(([each]) => each !== subject),
					[subject, rank] satisfies [string, number],
				].slice(-MAX_SUBJECTS)
			: previous.rankBySubject,
		lastByState:
			state === undefined
				? previous.lastByState
				: [
						...previous.lastByState.filter(([each]) => each !== state),
						[state, id, now] satisfies [string, string, number],
					].slice(-MAX_STATES),
	};
}

/** The combined state of two copies of the same trigger's state. */
export function mergeStates(a: DeduplicatorState, b: DeduplicatorState): DeduplicatorState {
	const rankBySubject = new Map(a.rankBySubject);
	for (const [subject, rank] of b.rankBySubject)
		rankBySubject.set(subject, Math.max(rank, rankBySubject.get(subject) ?? rank));
	const lastByState = new Map(a.lastByState.map((each) => [each[0], each]));
	for (const each of b.lastByState)
		if ((lastByState.get(each[0])?.[2] ?? -Infinity) < each[2]) lastByState.set(each[0], each);
	return {
		emittedIds: [...new Set([...a.emittedIds, ...b.emittedIds])],
		rankBySubject: [...rankBySubject],
		lastByState: [...lastByState.values()].sort((x, y) => x[2] - y[2]),
	};
}
