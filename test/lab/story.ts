import type { Story } from './scenario';

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

/** A story for people: every call, what struck it, and how each run ended. */
export function readable(story: Story): string {
	const { plan, subject, calls, endings } = story;
	const head = `seed ${plan.seed}: ${subject.carrier.title}, ${subject.action.title}, reference ${story.reference}, look-ups ${plan.lag.from}-${plan.lag.to} ms behind`;
	const runs = plan.runs.map((run, at) => {
		const mine = endings.filter((ending) => ending.run === at);
		const told = calls.slice(mine[0]?.from, mine[0]?.to).map((entry) => {
			const fault = entry.fault ? `, ${JSON.stringify(entry.fault)}` : '';
			return `    ${clock(entry.at)} ${entry.method} ${entry.path} -> ${entry.status ?? entry.lost?.code ?? '?'}${entry.committed ? ', booked' : ''}${fault}`;
		});
		const ends = mine.map(({ result }) => {
			if (result === 'died') return '    the process died';
			return result.ok ? `    success: ${String(result.value[0]?.id)} (${String(result.value[0]?.outcome)})` : `    failure: ${result.failure.code}: ${result.failure.message}`;
		});
		return [`  run ${at}, ${run.together} at once, ${run.after} ms later${run.diesAt === undefined ? '' : `, dies at call ${run.diesAt}`}`, ...told, ...ends].join('\n');
	});
	const findings = story.findings.map(({ kind, what }) => `  ${kind.toUpperCase()}: ${what}`);
	return [head, ...runs, `  live at the carrier: [${story.live.join(', ')}]`, ...findings].join('\n');
}
