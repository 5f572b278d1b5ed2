import { firstWorkflow } from '../../sandbox/n8n/first-workflow';
import { withCredentials } from '../../sandbox/n8n/ready-workflows';
import { itemsOf } from '../../sandbox/hosts/n8n-server';
import type { E2eEnvironment } from './environment';

/** Books a courier with the workflow that `npm run n8n` shows first. Gives the number of the delivery. */
export async function bookCourier({ rest, credentials }: E2eEnvironment): Promise<string> {
	const workflow = await rest.createWorkflow(withCredentials(firstWorkflow, [...credentials.values()]));
	const { run } = await rest.run(workflow.id, 'Click to run');
	if (run.error) throw new Error(run.error.message);
	return String(itemsOf(run, 'Book a courier')[0]?.id);
}
