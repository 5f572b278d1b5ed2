import { runMeeting, type Meeting } from './meeting';
import { hasWarning, holdsCancelled, namesAllLeft } from './judge-meeting';
import { WITHIN_MS, type MeetingSettings } from './meeting-plan';
import type { Subject } from './subjects';

const isReported = ({ runs }: Meeting) => runs.some(({ result }) => hasWarning(result));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** How many of the meetings are so. */
const figuresOf = (meetings: readonly Meeting[]) => {
	const count = (predicate: (meeting: Meeting) => boolean) => meetings.filter(predicate).length;
	const single = meetings.filter(({ bookingCount }) => bookingCount === 1);
	const perRun = sum(single.map(({ calls }) => calls.length)) / sum(single.map(({ runs }) => runs.length));
	return {
		'booked more than once': count(({ bookingCount }) => bookingCount > 1),
		'of these reported': count((meeting) => meeting.bookingCount > 1 && isReported(meeting)),
		'left with one': count(({ activeIds }) => activeIds.length === 1),
		'left with more': count(({ activeIds }) => activeIds.length > 1),
		'left with more and reported': count((meeting) => meeting.activeIds.length > 1 && namesAllLeft(meeting)),
		'left with none': count(({ activeIds }) => activeIds.length === 0),
		'with a run that holds a cancelled one': count(holdsCancelled),
		'requests of a run without a duplicate': Number(perRun.toFixed(2)),
	};
};

const lagName = ({ lag }: MeetingSettings) =>
	typeof lag === 'number' ? `look-ups ${lag} ms behind` : `look-ups ${lag.from}-${lag.to} ms behind`;

/** That many meetings, and a line with their figures. */
export async function runMeetings(
	count: number,
	subject: Subject,
	settings: MeetingSettings,
): Promise<{ meetings: Meeting[]; line: string }> {
	const meetings: Meeting[] = [];
	for (let seed = 1; seed <= count; seed += 1) meetings.push(await runMeeting(seed, subject, settings));
	const machines = settings.machines === undefined ? 'two or three machines' : `${settings.machines} machines`;
	const label = `${subject.carrier.title}, ${subject.action.title}, "${settings.onDuplicate}", ${machines}, ${lagName(settings)}`;
	const line = `meetings: ${label}: ${count} within ${WITHIN_MS} ms, ${JSON.stringify(figuresOf(meetings))}`;
	return { meetings, line };
}
