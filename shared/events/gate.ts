import type { WebhookEvent } from '../declare/trigger';

/** What a webhook trigger remembers: the events it has told, and how far each subject has come. */
export interface GateState {
	/** Oldest first, bounded. */
	told: string[];
	/** Rank by subject, oldest first, bounded. */
	reached: [subject: string, rank: number][];
}

const TOLD = 500;
const REACHED = 500;

export const emptyGate = (): GateState => ({ told: [], reached: [] });

/** Lets each event through once and never lets a subject go back; returns undefined for an event to drop. */
export function pass(event: WebhookEvent, state: GateState): GateState | undefined {
	if (state.told.includes(event.id)) return undefined;
	const { subject, rank } = event;
	const told = [...state.told, event.id].slice(-TOLD);
	if (subject === undefined || rank === undefined) return { ...state, told };
	const before = state.reached.find(([each]) => each === subject)?.[1];
	if (before !== undefined && rank < before) return undefined;
	const reached = [...state.reached.filter(([each]) => each !== subject), [subject, rank] satisfies [string, number]].slice(-REACHED);
	return { told, reached };
}
