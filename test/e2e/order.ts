import { firstWorkflow } from '../../sandbox/n8n/first-workflow';
import { withCredentials } from '../../sandbox/n8n/ready-workflows';
import { itemsOf } from '../../sandbox/hosts/n8n-server';
import type { World } from './world';

/** Books a courier with the workflow that `npm run n8n` shows first. Gives the number of the delivery. */
export async function bookCourier({ rest, credentials }: World): Promise<string> {
	const workflow = await rest.makeWorkflow(withCredentials(firstWorkflow, credentials.values()));
	const { run } = await rest.run(workflow.id, 'Click to run');
	if (run.error) throw new Error(run.error.message);
	return String(itemsOf(run, 'Book a courier')[0]?.id);
}
