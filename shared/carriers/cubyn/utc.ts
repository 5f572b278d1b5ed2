import { millis } from '../../delivery/time';

/** Cubyn's dates are of UTC, with milliseconds. */
export const utc = (given: string | undefined): string | undefined => (given === undefined ? undefined : new Date(millis(given)).toISOString());
