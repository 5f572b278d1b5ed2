import type { WebhookEvent } from '../declare/trigger';

/** What a webhook trigger remembers: the events it has told, and how far each subject has come. */
export interface GateState {
	/** Oldest first, bounded. */
	told: string[];
	/** Rank by subject, oldest first, bounded. */
	reached: [subject: string, rank: number][];
	/** The event last told of a state, and when in milliseconds since 1970; oldest first, bounded. */
	last: [state: string, id: string, at: number][];
}

const TOLD = 500;
const REACHED = 500;
const LAST = 500;

export const emptyGate = (): GateState => ({ told: [], reached: [], last: [] });

/** What an event is known by when the carrier delivers it again; undefined where only what it tells can say. */
export const deliveredAs = ({ id, state, change }: WebhookEvent): string | undefined => change ?? (state === undefined ? id : undefined);

function isRepeat(event: WebhookEvent, { told, last }: GateState): boolean {
	const own = deliveredAs(event);
	return own === undefined ? last.some(([each, lastId]) => each === event.state && lastId === event.id) : told.includes(own);
}

/** Lets each event through once and never lets a subject go back; returns undefined for an event to drop. */
export function pass(event: WebhookEvent, before: GateState, now: number): GateState | undefined {
	if (isRepeat(event, before)) return undefined;
	const { id, state, subject, rank } = event;
	const own = deliveredAs(event);
	const reachedBefore = before.reached.find(([each]) => each === subject)?.[1];
	if (rank !== undefined && reachedBefore !== undefined && rank < reachedBefore) return undefined;
	const isRanked = subject !== undefined && rank !== undefined;
	return {
		told: own === undefined ? before.told : [...before.told, own].slice(-TOLD),
		reached: isRanked ? [...before.reached.filter(([each]) => each !== subject), [subject, rank] satisfies [string, number]].slice(-REACHED) : before.reached,
		last: state === undefined ? before.last : [...before.last.filter(([each]) => each !== state), [state, id, now] satisfies [string, string, number]].slice(-LAST),
	};
}

/** What two memories of the same trigger know together. */
export function joined(a: GateState, b: GateState): GateState {
	const reached = new Map(a.reached);
	for (const [subject, rank] of b.reached) reached.set(subject, Math.max(rank, reached.get(subject) ?? rank));
	const last = new Map(a.last.map((each) => [each[0], each]));
	for (const each of b.last) if ((last.get(each[0])?.[2] ?? -Infinity) < each[2]) last.set(each[0], each);
	return { told: [...new Set([...a.told, ...b.told])], reached: [...reached], last: [...last.values()].sort((x, y) => x[2] - y[2]) };
}
