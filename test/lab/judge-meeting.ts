import { lookUpOf } from '../../shared/run/booking-settings';
import type { Item } from '../../shared/declare/facts';
import { encodingsOf } from './judge';
import type { Meeting, MeetingRun } from './meeting';
import type { Finding } from './scenario-result';
import type { Subject } from './subjects';

/** Zapier ends a step after this long. */
const HOST_TIMEOUT_MS = 30_000;

const itemOf = (result: MeetingRun['result']): Item | undefined =>
	result !== 'died' && result.ok ? result.value[0] : undefined;

/** An item says that there was a duplicate: by the ids that the carrier holds, or by the one that was cancelled. */
export const hasWarning = (result: MeetingRun['result']): boolean =>
	/the carrier holds|both live|live as well|(was|is to be) cancelled\. another run/i.test(
		JSON.stringify(itemOf(result)?.warnings ?? []),
	);

/** Some item names every booking that is left. */
export const namesAllLeft = ({ runs, activeIds }: Meeting): boolean =>
	runs.some(({ result }) => {
		const { id, warnings } = itemOf(result) ?? {};
		const named = JSON.stringify([id, warnings]);
		return activeIds.every((each) => named.includes(each));
	});

/** A cancel failed, and the item says so. */
export const saysBothLive = (result: MeetingRun['result']): boolean =>
	/both live|live as well/.test(JSON.stringify(itemOf(result)?.warnings ?? []));

/** Whether the run hands on a booking that is live. A carrier without a look-up refuses the second booking itself. */
const returnsActive = (result: MeetingRun['result'], activeIds: readonly string[], { hasLookUp }: Subject) => {
	const item = itemOf(result);
	return !item || activeIds.includes(String(item.id)) || (!hasLookUp && activeIds.length === 1);
};

/** Runs that handed on a booking which is not live. */
export const holdsCancelled = ({ runs, activeIds, subject }: Meeting): boolean =>
	runs.some(({ result }) => !returnsActive(result, activeIds, subject));

/** Whether the fixed order is the order in which the carrier booked. Random IDs are not, nor are clocks that differ. */
const isInOrder = ({ subject, plan }: Meeting): boolean =>
	plan.clockSkewMs === 0 && lookUpOf(subject.action)?.readFull !== undefined;

/** Another run cancelled what this one had handed on, and says so: possible where the order is not that of booking. */
const isSaidByCanceller = (meeting: Meeting, { machine, result }: MeetingRun): boolean => {
	const said = new RegExp(
		`${String(itemOf(result)?.id)} (was|is to be) cancelled\\. Another run may have handed it on`,
	);
	const others = meeting.runs.filter((run) => run.machine !== machine);
	return !isInOrder(meeting) && others.some((run) => said.test(JSON.stringify(itemOf(run.result)?.warnings ?? [])));
};

/** Every list shows all bookings by the time at which it counts: who waits to be sure waits longer than any lags. */
const isSettled = ({ plan }: Meeting): boolean =>
	typeof plan.lag === 'number' || (plan.onDuplicate === 'wait' && plan.isHard !== true);

function judgeRuns(meeting: Meeting): Finding[] {
	const { plan, runs, activeIds, subject, personCancelledAt } = meeting;
	const findings: Finding[] = [];
	const isPromised = isSettled(meeting) && (isInOrder(meeting) || plan.onDuplicate === 'wait');
	for (const run of runs) {
		const { machine, result, durationMs } = run;
		if (durationMs > HOST_TIMEOUT_MS)
			findings.push({ kind: 'slow', detail: `machine ${machine} took ${durationMs} ms` });
		const isJudged =
			personCancelledAt === undefined ? isPromised : personCancelledAt === machine && !isSaidByCanceller(meeting, run);
		if (isJudged && !returnsActive(result, activeIds, subject))
			findings.push({
				kind: 'lost',
				detail: `machine ${machine} handed on ${String(itemOf(result)?.id)}, live is [${activeIds.join(', ')}]`,
			});
	}
	return findings;
}

function judgeCount(meeting: Meeting): Finding[] {
	const { plan, runs, activeIds, bookingCount, existingIds, personCancelledAt } = meeting;
	if (plan.hasExisting) {
		const isKept = existingIds.every((id) => activeIds.includes(id));
		return isKept
			? []
			: [{ kind: 'lost', detail: `of [${existingIds.join(', ')}] only [${activeIds.join(', ')}] is left` }];
	}
	if (activeIds.length === 0)
		return bookingCount > 0 && personCancelledAt === undefined ? [{ kind: 'lost', detail: 'nothing is left' }] : [];
	const isExcused =
		!isSettled(meeting) ||
		runs.some(({ result }) => result === 'died') ||
		(plan.cancels.length > 0 && runs.some(({ result }) => saysBothLive(result)));
	return activeIds.length > 1 && !isExcused ? [{ kind: 'doubled', detail: `[${activeIds.join(', ')}] are live` }] : [];
}

/** What another machine finds half a minute later. */
function judgeLater({ plan, subject, later }: Meeting): Finding[] {
	if (!later) return [];
	const { result, activeIds } = later;
	const findings: Finding[] = [];
	if (!result.ok) findings.push({ kind: 'wrong', detail: `a later run failed: ${result.failure.message}` });
	if (!returnsActive(result, activeIds, subject))
		findings.push({ kind: 'lost', detail: `a later run handed on ${String(itemOf(result)?.id)}, which is not live` });
	if (activeIds.length > 1 && !hasWarning(result))
		findings.push({ kind: 'doubled', detail: `a later run did not report [${activeIds.join(', ')}]` });
	const mayCancel = lookUpOf(subject.action)?.readFull !== undefined && typeof plan.lag === 'number';
	if (activeIds.length > 1 && mayCancel && !plan.hasExisting)
		findings.push({ kind: 'doubled', detail: `a later run left [${activeIds.join(', ')}]` });
	return findings;
}

const judgeSecrets = ({ runs, subject }: Meeting): Finding[] => {
	const serialized = JSON.stringify(runs.map(({ result }) => result));
	const leaks = subject.secrets.flatMap(encodingsOf).filter((secret) => serialized.includes(secret));
	return leaks.map(() => ({ kind: 'leak', detail: 'a secret stands in an item or a failure' }));
};

/** What must hold of every meeting in which duplicates are cancelled. */
export const judgeMeeting = (meeting: Meeting): Finding[] => [
	...judgeRuns(meeting),
	...judgeCount(meeting),
	...judgeLater(meeting),
	...judgeSecrets(meeting),
];

const outcome = (result: MeetingRun['result']): string => {
	if (result === 'died') return 'died';
	if (!result.ok) return `${result.failure.code}: ${result.failure.message}`;
	const { outcome, id, warnings } = result.value[0] ?? {};
	return `${String(outcome)} ${String(id)} ${JSON.stringify(warnings ?? [])}`;
};

/** A meeting for people. */
export const formatMeeting = (meeting: Meeting, findings: readonly Finding[]): string => {
	const { plan, subject, runs, activeIds, later, calls } = meeting;
	return [
		`meeting ${plan.seed}: ${subject.carrier.title}, ${subject.action.title}; live [${activeIds.join(', ')}]`,
		JSON.stringify(plan),
		...calls,
		...runs.map(({ machine, result }) => `machine ${machine}: ${outcome(result)}`),
		...(later ? [`later: ${outcome(later.result)}; live [${later.activeIds.join(', ')}]`] : []),
		...findings.map(({ kind, detail }) => `${kind.toUpperCase()}: ${detail}`),
	].join('\n  ');
};
