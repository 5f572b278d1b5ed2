import { itemsOf, until, type Execution, type Run } from '../../sandbox/hosts/n8n-server';
import type { Stage } from './check';
import { BOOK } from './workflows';

const over = new Set(['success', 'error', 'crashed', 'canceled']);

/** Waits until so many executions of a workflow have ended, and gives them, oldest first. */
export async function ended(stage: Stage, workflowId: string, count: number, patienceMs?: number): Promise<Execution[]> {
	return await until(
		`${count} executions to end`,
		async () => {
			const done = (await stage.cluster.rest.executions(workflowId)).filter(({ status }) => over.has(status));
			return done.length >= count ? done.sort((a, b) => Number(a.id) - Number(b.id)) : undefined;
		},
		patienceMs,
	);
}

export interface Booked {
	id: string;
	outcome: string;
	warnings: string[];
}

/** What the booking step of an execution gave. */
export function bookedIn(run: Run): Booked | undefined {
	const [item] = itemsOf(run, BOOK);
	if (!item) return undefined;
	return { id: String(item.id), outcome: String(item.outcome), warnings: Array.isArray(item.warnings) ? item.warnings.map(String) : [] };
}

export async function booked(stage: Stage, executions: readonly Execution[]): Promise<Booked[]> {
	const found: Booked[] = [];
	for (const { id, status } of executions) {
		const run = await stage.cluster.rest.read(String(id));
		const item = bookedIn(run);
		if (!item) throw new Error(`Execution ${id} ended with ${status} and booked nothing: ${run.error?.message ?? 'no error'}`);
		found.push(item);
	}
	return found;
}
