import { formatScenario } from '../test/lab/format-scenario';
import { formatMeeting, judgeMeeting } from '../test/lab/judge-meeting';
import { runMeeting } from '../test/lab/meeting';
import { runMeetings } from '../test/lab/meeting-figures';
import { cancellableSubjects, hardMeetings } from '../test/lab/hard-meetings';
import { runInProcess } from '../test/lab/run-in-process';
import type { Finding } from '../test/lab/scenario-result';
import { regressionFile, toRegression } from '../test/lab/regressions';
import { allSubjects, orderSubjects, scenarioAt } from '../test/lab/subjects';

const PRINT_EVERY = 2_000;
/** One scenario of so many is a meeting of several machines. */
const MEETING_EVERY = 10;
/** Every booking, and every carrier's step that books a shop's order. */
const soaked = [...allSubjects, ...orderSubjects];

interface Played {
	findings: readonly Finding[];
	format(): string;
	/** What keeps it for good. */
	regression?: string;
}

async function playScenario(index: number): Promise<Played> {
	const scenario = await runInProcess(scenarioAt(index, soaked));
	const regression =
		scenario.findings.length === 0
			? undefined
			: `To keep it, add this to ${regressionFile(scenario.subject.carrier.id)}:\n${JSON.stringify(toRegression(scenario))}`;
	return { findings: scenario.findings, format: () => formatScenario(scenario), regression };
}

async function playMeeting(index: number): Promise<Played> {
	const subject = cancellableSubjects[index % cancellableSubjects.length];
	const settings = hardMeetings[Math.floor(index / cancellableSubjects.length) % hardMeetings.length];
	if (!subject || !settings) throw new Error('There is no booking that can be cancelled');
	const meeting = await runMeeting(index, subject, settings);
	const findings = judgeMeeting(meeting);
	return { findings, format: () => formatMeeting(meeting, findings) };
}

/** npm run soak -- 100000 [first]: that many scenarios of the fault lab over all bookings, with progress. */
async function soak(count: number, first: number): Promise<number> {
	const startedAt = performance.now();
	const kinds: Record<Finding['kind'], number> = { doubled: 0, lost: 0, leak: 0, wrong: 0, slow: 0 };
	let failures = 0;
	for (let at = first; at < first + count; at += 1) {
		const isMeeting = at % MEETING_EVERY === MEETING_EVERY - 1;
		const { findings, format, regression } = await (isMeeting
			? playMeeting(Math.floor(at / MEETING_EVERY))
			: // Counted without the meetings: otherwise they might fall on the same bookings each time.
				playScenario(at - Math.floor(at / MEETING_EVERY)));
		for (const { kind } of findings) kinds[kind] += 1;
		if (findings.length > 0) {
			failures += 1;
			console.log(format());
			if (regression !== undefined) console.log(regression);
		}
		const done = at - first + 1;
		if (done % PRINT_EVERY === 0 || done === count) {
			const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
			console.log(
				`${done} of ${count} scenarios in ${seconds} s: ${kinds.doubled} doubled, ${kinds.lost} lost, ${kinds.leak} secrets, ${kinds.wrong + kinds.slow} other findings`,
			);
		}
	}
	return failures;
}

/** npm run soak -- meetings 500: the figures of machines that book the same reference in the same moment. */
async function meetings(count: number): Promise<number> {
	for (const subject of cancellableSubjects)
		for (const onDuplicate of ['cancel_later', 'wait', 'report'] as const)
			for (const machines of [2, 3] as const)
				for (const lag of [0, { from: 0, to: 3_000 }])
					console.log((await runMeetings(count, subject, { onDuplicate, machines, lag })).line);
	return 0;
}

const [what = '10000', amount = '0'] = process.argv.slice(2);
void (what === 'meetings' ? meetings(Number(amount) || 500) : soak(Number(what), Number(amount))).then((failures) => {
	process.exitCode = failures > 0 ? 1 : 0;
});
