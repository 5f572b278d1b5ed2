import type { Moment } from '../../framework/clock.types';

/** UTC with milliseconds, everywhere. */
export function iso(moment: Moment): string {
	return new Date(moment).toISOString();
}

export function isoOrNull(moment: Moment | null): string | null {
	return moment === null ? null : iso(moment);
}

export function isoOrAbsent(moment: Moment | null): string | undefined {
	return moment === null ? undefined : iso(moment);
}
