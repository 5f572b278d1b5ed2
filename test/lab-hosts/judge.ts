import type { JournalEntry } from '../../sandbox/carriers';
import { disguises, judge, type Finding } from '../lab/judge';
import type { Plan } from '../lab/plan';
import type { Ending, Story } from '../lab/scenario';
import { readable } from '../lab/story';
import type { Subject } from '../lab/subjects';
import type { Round } from './host';

export interface PlayedRound extends Round {
	after: number;
	took: number;
	/** Requests of this round, by their number among the calls. */
	from: number;
	to: number;
	/** The reference of every booking that was live when it ended. */
	live: readonly string[];
}

interface Told {
	host: string;
	says: string;
	plan: Plan<unknown>;
	subject: Subject;
	rounds: readonly PlayedRound[];
	calls: readonly JournalEntry[];
	said: string;
}

export interface HostStory extends Omit<Told, 'said'> {
	findings: readonly Finding[];
	/** For people. */
	text: string;
}

const holds = ({ body, query }: JournalEntry, reference: string) => body.includes(reference) || JSON.stringify(query).includes(reference);

const bookedIn = ({ subject, calls }: Told, { from, to }: PlayedRound, reference: string) =>
	calls.slice(from, to).some((call) => call.route === subject.routes.create && call.committed && holds(call, reference));

/** The part of a story that one reference plays in, as the other labs tell theirs. */
function storyOf(told: Told, reference: string, live: readonly string[]): Story {
	const { plan, subject, rounds, calls } = told;
	const others = new Set(rounds.flatMap(({ asked }) => asked).filter((each) => each !== reference));
	const mine = calls.map((call) => ![...others].some((other) => holds(call, other)));
	const before = (index: number) => mine.slice(0, index).filter(Boolean).length;
	const endings = rounds.flatMap(({ steps, from, to, took }, run): Ending[] =>
		steps.filter((step) => step.reference === reference).map(({ result }) => ({ run, result, took, from: before(from), to: before(to) })),
	);
	const most = Math.max(0, ...rounds.map((round) => round.live.filter((each) => each === reference).length));
	const runs = rounds.map(({ steps, after }) => ({ together: steps.filter((step) => step.reference === reference).length, after }));
	const story = { plan: { ...plan, runs }, subject, reference, endings, calls: calls.filter((_, at) => mine[at]), live, most };
	return { ...story, findings: judge(story) };
}

/** Bookings of a round of which the host has told nothing: neither handed over, nor named, nor counted. */
function unsaid(told: Told, round: PlayedRound, references: readonly string[]): Finding[] {
	const accounted = new Set(round.steps.filter(({ result }) => result.ok || result.failure.code === 'outcome_unknown' || result.failure.code === 'partly_done').map(({ reference }) => reference));
	const silent = references.filter((reference) => !accounted.has(reference) && bookedIn(told, round, reference));
	return silent.length > round.alsoDone ? [{ kind: 'lost', what: `[${silent.join(', ')}] booked, ${round.alsoDone} of them counted, none named` }] : [];
}

/** Credentials as the carrier received them, beside what was typed into the connection. */
function secretsOf({ subject, calls }: Told): string[] {
	const worn = calls.flatMap(({ headers }) => [headers.authorization?.replace(/^Basic /, ''), headers['x-user-token']]);
	return [...new Set([...subject.secrets, ...worn.filter((each) => each !== undefined)])];
}

/** What must hold of every story on a host: the same as without one, and nothing goes astray among the items. */
export function judgeRounds(told: Told, liveOf: (reference: string) => string[]): HostStory {
	const { said, ...kept } = told;
	const { rounds, host, says, plan } = told;
	const references = [...new Set(rounds.flatMap(({ asked }) => asked))];
	const stories = references.map((reference) => storyOf(told, reference, liveOf(reference)));
	const all = rounds.at(-1)?.live ?? [];
	const strays = all.filter((reference) => !references.includes(reference));
	const findings: Finding[] = [
		...stories.flatMap((story) => story.findings),
		...rounds.flatMap((round) => unsaid(told, round, references)),
		...(strays.length > 0 ? [{ kind: 'wrong' as const, what: `nobody asked for [${strays.join(', ')}]` }] : []),
		...(secretsOf(told).flatMap(disguises).some((secret) => said.includes(secret)) ? [{ kind: 'leak' as const, what: 'a secret was shown or logged' }] : []),
	];
	const text = [`${host}, seed ${plan.seed}: ${says}`, ...stories.map(readable), ...findings.map(({ kind, what }) => `${kind.toUpperCase()}: ${what}`)].join('\n');
	return { ...kept, findings, text };
}
