import { meet, WITHIN_MS, type Circumstances, type Meeting } from './meeting';
import { subjects, type Subject } from './subjects';

const MEETINGS = 500;
const SOME_LAG = { from: 0, to: 3_000 };

const itemOf = (result: Meeting['results'][number]) => (result.ok ? result.value[0] : undefined);
const isWarned = ({ results }: Meeting) => results.some((result) => /the carrier holds/i.test(JSON.stringify(itemOf(result)?.warnings ?? [])));

/** Every run ended well and handed over a booking that is live. */
const isTold = ({ results, live }: Meeting, subject: Subject) =>
	results.every((result) => result.ok && (live.includes(String(result.value[0]?.id)) || (!subject.looksUp && live.length === 1)));

/** Tells of every meeting in which something does not hold; an empty text where all is well. */
function said(meetings: readonly Meeting[], holds: (meeting: Meeting) => boolean): string {
	const broken = meetings.filter((meeting) => !holds(meeting));
	const [first] = broken;
	if (!first) return '';
	const ends = first.results.map((result) => {
		const { outcome, id, warnings } = itemOf(result) ?? {};
		return result.ok ? `${String(outcome)} ${String(id)} ${JSON.stringify(warnings ?? [])}` : `${result.failure.code}: ${result.failure.message}`;
	});
	return [`${broken.length} meetings, first seed ${first.seed}; live [${first.live.join(', ')}]`, ...first.calls, ...ends].join('\n  ');
}

async function meetings(subject: Subject, circumstances: Circumstances): Promise<Meeting[]> {
	const met: Meeting[] = [];
	for (let seed = 1; seed <= MEETINGS; seed += 1) met.push(await meet(seed, subject, circumstances));
	const doubles = met.filter(({ booked }) => booked > 1);
	const figures = {
		'booked more than once': doubles.length,
		'of these said on an item': doubles.filter(isWarned).length,
		'of these left with one live booking': doubles.filter(({ live }) => live.length === 1).length,
	};
	const lag = typeof circumstances.lag === 'number' ? 'look-ups up to date' : `look-ups ${circumstances.lag.from}-${circumstances.lag.to} ms behind`;
	const what = `${subject.carrier.title}, ${subject.action.title}, on double "${circumstances.onDouble}", ${lag}`;
	process.stdout.write(`race: ${what}: ${MEETINGS} meetings within ${WITHIN_MS} ms, ${JSON.stringify(figures)}\n`);
	return met;
}

const byName = (which: (subject: Subject) => boolean) => subjects.filter(which).map((subject) => [`${subject.carrier.title}, ${subject.action.title}`, subject] as const);
const searched = byName(({ looksUp }) => looksUp);
const undone = byName(({ action }) => action.find?.undo !== undefined);
const guarded = byName(({ looksUp }) => !looksUp);

test.each(searched)('%s: a double is said on at least one of its items', async (_name, subject) => {
	const met = await meetings(subject, { onDouble: 'report', lag: 0 });
	expect(said(met, (meeting) => isTold(meeting, subject))).toBe('');
	expect(said(met, (meeting) => (meeting.booked > 1) === isWarned(meeting))).toBe('');
	expect(met.filter(({ live }) => live.length > 1).length).toBeGreaterThan(50);
});

/** What a list does not show yet nobody can say; but nothing is made up, and none is lost. */
test.each(searched)('%s: with look-ups behind, every item is live and no double is made up', async (_name, subject) => {
	const met = await meetings(subject, { onDouble: 'report', lag: SOME_LAG });
	expect(said(met, (meeting) => isTold(meeting, subject))).toBe('');
	expect(said(met, (meeting) => meeting.booked > 1 || !isWarned(meeting))).toBe('');
});

test.each(undone)('%s: undone, one booking remains and every run hands it over, even with look-ups behind', async (_name, subject) => {
	for (const lag of [0, SOME_LAG]) {
		const met = await meetings(subject, { onDouble: 'undo', lag });
		expect(said(met, (meeting) => meeting.live.length === 1 && isTold(meeting, subject))).toBe('');
		expect(met.filter(({ booked }) => booked > 1).length).toBeGreaterThan(50);
	}
});

test.each(guarded)('%s: the carrier refuses the second, and every run knows', async (_name, subject) => {
	const met = await meetings(subject, { onDouble: 'report', lag: 0 });
	expect(said(met, (meeting) => meeting.booked === 1 && isTold(meeting, subject))).toBe('');
});
