import { tell } from './in-process';
import { readable } from './story';
import { allSubjects } from './subjects';

/** Tells so many stories, one seed after the other, and expects nothing to be found; prints what they came to. */
export async function tellMany(from: number, count: number): Promise<void> {
	const counts: Record<string, number> = {};
	const endings = { success: 0, failure: 0, unknown: 0, died: 0 };
	const began = performance.now();
	for (let seed = from; seed < from + count; seed += 1) {
		const story = await tell(seed);
		expect(story.findings.length > 0 ? readable(story) : '').toBe('');
		const subject = `${story.subject.carrier.title}, ${story.subject.action.title}`;
		counts[subject] = (counts[subject] ?? 0) + 1;
		for (const { result } of story.endings) endings[result === 'died' ? 'died' : result.ok ? 'success' : result.failure.code === 'outcome_unknown' ? 'unknown' : 'failure'] += 1;
	}
	const seconds = ((performance.now() - began) / 1_000).toFixed(1);
	const steps = Object.entries(endings).map(([ending, told]) => `${told} ${ending}`);
	process.stdout.write(`fault lab: ${count} stories from seed ${from} in ${seconds} s, 0 doubled, 0 lost, 0 secrets; steps: ${steps.join(', ')}; ${JSON.stringify(counts)}\n`);
	expect(Object.keys(counts)).toHaveLength(allSubjects.length);
	// A lab in which nothing ever goes wrong, or nothing ever goes right, has tried nothing.
	expect(Math.min(...Object.values(endings))).toBeGreaterThan(50);
}
