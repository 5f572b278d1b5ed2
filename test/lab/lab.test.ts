import { brokenRoads } from './broken';
import { tell } from './in-process';
import regressions from './regressions.json';
import type { Story } from './scenario';
import { readable } from './story';
import { subjects } from './subjects';

const SCENARIOS = 10_000;
const WITHIN = 200;

/** The first story among so many seeds in which something is found. */
async function firstFinding(from: number, count: number, ...breaking: Parameters<typeof tell> extends [number, ...infer Rest] ? Rest : never): Promise<Story | undefined> {
	for (let seed = from; seed < from + count; seed += 1) {
		const story = await tell(seed, ...breaking);
		if (story.findings.length > 0) return story;
	}
	return undefined;
}

const told = (story: Story | undefined): string => (story ? readable(story) : '');

test('seeds that once found something find nothing any more', async () => {
	for (const seed of regressions) expect(told(await firstFinding(seed, 1))).toBe('');
});

test('the same seed tells the same story', async () => {
	expect(readable(await tell(4_711))).toBe(readable(await tell(4_711)));
});

test(`${SCENARIOS.toLocaleString('en')} stories: none doubled, none lost, no secret told`, async () => {
	const counts: Record<string, number> = {};
	const endings = { success: 0, failure: 0, unknown: 0, died: 0 };
	const began = performance.now();
	for (let seed = 1; seed <= SCENARIOS; seed += 1) {
		const story = await tell(seed);
		expect(told(story.findings.length > 0 ? story : undefined)).toBe('');
		const subject = `${story.subject.carrier.title}, ${story.subject.action.title}`;
		counts[subject] = (counts[subject] ?? 0) + 1;
		for (const { result } of story.endings) endings[result === 'died' ? 'died' : result.ok ? 'success' : result.failure.code === 'outcome_unknown' ? 'unknown' : 'failure'] += 1;
	}
	const seconds = ((performance.now() - began) / 1_000).toFixed(1);
	const steps = Object.entries(endings).map(([ending, count]) => `${count} ${ending}`);
	process.stdout.write(`fault lab: ${SCENARIOS} stories in ${seconds} s, 0 doubled, 0 lost, 0 secrets; steps: ${steps.join(', ')}; ${JSON.stringify(counts)}\n`);
	expect(Object.keys(counts)).toHaveLength(subjects.length);
	// A lab in which nothing ever goes wrong, or nothing ever goes right, has tried nothing.
	expect(Math.min(...Object.values(endings))).toBeGreaterThan(100);
}, 180_000);

test.each(Object.entries(brokenRoads))(`a road that %s is caught within ${WITHIN} stories`, async (_name, breaking) => {
	const story = await firstFinding(1, WITHIN, breaking);
	expect(story?.findings.length ?? 0).toBeGreaterThan(0);
}, 60_000);
