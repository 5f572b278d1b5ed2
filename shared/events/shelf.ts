/**
 * How long events have been on show. Several triggers read one inbox and none knows of the others, so an event handed
 * over by one stays until the others have had time to look as well.
 */
export interface Shelf {
	/** Milliseconds spent looking. A pause counts in part only: while nobody looked, nobody else could. */
	awake: number;
	/** Milliseconds since 1970. */
	lookedAt: number;
	/** What `awake` was when an event was handed over, by its id. */
	handed: Readonly<Record<string, number>>;
}

/** Every trigger that looks more often than four times in this span sees every event. */
export const ON_SHOW_MS = 60 * 60_000;
const LONGEST_PAUSE_MS = ON_SHOW_MS / 4;
/** For what no trigger of ours has asked for since: perhaps there is none left. */
export const LEFT_OVER_MS = 24 * ON_SHOW_MS;

export const emptyShelf = (now: number): Shelf => ({ awake: 0, lookedAt: now, handed: {} });

/** The shelf at the beginning of a look; what is no longer listed is forgotten. */
export function atLook(shelf: Shelf, listed: readonly string[], now: number): Shelf {
	const pause = Math.min(Math.max(0, now - shelf.lookedAt), LONGEST_PAUSE_MS);
	const handed = Object.fromEntries(
		listed.flatMap((id): [string, number][] => {
			const at = shelf.handed[id];
			return at === undefined ? [] : [[id, at]];
		}),
	);
	return { awake: shelf.awake + pause, lookedAt: now, handed };
}

export const isHanded = ({ handed }: Shelf, id: string): boolean => handed[id] !== undefined;

/** `forMs`: how long it is to stay. */
export function withHanded(shelf: Shelf, id: string, forMs = ON_SHOW_MS): Shelf {
	return { ...shelf, handed: { ...shelf.handed, [id]: shelf.awake + forMs - ON_SHOW_MS } };
}

/** May be acknowledged now. */
export const isDue = ({ awake, handed }: Shelf, id: string): boolean => {
	const at = handed[id];
	return at !== undefined && awake - at >= ON_SHOW_MS;
};
