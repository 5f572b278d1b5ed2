import { brokenRoads } from '../lab/broken';
import { intact } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { endingsOf, figures, tellMany, troubles } from './many';
import { whileBroken } from './spoiling';
import { onZapier } from './zapier';

const STORIES = 200;
const WITHIN = 100;

test(`${STORIES} stories in Zapier's core: none doubled, none lost, no secret told`, async () => {
	const began = performance.now();
	const stories = await tellMany(onZapier, STORIES);
	expect(troubles(stories)).toBe('');
	process.stdout.write(figures(onZapier, stories, (performance.now() - began) / 1_000));
	expect(new Set(stories.map(({ subject }) => subject))).toEqual(new Set(subjects));
	expect(Math.min(...Object.values(endingsOf(stories)))).toBeGreaterThan(10);
});

test.each(['sends again when no answer came', 'takes a lost connection for an unsent request', 'never looks anything up', 'shows its credentials in an error'])(
	`a road that %s is caught in Zapier within ${WITHIN} stories`,
	async (name) => {
		const stories = await whileBroken(brokenRoads[name] ?? intact, async () => await tellMany(onZapier, WITHIN));
		expect(stories.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
	},
);
