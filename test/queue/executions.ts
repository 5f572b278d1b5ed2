import { itemsOf, until, type Execution, type Run } from '../../sandbox/hosts/n8n-server';
import type { QueueEnvironment } from './check';
import { BOOK } from './workflows';

const endStatuses = new Set(['success', 'error', 'crashed', 'canceled']);

/** Waits until so many executions of a workflow have ended, and gives them, oldest first. */
export async function waitForExecutions(
	environment: QueueEnvironment,
	workflowId: string,
	count: number,
	timeoutMs?: number,
): Promise<Execution[]> {
	return await until(
		`${count} executions to end`,
		async () => {
			const done = (await environment.cluster.rest.executions(workflowId)).filter(({ status }) =>
				endStatuses.has(status),
			);
			return done.length >= count ? done.sort((a, b) => Number(a.id) - Number(b.id)) : undefined;
		},
		timeoutMs,
	);
}

export interface BookedItem {
	id: string;
	outcome: string;
	warnings: string[];
}

/** The output of the booking step of an execution. */
export function bookedItemOf(run: Run): BookedItem | undefined {
	const [item] = itemsOf(run, BOOK);
	if (!item) return undefined;
	return {
		id: String(item.id),
		outcome: String(item.outcome),
		warnings: Array.isArray(item.warnings) ? item.warnings.map(String) : [],
	};
}

export async function bookedItems(
	environment: QueueEnvironment,
	executions: readonly Execution[],
): Promise<BookedItem[]> {
	const found: BookedItem[] = [];
	for (const { id, status } of executions) {
		const run = await environment.cluster.rest.read(String(id));
		const item = bookedItemOf(run);
		if (!item)
			throw new Error(`Execution ${id} ended with ${status} and booked nothing: ${run.error?.message ?? 'no error'}`);
		found.push(item);
	}
	return found;
}
