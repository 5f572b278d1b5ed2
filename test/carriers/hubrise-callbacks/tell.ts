import { called } from './called';
import { looking } from './looking';
import type { Road } from './roads';

export const stories = { called, looking };

/** The first histories of so many in which something went wrong, and what. The same number tells the same history. */
export async function tell(story: keyof typeof stories, road: Road, count: number, most = 5): Promise<string[]> {
	const found: string[] = [];
	for (let seed = 1; seed <= count && found.length < most; seed += 1) {
		const faults = await stories[story](seed, road);
		if (faults.length > 0) found.push(`${story} ${seed}: ${faults.join(', ')}`);
	}
	return found;
}
