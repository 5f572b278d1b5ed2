import { brokenRoads } from '../lab/broken';
import { intact } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { endingsOf, figures, tellMany, troubles } from './many';
import { inSwiftTime, realNow } from './pace';
import { whileBroken } from './spoiling';
import { onZapier } from './zapier';

/** The platform ends a process that has grown beyond its own; the one of the tests holds more than a step. */
beforeEach(() => void jest.spyOn(process, 'memoryUsage').mockReturnValue({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }));

const STORIES = 160;
const WITHIN = 100;
/** A mistake is found soon; what has begun by then is told to its end. */
const FEW_AT_ONCE = 4;

test(`${STORIES} stories in Zapier's core: none doubled, none lost, no secret told`, async () => {
	const began = realNow();
	const stories = await inSwiftTime(async () => await tellMany(onZapier, STORIES));
	expect(troubles(stories)).toBe('');
	process.stdout.write(figures(onZapier, stories, (realNow() - began) / 1_000));
	expect(new Set(stories.map(({ subject }) => subject))).toEqual(new Set(subjects));
	expect(Math.min(...Object.values(endingsOf(stories)))).toBeGreaterThan(5);
});

test.each(['takes a lost connection for an unsent request', 'never looks anything up', 'shows its credentials in an error'])(
	`a road that %s is caught in Zapier within ${WITHIN} stories`,
	async (name) => {
		const stories = await inSwiftTime(async () => await whileBroken(brokenRoads[name] ?? intact, async () => await tellMany(onZapier, WITHIN, FEW_AT_ONCE)));
		expect(stories.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
	},
);
