import type { JournalEntry } from '../../sandbox/carriers';
import { encodingsOf, judge } from '../lab/judge';
import type { ScenarioPlan } from '../lab/scenario-plan';
import type { Finding, ScenarioResult, StepRecord } from '../lab/scenario-result';
import { formatScenario } from '../lab/format-scenario';
import type { Subject } from '../lab/subjects';
import type { Round } from './host';

export interface RecordedRound extends Round {
	delayMs: number;
	durationMs: number;
	/** Requests of this round, by their number among the calls. */
	from: number;
	to: number;
	/** The reference of every booking that was live when it ended. */
	activeReferences: readonly string[];
}

interface HostRecord {
	host: string;
	description: string;
	plan: ScenarioPlan<unknown>;
	subject: Subject;
	rounds: readonly RecordedRound[];
	calls: readonly JournalEntry[];
	output: string;
}

export interface HostScenario extends Omit<HostRecord, 'output'> {
	findings: readonly Finding[];
	/** For people. */
	report: string;
}

/** n8n's Retry On Fail, as the scenario sets it. */
const triesOf = ({ description }: HostRecord): number => Number(/"maxTries":(\d+)/.exec(description)?.[1] ?? 1);

const mentions = ({ body, query }: JournalEntry, reference: string) =>
	body.includes(reference) || JSON.stringify(query).includes(reference);

const wasBooked = ({ subject, calls }: HostRecord, { from, to }: RecordedRound, reference: string) =>
	calls
		.slice(from, to)
		.some((call) => call.route === subject.routes.create && call.committed && mentions(call, reference));

/** The part of a scenario that involves one reference, in the format of the other labs. */
function scenarioOf(record: HostRecord, reference: string, activeIds: readonly string[]): ScenarioResult {
	const { plan, subject, rounds, calls } = record;
	const others = new Set(rounds.flatMap(({ requested }) => requested).filter((each) => each !== reference));
	const isOwn = calls.map((call) => ![...others].some((other) => mentions(call, other)));
	const countBefore = (index: number) => isOwn.slice(0, index).filter(Boolean).length;
	const steps = rounds.flatMap(({ steps, requested, from, to, durationMs, alsoDoneCount }, run): StepRecord[] =>
		steps
			.filter((step) => step.reference === reference)
			.map(({ result }) => {
				// The host stops at the first failure and counts the items that were done: of equal references, one of them
				// made the booking.
				const isCounted = !result.ok && requested.filter((each) => each === reference).length > 1 && alsoDoneCount > 0;
				return { run, result, durationMs, from: countBefore(from), to: countBefore(isCounted ? from : to) };
			}),
	);
	const maxActive = Math.max(
		0,
		...rounds.map((round) => round.activeReferences.filter((each) => each === reference).length),
	);
	const runs = rounds.map(({ requested, delayMs }) => ({
		concurrentSteps: requested.filter((each) => each === reference).length,
		hostTries: triesOf(record),
		delayMs,
	}));
	const scenario = {
		plan: { ...plan, runs },
		subject,
		reference,
		steps,
		calls: calls.filter((_, at) => isOwn[at]),
		activeIds,
		maxActive,
	};
	return { ...scenario, findings: judge(scenario) };
}

/** Bookings of a round that the host did not report: neither handed over, nor named, nor counted. */
function unreportedBookings(record: HostRecord, round: RecordedRound, references: readonly string[]): Finding[] {
	const reported = new Set(
		round.steps
			.filter(
				({ result }) => result.ok || result.failure.code === 'outcome_unknown' || result.failure.code === 'partly_done',
			)
			.map(({ reference }) => reference),
	);
	const unreported = references.filter((reference) => !reported.has(reference) && wasBooked(record, round, reference));
	return unreported.length > round.alsoDoneCount
		? [
				{
					kind: 'lost',
					detail: `[${unreported.join(', ')}] booked, ${round.alsoDoneCount} of them counted, none named`,
				},
			]
		: [];
}

/** Credentials as the carrier received them, beside what was typed into the connection. */
function secretsOf({ subject, calls }: HostRecord): string[] {
	const sentCredentials = calls.flatMap(({ headers }) => [
		headers.authorization?.replace(/^Basic /, ''),
		headers['x-user-token'],
	]);
	return [...new Set([...subject.secrets, ...sentCredentials.filter((each) => each !== undefined)])];
}

/** What must hold of every scenario on a host: the same as without one, and no item is dropped or mixed up. */
export function judgeRounds(record: HostRecord, activeIdsOf: (reference: string) => string[]): HostScenario {
	const { output, ...rest } = record;
	const { rounds, host, description, plan } = record;
	const references = [...new Set(rounds.flatMap(({ requested }) => requested))];
	const scenarios = references.map((reference) => scenarioOf(record, reference, activeIdsOf(reference)));
	const active = rounds.at(-1)?.activeReferences ?? [];
	const unexpected = active.filter((reference) => !references.includes(reference));
	const findings: Finding[] = [
		...scenarios.flatMap((scenario) => scenario.findings),
		...rounds.flatMap((round) => unreportedBookings(record, round, references)),
		...(unexpected.length > 0
			? [{ kind: 'wrong' as const, detail: `unexpected requests [${unexpected.join(', ')}]` }]
			: []),
		...(secretsOf(record)
			.flatMap(encodingsOf)
			.some((secret) => output.includes(secret))
			? [{ kind: 'leak' as const, detail: 'a secret was shown or logged' }]
			: []),
	];
	const report = [
		`${host}, seed ${plan.seed}: ${description}`,
		...scenarios.map(formatScenario),
		...findings.map(({ kind, detail }) => `${kind.toUpperCase()}: ${detail}`),
	].join('\n');
	return { ...rest, findings, report };
}
