import type { Windows } from '../../declare/limit';

const MINUTE_MS = 60_000;

/** G3: every window begins on its round minute, hour or day. Lists of orders and of customers count twice. */
export const hubriseLimit: Windows = {
	windows: [
		{ requests: 500, perMs: MINUTE_MS },
		{ requests: 2_500, perMs: 60 * MINUTE_MS },
		{ requests: 10_000, perMs: 24 * 60 * MINUTE_MS },
	],
	heavy: [{ requests: 10, perMs: MINUTE_MS }],
};

/**
 * An action with a heavy list before and after it may have to wait for the next minute twice. Where a host lets it wait,
 * a batch of any size goes through.
 */
export const HEAVY_PATIENCE_MS = 2 * MINUTE_MS + 30_000;
