import type { NoResponse } from './ports';

/** An answer of a carrier is read to this limit, unpacked. The largest list a carrier documents is far below it. */
export const MAX_RESPONSE_BYTES = 32 * 1_048_576;

/** A file: labels and pictures are some megabytes at most. */
export const MAX_FILE_BYTES = 64 * 1_048_576;

const megabytes = (bytes: number): string => `${Math.floor(bytes / 1_048_576)} MB`;

export const tooLarge = (limit: number): NoResponse => ({
	delivered: 'maybe',
	reason: `it is larger than ${megabytes(limit)}, and was not read to its end`,
	isTooLarge: true,
});
