import { inOrder } from '../../nodes/adapter/pool';
import type { Host } from './host';
import type { HostStory } from './judge';
import { tellOn } from './tell';

/** Most of a story is waiting. */
const AT_ONCE = 16;

/** Tells stories until something is found. */
export async function tellMany(host: Host, count: number, atOnce = AT_ONCE): Promise<HostStory[]> {
	let found = false;
	const stories = await inOrder(
		count,
		atOnce,
		async (index) => {
			const story = await tellOn(host, index + 1);
			found ||= story.findings.length > 0;
			return story;
		},
		() => !found,
	);
	return stories.flatMap((story) => story ?? []);
}

export const troubles = (stories: readonly HostStory[]): string =>
	stories
		.filter(({ findings }) => findings.length > 0)
		.map(({ text }) => text)
		.join('\n\n');

/** How the steps of all stories ended. */
export function endingsOf(stories: readonly HostStory[]): Record<'success' | 'failure' | 'unknown', number> {
	const results = stories.flatMap(({ rounds }) => rounds.flatMap(({ steps }) => steps.map(({ result }) => result)));
	const unknown = results.filter((result) => !result.ok && result.failure.code === 'outcome_unknown').length;
	const success = results.filter(({ ok }) => ok).length;
	return { success, failure: results.length - success - unknown, unknown };
}

/** One line for people. */
export function figures(host: Host, stories: readonly HostStory[], seconds: number): string {
	const calls = stories.flatMap((story) => story.calls);
	const subjects: Record<string, number> = {};
	for (const { subject } of stories) subjects[subject.action.title] = (subjects[subject.action.title] ?? 0) + 1;
	const struck = calls.filter(({ fault }) => fault !== undefined).length;
	const endings = Object.entries(endingsOf(stories)).map(([ending, count]) => `${count} ${ending}`);
	return `fault lab on ${host.name}: ${stories.length} stories in ${seconds.toFixed(1)} s, 0 doubled, 0 lost, 0 secrets; ${calls.length} requests, ${struck} of them struck; steps: ${endings.join(', ')}; ${JSON.stringify(subjects)}\n`;
}
