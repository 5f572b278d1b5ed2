import { formatMeeting, hasWarning, holdsCancelled, judgeMeeting, namesAllLeft, saysBothLive } from './judge-meeting';
import type { Meeting } from './meeting';
import { runMeetings } from './meeting-figures';
import type { MeetingSettings } from './meeting-plan';
import { subjects, type Subject } from './subjects';
import { lookUpOf } from '../../shared/run/booking-settings';

/** `npm run soak -- meetings` has five hundred, and prints the figures of the documentation. */
const MEETINGS = 30;
const SOME_LAG = { from: 0, to: 3_000 };

const isReported = ({ runs }: Meeting) => runs.some(({ result }) => hasWarning(result));
const allSucceed = ({ runs }: Meeting) => runs.every(({ result }) => result !== 'died' && result.ok);
const returnsActive = (meeting: Meeting) => allSucceed(meeting) && !holdsCancelled(meeting);

/** Reports the meetings in which something does not hold. Empty text where all is well. */
function describeBroken(meetings: readonly Meeting[], holds: (meeting: Meeting) => boolean): string {
	const broken = meetings.filter((meeting) => !holds(meeting));
	const [first] = broken;
	return first ? `${broken.length} meetings; ${formatMeeting(first, [])}` : '';
}

/** Two tests that need the same meetings share them: the same seeds and settings give the same ones. */
const held = new Map<string, Promise<Meeting[]>>();

async function hold(subject: Subject, settings: MeetingSettings): Promise<Meeting[]> {
	const { meetings, line } = await runMeetings(MEETINGS, subject, settings);
	process.stdout.write(`${line}\n`);
	return meetings;
}

async function meet(subject: Subject, settings: MeetingSettings): Promise<Meeting[]> {
	const key = JSON.stringify([subject.carrier.id, subject.action.id, settings]);
	const meetings = held.get(key) ?? hold(subject, settings);
	held.set(key, meetings);
	return await meetings;
}

const namedSubjects = (predicate: (subject: Subject) => boolean) =>
	subjects.filter(predicate).map((subject) => [`${subject.carrier.title}, ${subject.action.title}`, subject] as const);
const withLookUp = namedSubjects(({ hasLookUp }) => hasLookUp);
const cancelOf = ({ action }: Subject) => lookUpOf(action)?.cancel;
const withCancel = namedSubjects((subject) => cancelOf(subject) !== undefined && !cancelOf(subject)?.ownOnly);
/** A run may cancel its own booking alone there, because another run may build on its own. */
const ownOnly = namedSubjects((subject) => cancelOf(subject)?.ownOnly === true);
const guardedByCarrier = namedSubjects(({ hasLookUp }) => !hasLookUp);

const isDoubled = ({ bookingCount }: Meeting) => bookingCount > 1;

test.each(withLookUp)('%s: a duplicate is reported on at least one of its items', async (_name, subject) => {
	const meetings = await meet(subject, { onDuplicate: 'report', lag: 0 });
	expect(describeBroken(meetings, returnsActive)).toBe('');
	expect(describeBroken(meetings, (meeting) => isDoubled(meeting) === isReported(meeting))).toBe('');
	const doubled = meetings.filter(isDoubled).length;
	// Some carriers refuse the second one by themselves.
	if (doubled > 0) expect(doubled).toBeGreaterThan(MEETINGS / 10);
	else expect(meetings.every(({ bookingCount }) => bookingCount === 1)).toBe(true);
});

/** A booking that a list does not show yet cannot be reported. But none is made up, and none is missed. */
test.each(withLookUp)(
	'%s: with look-ups behind, every item is active and no duplicate is invented',
	async (_name, subject) => {
		const meetings = await meet(subject, { onDuplicate: 'report', lag: SOME_LAG });
		expect(describeBroken(meetings, returnsActive)).toBe('');
		expect(describeBroken(meetings, (meeting) => isDoubled(meeting) || !isReported(meeting))).toBe('');
	},
);

/** A run that has returned already may hold what another run cancels a moment later: that is counted, not refused. */
test.each(withCancel)('%s: by default one of several stays, and there is never none', async (_name, subject) => {
	for (const machines of [2, 3] as const) {
		const upToDate = await meet(subject, { onDuplicate: 'cancel_later', lag: 0, machines });
		expect(describeBroken(upToDate, allSucceed)).toBe('');
		expect(describeBroken(upToDate, ({ activeIds }) => activeIds.length === 1)).toBe('');
		expect(describeBroken(upToDate, (meeting) => judgeMeeting(meeting).length === 0)).toBe('');
		expect(describeBroken(upToDate, (meeting) => isDoubled(meeting) === isReported(meeting))).toBe('');
		expect(upToDate.filter(isDoubled).length).toBeGreaterThan(MEETINGS / 10);
		const behind = await meet(subject, { onDuplicate: 'cancel_later', lag: SOME_LAG, machines });
		expect(describeBroken(behind, ({ activeIds }) => activeIds.length > 0)).toBe('');
	}
});

test.each(withCancel)(
	'%s: who waits to be sure keeps one booking, and every run returns it, even with look-ups behind',
	async (_name, subject) => {
		for (const lag of [0, SOME_LAG]) {
			const meetings = await meet(subject, { onDuplicate: 'wait', lag });
			expect(describeBroken(meetings, ({ activeIds }) => activeIds.length === 1)).toBe('');
			expect(describeBroken(meetings, returnsActive)).toBe('');
			expect(describeBroken(meetings, (meeting) => judgeMeeting(meeting).length === 0)).toBe('');
			expect(meetings.filter(isDoubled).length).toBeGreaterThan(MEETINGS / 10);
		}
	},
);

test.each(withCancel)(
	'%s: a carrier that refuses to cancel keeps all, and an item names them',
	async (_name, subject) => {
		const meetings = await meet(subject, { onDuplicate: 'cancel_later', lag: 0, refusesCancels: true });
		expect(describeBroken(meetings, returnsActive)).toBe('');
		expect(describeBroken(meetings, ({ activeIds, bookingCount }) => activeIds.length === bookingCount)).toBe('');
		const left = meetings.filter(isDoubled);
		expect(left.length).toBeGreaterThan(MEETINGS / 10);
		expect(describeBroken(left, ({ runs }) => runs.some(({ result }) => saysBothLive(result)))).toBe('');
		expect(describeBroken(left, namesAllLeft)).toBe('');
	},
);

test.each(ownOnly)('%s: there is never none, and what is left twice is reported', async (_name, subject) => {
	for (const onDuplicate of ['cancel_later', 'wait'] as const) {
		const meetings = await meet(subject, { onDuplicate, lag: 0 });
		expect(
			describeBroken(
				meetings,
				(meeting) => meeting.activeIds.length === 1 || (meeting.activeIds.length > 1 && namesAllLeft(meeting)),
			),
		).toBe('');
	}
});

test.each(guardedByCarrier)('%s: the carrier refuses the second, and every run knows', async (_name, subject) => {
	const meetings = await meet(subject, { onDuplicate: 'report', lag: 0 });
	expect(describeBroken(meetings, (meeting) => meeting.bookingCount === 1 && returnsActive(meeting))).toBe('');
});

test.each(withLookUp)('%s: without a duplicate, cancelling costs no request', async (_name, subject) => {
	const counts = await Promise.all(
		(['report', 'cancel_later'] as const).map(async (onDuplicate) => {
			const meetings = await meet(subject, { onDuplicate, lag: 0 });
			return meetings.map(({ bookingCount, calls }) => (bookingCount === 1 ? calls.length : 'doubled'));
		}),
	);
	expect(counts[0]?.filter((count) => count !== 'doubled').length).toBeGreaterThan(0);
	expect(counts[1]).toEqual(counts[0]);
});
