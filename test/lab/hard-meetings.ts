import { lookUpOf } from '../../shared/run/booking-settings';
import type { MeetingSettings } from './meeting-plan';
import { subjects, type Subject } from './subjects';

/** Bookings of which every run may cancel any, not only its own. */
export const cancellableSubjects: readonly Subject[] = subjects.filter(({ action }) => {
	const cancel = lookUpOf(action)?.cancel;
	return cancel !== undefined && !cancel.ownOnly;
});

/** Meetings in which machines die, cancels come late or twice, and clocks differ. */
export const hardMeetings: readonly MeetingSettings[] = [
	{ onDuplicate: 'cancel_later', lag: 0, isHard: true },
	{ onDuplicate: 'cancel_later', lag: 3_000, isHard: true },
	{ onDuplicate: 'cancel_later', lag: { from: 0, to: 3_000 }, isHard: true },
	{ onDuplicate: 'wait', lag: 3_000, isHard: true },
];
