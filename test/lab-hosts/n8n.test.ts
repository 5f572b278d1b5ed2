import { brokenRoads } from '../lab/broken';
import { intact } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { disguises } from '../lab/judge';
import { endingsOf, figures, tellMany, troubles } from './many';
import { onN8n } from './n8n';
import { whileBroken } from './spoiling';

const STORIES = 200;
const WITHIN = 100;

test(`${STORIES} stories in n8n's engine: none doubled, none lost, no secret told`, async () => {
	const host = await onN8n();
	const began = performance.now();
	const stories = await tellMany(host, STORIES);
	expect(troubles(stories)).toBe('');
	process.stdout.write(figures(host, stories, (performance.now() - began) / 1_000));
	const log = host.log.join('\n');
	expect(log).toContain('Start executing node');
	expect(subjects.flatMap(({ secrets }) => secrets.flatMap(disguises)).filter((secret) => log.includes(secret))).toEqual([]);
	expect(new Set(stories.map(({ subject }) => subject))).toEqual(new Set(subjects));
	expect(Math.min(...Object.values(endingsOf(stories)))).toBeGreaterThan(10);
});

test.each(['sends again when no answer came', 'looks up at once, without letting the carrier settle', 'lets equal references run side by side', 'shows its credentials in an error'])(
	`a road that %s is caught in n8n within ${WITHIN} stories`,
	async (name) => {
		const host = await onN8n();
		const stories = await whileBroken(brokenRoads[name] ?? intact, async () => await tellMany(host, WITHIN));
		expect(stories.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
	},
);
