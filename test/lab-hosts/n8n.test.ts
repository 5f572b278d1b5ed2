import { brokenRoads } from '../lab/broken';
import { intact } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { disguises } from '../lab/judge';
import { endingsOf, figures, tellMany, troubles } from './many';
import { onN8n } from './n8n';
import { inSwiftTime, realNow } from './pace';
import { whileBroken } from './spoiling';

const STORIES = 160;
const WITHIN = 100;
/** A mistake is found soon; what has begun by then is told to its end. */
const FEW_AT_ONCE = 4;

test(`${STORIES} stories in n8n's engine: none doubled, none lost, no secret told`, async () => {
	const host = await onN8n();
	const began = realNow();
	const stories = await inSwiftTime(async () => await tellMany(host, STORIES));
	expect(troubles(stories)).toBe('');
	process.stdout.write(figures(host, stories, (realNow() - began) / 1_000));
	const log = host.log.join('\n');
	expect(log).toContain('Start executing node');
	expect(subjects.flatMap(({ secrets }) => secrets.flatMap(disguises)).filter((secret) => log.includes(secret))).toEqual([]);
	expect(new Set(stories.map(({ subject }) => subject))).toEqual(new Set(subjects));
	expect(Math.min(...Object.values(endingsOf(stories)))).toBeGreaterThan(5);
});

test.each(['looks up at once, without letting the carrier settle', 'lets equal references run side by side', 'shows its credentials in an error'])(
	`a road that %s is caught in n8n within ${WITHIN} stories`,
	async (name) => {
		const host = await onN8n();
		const stories = await inSwiftTime(async () => await whileBroken(brokenRoads[name] ?? intact, async () => await tellMany(host, WITHIN, FEW_AT_ONCE)));
		expect(stories.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
	},
);
