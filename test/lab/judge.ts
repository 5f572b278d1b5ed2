import type { Finding, ScenarioResult, StepRecord } from './scenario-result';

/** Zapier ends a step after this long. */
const HOST_TIMEOUT_MS = 30_000;

type UnjudgedScenario = Omit<ScenarioResult, 'findings'>;

const committedCount = (scenario: UnjudgedScenario, { from, to }: StepRecord): number =>
	scenario.calls.slice(from, to).filter((entry) => entry.route === scenario.subject.routes.create && entry.committed)
		.length;

/** A connection that was refused, or a name that leads nowhere: by its code, or in words. */
const UNSENT = /ECONNREFUSED|ENOTFOUND|refused|could not be found/;

/** Bookings of a step whose answer leaves open whether the carrier booked. */
const doubtsOf = (scenario: UnjudgedScenario, { from, to }: StepRecord): number =>
	scenario.calls
		.slice(from, to)
		.filter(
			({ route, fault, status, noResponse }) =>
				route === scenario.subject.routes.create &&
				fault !== undefined &&
				status !== 429 &&
				!UNSENT.test(noResponse?.code ?? ''),
		).length;

/** One request, and one more after a look-up. */
const MOST_DOUBTS = 2;

/** A look-up, or another read that it needs, met a fault. Or none could go: a carrier with a low rate limit may have no room for it in time. */
const lookUpFailed = (scenario: UnjudgedScenario, { from, to, result }: StepRecord): boolean =>
	(result !== 'died' && !result.ok && result.failure.message.includes('waited for its turn')) ||
	scenario.calls
		.slice(from, to)
		.some(({ route, fault }) => route !== scenario.subject.routes.create && fault !== undefined);

/** If several steps run at once with one reference, one sends for all. It must report the result. */
const isAccountedFor = (scenario: UnjudgedScenario, { run }: StepRecord): boolean =>
	scenario.steps.some(
		({ run: other, result }) =>
			other === run &&
			(result === 'died' ||
				result.ok ||
				result.failure.code === 'outcome_unknown' ||
				result.failure.code === 'partly_done'),
	);

/** The ways a secret may hide in a text. */
export function encodingsOf(secret: string): string[] {
	return [
		secret,
		encodeURIComponent(secret),
		Buffer.from(secret).toString('base64').replace(/=+$/, ''),
		JSON.stringify(secret).slice(1, -1),
	];
}

function judgeStep(scenario: UnjudgedScenario, step: StepRecord): Finding[] {
	const { result } = step;
	if (result === 'died') return [];
	const findings: Finding[] = [];
	const doubts = doubtsOf(scenario, step);
	const { concurrentSteps = 1, hostTries = 1 } = scenario.plan.runs[step.run] ?? {};
	if (doubts > MOST_DOUBTS * concurrentSteps * hostTries)
		findings.push({ kind: 'wrong', detail: `run ${step.run} booked ${doubts} times without a clear answer` });
	if (result.ok) {
		const id = result.value[0]?.id;
		const { activeIds } = scenario;
		const isReturned = typeof id === 'string' && activeIds.includes(id);
		// A carrier that refuses duplicates but has no look-up: without its response, only the reference is known.
		const isKnownByReference = !scenario.subject.hasLookUp && activeIds.length === 1 && id === scenario.reference;
		if (!isReturned && !isKnownByReference)
			findings.push({
				kind: 'lost',
				detail: `run ${step.run} reported ${String(id)}, the carrier holds [${activeIds.join(', ')}]`,
			});
	} else if (result.failure.code === 'outcome_unknown') {
		if (scenario.subject.hasLookUp && doubts === 0 && !lookUpFailed(scenario, step))
			findings.push({
				kind: 'wrong',
				detail: `run ${step.run} says that it does not know although every answer was clear`,
			});
		if (result.failure.reference !== scenario.reference)
			findings.push({ kind: 'wrong', detail: `run ${step.run} did not name the reference` });
	} else if (result.failure.code === 'partly_done') {
		// Later steps use an active booking: it must exist, and the step must name it.
		if (scenario.activeIds.length === 0)
			findings.push({ kind: 'lost', detail: `run ${step.run} says that something stands, and nothing does` });
		if (result.failure.reference !== scenario.reference)
			findings.push({ kind: 'wrong', detail: `run ${step.run} did not name the reference` });
	} else if (committedCount(scenario, step) > 0 && !isAccountedFor(scenario, step)) {
		findings.push({ kind: 'lost', detail: `run ${step.run} reported "${result.failure.code}" although it booked` });
	}
	return findings;
}

/** What must hold of every scenario, however bad. */
export function judge(scenario: UnjudgedScenario): Finding[] {
	const findings = scenario.steps.flatMap((step) => judgeStep(scenario, step));
	for (const { run, durationMs } of scenario.steps.filter((step) => step.durationMs > HOST_TIMEOUT_MS))
		findings.push({ kind: 'slow', detail: `run ${run} took ${durationMs} ms` });
	if (scenario.maxActive > 1)
		findings.push({ kind: 'doubled', detail: `${scenario.maxActive} live bookings under ${scenario.reference}` });
	const serialized = JSON.stringify(scenario.steps.map(({ result }) => result));
	for (const secret of scenario.subject.secrets.flatMap(encodingsOf)) {
		if (serialized.includes(secret)) findings.push({ kind: 'leak', detail: 'a secret stands in an item or a failure' });
	}
	return findings;
}
