import { brokenRoads } from './broken';
import { tell } from './in-process';
import regressions from './regressions.json';
import type { Story } from './scenario';
import { readable } from './story';

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

test.each(Object.entries(brokenRoads))(`a road that %s is caught within ${WITHIN} stories`, async (_name, breaking) => {
	const story = await firstFinding(1, WITHIN, breaking);
	expect(story?.findings.length ?? 0).toBeGreaterThan(0);
});
