import { digest } from '../run/digest';
import type { WebhookEvent } from '../declare/trigger';
import { dedupeKey, stateOf, type DeduplicatorState } from './deduplicator';

/**
 * What one process remembers of the events it has emitted, beyond the few hundred that fit a host's store: a repeat is
 * recognised however many newer events lie between, until `capacity` of them do.
 */
export interface EventMemory {
	/** The state that concerns this event. */
	recall(trigger: string, event: WebhookEvent): DeduplicatorState;
	note(trigger: string, event: WebhookEvent, state: DeduplicatorState): void;
}

/** About 100 bytes each. */
const CAPACITY = 150_000;

/** The least recently noted value is dropped first. */
function boundedMap<T>(capacity: number) {
	const values = new Map<string, T>();
	// Everything before it has been dropped. A new iterator would pass over every dropped entry again.
	const oldestFirst = values.keys();
	return {
		get: (key: string) => values.get(key),
		set(key: string, value: T) {
			values.delete(key);
			values.set(key, value);
			if (values.size <= capacity) return;
			const oldest = oldestFirst.next();
			if (!oldest.done) values.delete(oldest.value);
		},
	};
}

/** `capacity`: the events of all triggers together. */
export function createEventMemory(capacity = CAPACITY): EventMemory {
	const ids = boundedMap<true>(capacity);
	const ranks = boundedMap<number>(capacity);
	const lastIds = boundedMap<[id: string, at: number]>(capacity);
	const keyOf = (...parts: readonly string[]) => digest(parts, 16);
	return {
		recall(trigger, event) {
			const [id, state, subject] = [dedupeKey(event), stateOf(event), event.order?.subject];
			const rank = subject === undefined ? undefined : ranks.get(keyOf(trigger, subject));
			const last = state === undefined ? undefined : lastIds.get(keyOf(trigger, state));
			return {
				emittedIds: id !== undefined && ids.get(keyOf(trigger, id)) === true ? [id] : [],
				rankBySubject: subject === undefined || rank === undefined ? [] : [[subject, rank]],
				lastByState: state === undefined || last === undefined ? [] : [[state, ...last]],
			};
		},
		note(trigger, event, { rankBySubject, lastByState }) {
			const [id, state, subject] = [dedupeKey(event), stateOf(event), event.order?.subject];
			if (id !== undefined) ids.set(keyOf(trigger, id), true);
			const rank = rankBySubject.find(([each]) => each === subject)?.[1];
			if (subject !== undefined && rank !== undefined) ranks.set(keyOf(trigger, subject), rank);
			const last = lastByState.find(([each]) => each === state);
			if (state !== undefined && last) lastIds.set(keyOf(trigger, state), [last[1], last[2]]);
		},
	};
}
