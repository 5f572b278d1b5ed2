import type { Ending, Story } from './scenario';

export interface Finding {
	kind: 'doubled' | 'lost' | 'wrong' | 'leak' | 'slow';
	what: string;
}

/** Zapier ends a step after this long. */
const HOST_PATIENCE_MS = 30_000;

type Told = Omit<Story, 'findings'>;

const committed = (story: Told, { from, to }: Ending): number =>
	story.calls.slice(from, to).filter((entry) => entry.route === story.subject.routes.create && entry.committed).length;

/** Answered wrongly, or not to be asked: a carrier that takes few requests may have no room for one in time. */
const lookUpFailed = (story: Told, { from, to, result }: Ending): boolean =>
	(result !== 'died' && !result.ok && result.failure.message.includes('waited for its turn')) ||
	story.calls.slice(from, to).some((entry) => entry.route === story.subject.routes.lookUp && entry.fault !== undefined);

/** Of several steps at once with one reference, one sends for all: it has to say what came of it. */
const accountedFor = (story: Told, { run }: Ending): boolean =>
	story.endings.some(({ run: other, result }) => other === run && (result === 'died' || result.ok || result.failure.code === 'outcome_unknown' || result.failure.code === 'partly_done'));

/** The ways a secret may hide in a text. */
export function disguises(secret: string): string[] {
	return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, ''), JSON.stringify(secret).slice(1, -1)];
}

function judgeEnding(story: Told, ending: Ending): Finding[] {
	const { result } = ending;
	if (result === 'died') return [];
	const findings: Finding[] = [];
	if (result.ok) {
		const id = result.value[0]?.id;
		const { live } = story;
		const returned = typeof id === 'string' && live.includes(id);
		// A carrier that refuses doubles but cannot be asked: without its answer, the reference is all there is.
		const unnamed = !story.subject.looksUp && live.length === 1 && id === story.reference;
		if (!returned && !unnamed) findings.push({ kind: 'lost', what: `run ${ending.run} reported ${String(id)}, the carrier holds [${live.join(', ')}]` });
	} else if (result.failure.code === 'outcome_unknown') {
		if (story.subject.looksUp && !lookUpFailed(story, ending)) findings.push({ kind: 'wrong', what: `run ${ending.run} gave up knowing although no look-up failed` });
		if (result.failure.reference !== story.reference) findings.push({ kind: 'wrong', what: `run ${ending.run} did not name the reference` });
	} else if (result.failure.code === 'partly_done') {
		// What stands is to be gone on with: it must be there, and be named.
		if (story.live.length === 0) findings.push({ kind: 'lost', what: `run ${ending.run} says that something stands, and nothing does` });
		if (result.failure.reference !== story.reference) findings.push({ kind: 'wrong', what: `run ${ending.run} did not name the reference` });
	} else if (committed(story, ending) > 0 && !accountedFor(story, ending)) {
		findings.push({ kind: 'lost', what: `run ${ending.run} reported "${result.failure.code}" although it booked` });
	}
	return findings;
}

/** What must hold of every story, however bad. */
export function judge(story: Told): Finding[] {
	const findings = story.endings.flatMap((ending) => judgeEnding(story, ending));
	for (const { run, took } of story.endings.filter((ending) => ending.took > HOST_PATIENCE_MS)) findings.push({ kind: 'slow', what: `run ${run} took ${took} ms` });
	if (story.most > 1) findings.push({ kind: 'doubled', what: `${story.most} live bookings under ${story.reference}` });
	const said = JSON.stringify(story.endings.map(({ result }) => result));
	for (const secret of story.subject.secrets.flatMap(disguises)) {
		if (said.includes(secret)) findings.push({ kind: 'leak', what: 'a secret stands in an item or a failure' });
	}
	return findings;
}
