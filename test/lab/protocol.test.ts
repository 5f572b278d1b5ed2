import { cancellableSubjects, hardMeetings } from './hard-meetings';
import { formatMeeting, judgeMeeting } from './judge-meeting';
import { runMeeting } from './meeting';
import type { MeetingSettings } from './meeting-plan';
import { mutatedPerform } from './mutated-pipeline';
import { protocolShortcuts } from './protocol-shortcuts';
import type { Subject } from './subjects';
import { perform } from '../../shared/run/perform';

const MEETINGS = 12;
/** Meetings of each carrier within which a shortcut must show. */
const MAX_MEETINGS = 60;

/** Where a shortcut shows, unless it says otherwise. */
const UP_TO_DATE: MeetingSettings = { onDuplicate: 'cancel_later', lag: 0, isHard: true };

/** The first of so many meetings of each booking in which something is found. */
async function firstFinding(
	count: number,
	subjects: readonly Subject[],
	settings: MeetingSettings,
	performStep = perform,
) {
	for (let seed = 1; seed <= count; seed += 1)
		for (const subject of subjects) {
			const meeting = await runMeeting(seed, subject, settings, performStep);
			const findings = judgeMeeting(meeting);
			if (findings.length > 0) return formatMeeting(meeting, findings);
		}
	return '';
}

test.each(
	cancellableSubjects.flatMap((subject) =>
		hardMeetings.map(
			(settings) =>
				[`${subject.carrier.title}, ${subject.action.title}, ${JSON.stringify(settings)}`, subject, settings] as const,
		),
	),
)('%s: with deaths, delays and repeats there is never none', async (_name, subject, settings) => {
	expect(await firstFinding(MEETINGS, [subject], settings)).toBe('');
});

test.each(Object.entries(protocolShortcuts))(
	`a pipeline that %s is caught`,
	async (_name, { mutation, settings = UP_TO_DATE }) => {
		const performStep = mutatedPerform([mutation]);
		expect(await firstFinding(MAX_MEETINGS, cancellableSubjects, settings, performStep)).not.toBe('');
	},
);
