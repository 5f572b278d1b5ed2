import { inOrder } from '../../nodes/adapter/pool';
import { brokenRoads } from '../lab/broken';
import type { Breaking, Story } from '../lab/scenario';
import { readable } from '../lab/story';
import { tellOverSockets } from './over-sockets';

const SCENARIOS = 500;
const WITHIN = 200;
const AT_ONCE = 24;

async function tellMany(count: number, breaking?: Breaking): Promise<Story[]> {
	let found = false;
	const stories = await inOrder(
		count,
		AT_ONCE,
		async (index) => {
			const story = await tellOverSockets(index + 1, breaking);
			found ||= story.findings.length > 0;
			return story;
		},
		() => !found,
	);
	return stories.flatMap((story) => story ?? []);
}

function nameOf(result: Story['endings'][number]['result']): string {
	if (result === 'died') return 'died';
	if (result.ok) return 'success';
	return result.failure.code === 'outcome_unknown' ? 'unknown' : 'failure';
}

test(`${SCENARIOS} stories over sockets: none doubled, none lost, no secret told`, async () => {
	const began = performance.now();
	const stories = await tellMany(SCENARIOS);
	const seconds = ((performance.now() - began) / 1_000).toFixed(1);
	expect(stories.filter(({ findings }) => findings.length > 0).map(readable).join('\n')).toBe('');
	const calls = stories.flatMap((story) => story.calls);
	const struck = calls.filter(({ fault }) => fault !== undefined).length;
	const endings = stories.flatMap((story) => story.endings.map(({ result }) => nameOf(result)));
	const count = (ending: string) => endings.filter((each) => each === ending).length;
	const steps = ['success', 'failure', 'unknown', 'died'].map((ending) => `${count(ending)} ${ending}`).join(', ');
	const figures = `${stories.length} stories in ${seconds} s, 0 doubled, 0 lost, 0 secrets; ${calls.length} requests, ${struck} of them struck; steps: ${steps}`;
	process.stdout.write(`fault lab over sockets: ${figures}\n`);
	expect(stories).toHaveLength(SCENARIOS);
	expect(struck).toBeGreaterThan(SCENARIOS / 2);
	expect(Math.min(count('success'), count('failure'), count('unknown'), count('died'))).toBeGreaterThan(10);
});

test.each(['sends again when no answer came', 'takes a lost connection for an unsent request', 'looks up at once, without letting the carrier settle', 'sends every booking twice'])(
	`a road that %s is caught over sockets within ${WITHIN} stories`,
	async (name) => {
		const stories = await tellMany(WITHIN, brokenRoads[name]);
		expect(stories.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
	},
);
