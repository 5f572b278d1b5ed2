/** So many requests in so much time. */
export interface Pace {
	requests: number;
	perMs: number;
}

/** What a carrier that counts in windows allows: each window begins on its round moment, such as the full hour. */
export interface Windows {
	windows: readonly Pace[];
	/** Of requests that count twice: against all windows, and against these. */
	heavy?: readonly Pace[];
}

/** A pace alone is a bucket: so many at once, then one as each comes back. */
export type Limit = Pace | Windows;
