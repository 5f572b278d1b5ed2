import type { WorkflowNode } from '../../sandbox/hosts/n8n-server';
import { credentialOf, inRow, start, type E2eEnvironment } from './environment';

const booker: WorkflowNode = {
	name: 'Book',
	type: 'n8n-nodes-waybill.waybill',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Books couriers for orders of a shop, as any workflow before may have done. */
export async function bookOrders(
	environment: E2eEnvironment,
	prefix: string,
	orders: readonly object[],
): Promise<void> {
	const { rest } = environment;
	const parameters = {
		carrier: 'cyke',
		operation: 'book',
		order: '={{ $json }}',
		reference_prefix: prefix,
		parcelsFields: { weight_kg: 5, volume_dm3: 20 },
	};
	const row = inRow([start, { ...booker, parameters, credentials: credentialOf(environment, 'cyke') }]);
	const pinData = { [start.name]: orders.map((json) => ({ json })) };
	const { id } = await rest.createWorkflow({ name: `Booked before, ${prefix}`, ...row, pinData });
	const { run } = await rest.run(id, start.name);
	if (run.error) throw new Error(run.error.message);
}

/** Couriers of other chapters, whose orders no shop of this one has. */
export function cancelAllCouriers({ sandbox }: E2eEnvironment): void {
	for (const { id, status } of sandbox.cyke.deliveries)
		if (!['delivered', 'failed', 'cancelled'].includes(status))
			sandbox.cyke.setStatus(id, 'cancelled', {}, { force: true });
}
