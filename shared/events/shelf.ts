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
	/** Looks at which an event could not be read and nothing said that it might be later, by its id. */
	vain?: Readonly<Record<string, number>>;
}

/** Every trigger that looks more often than four times in this span sees every event. */
export const ON_SHOW_MS = 60 * 60_000;
const LONGEST_PAUSE_MS = ON_SHOW_MS / 4;
/** After so many looks in vain an event counts as one that nobody can read: it must not hold up for ever what comes after it. */
const PATIENCE = 5;
/** For what no trigger of ours has asked for since: perhaps there is none left. */
export const LEFT_OVER_MS = 24 * ON_SHOW_MS;

export const emptyShelf = (now: number): Shelf => ({ awake: 0, lookedAt: now, handed: {} });

/** The shelf at the beginning of a look; what is no longer listed is forgotten. */
export function atLook(shelf: Shelf, listed: readonly string[], now: number): Shelf {
	const pause = Math.min(Math.max(0, now - shelf.lookedAt), LONGEST_PAUSE_MS);
	const stillListed = (known: Readonly<Record<string, number>>) =>
		Object.fromEntries(
			listed.flatMap((id): [string, number][] => {
				const at = known[id];
				return at === undefined ? [] : [[id, at]];
			}),
		);
	return { awake: shelf.awake + pause, lookedAt: now, handed: stillListed(shelf.handed), vain: stillListed(shelf.vain ?? {}) };
}

export const withVainLook = (shelf: Shelf, id: string): Shelf => ({ ...shelf, vain: { ...shelf.vain, [id]: (shelf.vain?.[id] ?? 0) + 1 } });
export const isGivenUp = ({ vain }: Shelf, id: string): boolean => (vain?.[id] ?? 0) >= PATIENCE;

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
